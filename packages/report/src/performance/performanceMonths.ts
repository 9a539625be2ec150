import { addMonths, formatMonth, type Month } from "@safe-return/domain/scorecard"

/** April, counted from the first month of the calendar year. */
const APRIL = 3
const A_YEAR = 12

/** The April with which the financial year of a month begins. */
export const yearBegins = (month: Month): Month => {
  const sinceJanuary = month % A_YEAR
  return addMonths(month, sinceJanuary >= APRIL ? APRIL - sinceJanuary : APRIL - sinceJanuary - A_YEAR)
}

/** `2026-27` */
export const financialYear = (month: Month): string => {
  const from = Math.floor(yearBegins(month) / A_YEAR)
  return `${from}-${String((from + 1) % 100).padStart(2, "0")}`
}

/** Every month from one to another, both included. */
export const monthsBetween = (from: Month, to: Month): ReadonlyArray<Month> =>
  Array.from({ length: to - from + 1 }, (_, by) => addMonths(from, by))

/** The month itself, the two before it and the same month a year before. */
export const comparedMonths = (month: Month) => ({
  three: [addMonths(month, -2), addMonths(month, -1), month] as const,
  yearBefore: addMonths(month, -A_YEAR)
})

/** The months that a report of performance in this month is made of: all that have to be counted. */
export const performanceMonths = (month: Month): ReadonlyArray<string> => {
  const { three, yearBefore } = comparedMonths(month)
  return [...new Set([yearBefore, ...three, ...monthsBetween(yearBegins(month), month)])]
    .toSorted((a, b) => a - b)
    .map(formatMonth)
}

import * as Brand from "effect/Brand"
import * as Option from "effect/Option"
import { civilDay } from "../calendar/civilDay.ts"
import type { Instant } from "../calendar/instant.ts"
import { startOfLondonDay } from "../calendar/londonTime.ts"

/** A London calendar month, as whole months since January of the year 0. */
export type Month = number & Brand.Brand<"Month">

const Month = Brand.nominal<Month>()

const names = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December"
]

/**
 * Reads a London calendar month, `YYYY-MM`, of the years 1000 to 9999; none when the text is not of that form, the
 * month does not exist, or it is no text at all. Nothing throws.
 *
 * @example
 * ```ts
 * import { monthInWords, parseMonth } from "@safe-return/domain/scorecard"
 * import { Option } from "effect"
 *
 * Option.map(parseMonth("2026-11"), monthInWords) // some("November 2026")
 * parseMonth("2026-13") // none()
 * ```
 */
export const parseMonth = (text: string): Option.Option<Month> => {
  const match = typeof text === "string" ? /^([1-9]\d{3})-(0[1-9]|1[0-2])$/.exec(text) : null
  return match === null ? Option.none() : Option.some(Month(Number(match[1]) * 12 + Number(match[2]) - 1))
}

const yearOf = (month: Month): number => Math.floor(month / 12)
const placeInYear = (month: Month): number => month - yearOf(month) * 12

/**
 * A month as `YYYY-MM`, which {@link parseMonth} reads back.
 *
 * @example
 * ```ts
 * import { formatMonth, parseMonth } from "@safe-return/domain/scorecard"
 * import { Option } from "effect"
 *
 * Option.map(parseMonth("2026-11"), formatMonth) // some("2026-11")
 * ```
 */
export const formatMonth = (month: Month): string =>
  `${String(yearOf(month)).padStart(4, "0")}-${String(placeInYear(month) + 1).padStart(2, "0")}`

/**
 * A month as people read it, in English.
 *
 * @example
 * ```ts
 * import { monthInWords, parseMonth } from "@safe-return/domain/scorecard"
 * import { Option } from "effect"
 *
 * Option.map(parseMonth("2026-07"), monthInWords) // some("July 2026")
 * ```
 */
export const monthInWords = (month: Month): string => `${names[placeInYear(month)]} ${yearOf(month)}`

/**
 * So many calendar months later, or earlier for a negative number.
 *
 * @param months a whole number, which is not checked
 *
 * @example
 * ```ts
 * import { addMonths, formatMonth, parseMonth } from "@safe-return/domain/scorecard"
 * import { Option } from "effect"
 *
 * Option.map(parseMonth("2026-11"), (month) => formatMonth(addMonths(month, 3))) // some("2027-02")
 * ```
 */
export const addMonths = (month: Month, months: number): Month => Month(month + months)

/**
 * The moment the month begins in London, in epoch milliseconds. It lasts until the next one begins.
 *
 * @example
 * ```ts
 * import { formatInstant } from "@safe-return/domain/calendar"
 * import { parseMonth, startOfMonth } from "@safe-return/domain/scorecard"
 * import { Option } from "effect"
 *
 * Option.map(parseMonth("2026-11"), (month) => formatInstant(startOfMonth(month))) // some("2026-11-01T00:00:00.000Z")
 * Option.map(parseMonth("2026-07"), (month) => formatInstant(startOfMonth(month))) // some("2026-06-30T23:00:00.000Z")
 * ```
 */
export const startOfMonth = (month: Month): Instant =>
  startOfLondonDay(civilDay(yearOf(month), placeInYear(month) + 1, 1))

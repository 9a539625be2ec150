import { type CivilDay, yearMonthDay } from "../../calendar/civilDay.ts"
import type { Mark } from "../../scorecard/marks.ts"
import { type Figure, WITHHELD } from "../../scorecard/suppression/figure.ts"
import { nearestTen } from "../../scorecard/suppression/nearestTen.ts"
import type { SuppressedCensusReturn } from "../suppression/suppressCensusReturn.ts"
import type { CensusReturn } from "./censusReturn.ts"

/** One line of the return as DfE publishes it: a number, or the mark that says why there is none. */
export interface PublishedLine {
  readonly topic: string
  readonly breakdown: string
  readonly childCount: Figure | Mark
  /** Of all children of the return, in whole per cent. */
  readonly childPercent: Figure | Mark
}

/** DfE's topics in DfE's order, each with its labels. */
const topicsOf = ({ total, bySex, byYearGroup, byDuration, byReason }: SuppressedCensusReturn) =>
  [
    ["Total", { Total: total }],
    ["Sex", bySex],
    ["Year group", byYearGroup],
    ["Duration", byDuration],
    ["Reason", byReason]
  ] as const

/** Whole per cent, halves rounded up; what is more than zero and rounds to it is `low`. */
const percentOrMark = (count: number, total: number): number | Mark => {
  if (total === 0) return "z"
  const percent = Math.floor((200 * count + total) / (2 * total))
  return percent === 0 && count > 0 ? "low" : percent
}

/** To the nearest 10; what is more than zero and rounds to it is `low`. */
const rounded = (count: number): number | Mark => {
  const tens = nearestTen(count)
  return tens === 0 && count > 0 ? "low" : tens
}

const publishedLines = (census: SuppressedCensusReturn, show: (count: number) => number | Mark) => {
  const total = census.total === WITHHELD ? WITHHELD : show(census.total)
  return topicsOf(census).flatMap(([topic, counts]) =>
    Object.entries<Figure>(counts).map(([breakdown, count]): PublishedLine => {
      const childCount = count === WITHHELD ? WITHHELD : show(count)
      // Of what is shown alone: a percentage of another count would give that count back.
      if (childCount === WITHHELD || total === WITHHELD) return { topic, breakdown, childCount, childPercent: WITHHELD }
      const isLow = childCount !== 0 && (typeof total !== "number" || typeof childCount !== "number")
      const childPercent = isLow ? "low" : percentOrMark(Number(childCount), typeof total === "number" ? total : 1)
      return { topic, breakdown, childCount, childPercent }
    })
  )
}

/**
 * A return line by line, as DfE publishes it: topic, label, count and whole per cent of all children. A count that is withheld
 * stays so, with its percentage. No number is made of a mark.
 *
 * Source: DfE, Children missing education, data set of 29 January 2026.
 *
 * @param census whole or suppressed
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { censusReturnOf, publishedLinesOf } from "@safe-return/domain/education"
 *
 * const rows = [{ child_ref: "EDU-20117", referred_on: civilDay(2026, 9, 7), sex: "female" }] as const
 * const lines = publishedLinesOf(censusReturnOf(rows, civilDay(2026, 10, 1)))
 * lines[1] // {"topic":"Sex","breakdown":"Female","childCount":1,"childPercent":100}
 * lines[2]?.childPercent // 0
 * ```
 */
export const publishedLinesOf = (census: SuppressedCensusReturn): ReadonlyArray<PublishedLine> =>
  publishedLines(census, (count) => count)

/**
 * The same to the nearest 10, as DfE publishes councils' counts: `low` for what rounds to zero without being it, with its
 * percentage. Percentages are of the rounded counts, where DfE's are of the whole ones: those would give a small count back.
 *
 * Source: DfE, Children missing education, data set of 29 January 2026. Which way a 5 goes was not seen: upwards is ours.
 *
 * @param census a whole return
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { censusReturnOf, roundedLinesOf } from "@safe-return/domain/education"
 *
 * const rows = [{ child_ref: "EDU-20117", referred_on: civilDay(2026, 9, 7) }]
 * const [total] = roundedLinesOf(censusReturnOf(rows, civilDay(2026, 10, 1)))
 * total // {"topic":"Total","breakdown":"Total","childCount":"low","childPercent":"low"}
 * ```
 */
export const roundedLinesOf = (census: CensusReturn): ReadonlyArray<PublishedLine> => publishedLines(census, rounded)

const [MAY, SEPTEMBER] = [5, 9]

/**
 * The academic year and term of a census day, as DfE writes them. A year begins on 1 September. Autumn is September to
 * December, spring January to April, summer May to August.
 *
 * Source: DfE, Children missing education, data set of 29 January 2026: `202526`, `Autumn term`. The months are ours.
 *
 * @param day whole days since 1970-01-01, London's
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { censusPeriodOf } from "@safe-return/domain/education"
 *
 * censusPeriodOf(civilDay(2025, 10, 2)) // {"timePeriod":"202526","timeIdentifier":"Autumn term"}
 * censusPeriodOf(civilDay(2026, 5, 21)) // {"timePeriod":"202526","timeIdentifier":"Summer term"}
 * ```
 */
export const censusPeriodOf = (day: CivilDay): { readonly timePeriod: string; readonly timeIdentifier: string } => {
  const { year, month } = yearMonthDay(day)
  const first = month >= SEPTEMBER ? year : year - 1
  const term = month >= SEPTEMBER ? "Autumn" : month >= MAY ? "Summer" : "Spring"
  return { timePeriod: `${first}${String((first + 1) % 100).padStart(2, "0")}`, timeIdentifier: `${term} term` }
}

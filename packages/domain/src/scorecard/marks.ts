import type { Rate } from "./rate.ts"
import { type Figure, type Suppressed, WITHHELD } from "./suppression/figure.ts"
import type { TrendMonth } from "./trend.ts"

/**
 * What stands in a table, a chart or a sentence where there is no number, each for one reason alone.
 *
 * Source: DfE, Explore education statistics: GSS symbols.
 */
export const markWords = {
  [WITHHELD]: "withheld: too small a count, or one that would give such a count back",
  low: "more than zero, and rounds to it",
  x: "not available: the table does not reach back so far",
  z: "does not apply: there is nothing it could be of"
} as const

export type Mark = keyof typeof markWords

/**
 * A share as a percentage, or its mark: `z` of too few, and `low` for one that rounds to zero without being it.
 * Source: DfE, Explore education statistics, GSS symbols.
 *
 * @param rate of a scorecard, suppressed or not: what is met of it, and the share
 *
 * @example
 * ```ts
 * import { percentOrMark } from "@safe-return/domain/scorecard"
 *
 * const counted = { met: 1, missed: 2999, notMeasurable: 0, notYetDue: 0, denominator: 3000 }
 * const rate = { ...counted, percent: 0, sentence: "1 of 3000" }
 * percentOrMark(rate) // "low"
 * percentOrMark({ ...rate, percent: null }) // "z"
 * ```
 */
export const percentOrMark = ({
  met,
  percent
}: Suppressed<Rate> | Suppressed<Pick<Rate, "met" | "percent">>): Figure | Mark => {
  if (percent === null) return "z"
  return percent === 0 && met !== 0 ? "low" : percent
}

/**
 * A figure that may not be there, or its mark `z`: a median of nothing, or a window that the policy does not have.
 * What the marks mean is in `markWords`. Source: DfE, Explore education statistics, GSS symbols.
 *
 * @example
 * ```ts
 * import { figureOrMark } from "@safe-return/domain/scorecard"
 *
 * figureOrMark(12) // 12
 * figureOrMark(null) // "z"
 * ```
 */
export const figureOrMark = (figure: Figure | null): Figure | Mark => figure ?? "z"

/**
 * The count of the same month a year before, or the mark `x` where the table does not reach back to it. Source: DfE,
 * Explore education statistics, GSS symbols.
 *
 * @example
 * ```ts
 * import { yearBeforeOrMark } from "@safe-return/domain/scorecard"
 *
 * const month = { month: "2026-11", episodes: 12, children: 9, sameMonthYearBefore: null }
 * yearBeforeOrMark(month) // "x"
 * yearBeforeOrMark({ ...month, sameMonthYearBefore: 10 }) // 10
 * ```
 */
export const yearBeforeOrMark = ({ sameMonthYearBefore }: Suppressed<TrendMonth>): Figure | Mark =>
  sameMonthYearBefore ?? "x"

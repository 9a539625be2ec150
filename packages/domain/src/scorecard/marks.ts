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

/** A share: none of too few, and one that rounds to zero without being it. */
export const percentOrMark = ({ met, percent }: Suppressed<Rate>): Figure | Mark => {
  if (percent === null) return "z"
  return percent === 0 && met !== 0 ? "low" : percent
}

/** A median of nothing, or a window that the policy does not have. */
export const figureOrMark = (figure: Figure | null): Figure | Mark => figure ?? "z"

/** The same month a year before, where the table does not reach back to it. */
export const yearBeforeOrMark = ({ sameMonthYearBefore }: Suppressed<TrendMonth>): Figure | Mark =>
  sameMonthYearBefore ?? "x"

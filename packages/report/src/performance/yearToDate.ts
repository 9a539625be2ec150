import { percentOf, type SuppressedScorecard, WITHHELD } from "@safe-return/domain/scorecard"
import type { Cell } from "../tables/reportTable.ts"
import type { IndicatorRow } from "./indicators.ts"

/**
 * The sum of published figures. Not available where one is not; else withheld where one is, because the sum of the months
 * beside it would tell it.
 */
export const sumOf = (figures: ReadonlyArray<Cell>): Cell => {
  const mark = (["x", WITHHELD, "z", "low"] as const).find((one) => figures.includes(one))
  return mark ?? figures.reduce<number>((sum, figure) => sum + Number(figure), 0)
}

/** A share of summed parts; of too few there is none. */
export const shareOf = (met: Cell, denominator: Cell, percentFrom: number): Cell => {
  if (typeof met !== "number" || typeof denominator !== "number") {
    return met === WITHHELD || denominator === WITHHELD ? WITHHELD : "x"
  }
  return denominator === 0 || denominator < percentFrom ? "z" : percentOf(met, denominator)
}

/** What the months of the financial year so far come to, from what is published of each. */
export const yearToDate = (
  { yearBy, figure }: IndicatorRow,
  months: ReadonlyArray<SuppressedScorecard | undefined>,
  percentFrom: number
): Cell => {
  if (yearBy === "nothing") return "z"
  const reached = months.filter((month) => month !== undefined)
  if (reached.length < months.length) return "x"
  if (yearBy === "sum") return sumOf(reached.map(figure))
  const rates = reached.map(yearBy.parts)
  return shareOf(sumOf(rates.map(({ met }) => met)), sumOf(rates.map(({ denominator }) => denominator)), percentFrom)
}

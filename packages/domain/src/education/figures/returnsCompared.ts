import { type Figure, WITHHELD } from "../../scorecard/suppression/figure.ts"
import type { SuppressedCensusReturn } from "../suppression/suppressCensusReturn.ts"
import { publishedLinesOf } from "./publishedReturn.ts"

/** One label of DfE's in two returns. */
export interface ComparedLine {
  readonly topic: string
  readonly breakdown: string
  readonly last: Figure
  readonly now: Figure
  /** Now less last: below zero where there are fewer; withheld where either is. */
  readonly difference: Figure
}

/**
 * Two returns beside one another, label by label in DfE's order. Nothing is made of a count that is withheld.
 *
 * @param last the return before
 * @param now the return that comes next
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { censusReturnOf, compareReturns } from "@safe-return/domain/education"
 *
 * const rows = [{ child_ref: "EDU-20117", referred_on: civilDay(2026, 9, 7) }]
 * const [last, now] = [censusReturnOf(rows, civilDay(2026, 5, 21)), censusReturnOf(rows, civilDay(2026, 10, 1))]
 * compareReturns(last, now)[0] // {"topic":"Total","breakdown":"Total","last":0,"now":1,"difference":1}
 * ```
 */
export const compareReturns = (
  last: SuppressedCensusReturn,
  now: SuppressedCensusReturn
): ReadonlyArray<ComparedLine> => {
  const before = publishedLinesOf(last)
  return publishedLinesOf(now).map(({ topic, breakdown, childCount }, place) => {
    const [then, count] = [before[place]?.childCount, childCount]
    const hasBoth = typeof then === "number" && typeof count === "number"
    return {
      topic,
      breakdown,
      last: typeof then === "number" ? then : WITHHELD,
      now: typeof count === "number" ? count : WITHHELD,
      difference: hasBoth ? count - then : WITHHELD
    }
  })
}

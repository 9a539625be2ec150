import type { Instant } from "../../calendar/instant.ts"

/** DfE's mark for a figure that is withheld so that no child can be told from it. */
export const WITHHELD = "c"

/** A count as it may be published: the number, or that it is withheld. */
export type Figure = number | typeof WITHHELD

/** The same shape with a figure wherever there was a number. */
export type Suppressed<Value> = Value extends Instant
  ? Value
  : Value extends number
    ? Figure
    : Value extends string | null
      ? Value
      : { readonly [Key in keyof Value]: Suppressed<Value[Key]> }

/** Of which counts it is said whether they are small: those from 1 to just below the policy's number. */
export const isSmall = (count: number, shownFrom: number): boolean => count > 0 && count < shownFrom

/** Whether any of these counts is small. */
export const hasSmall = (counts: ReadonlyArray<number>, shownFrom: number): boolean =>
  counts.some((count) => isSmall(count, shownFrom))

/** Withholds whatever is not zero. */
export const withheldUnlessZero = (count: number): Figure => (count === 0 ? 0 : WITHHELD)

export const withheldIf = (isWithheld: boolean, count: number): Figure => (isWithheld ? WITHHELD : count)

/**
 * Whether the children of a month are withheld, by the month's totals alone. What is left of its episodes, one for each
 * child taken away, is a count too: the times that a child was missing again.
 */
export const hidesChildren = (episodes: number, children: number, shownFrom: number): boolean =>
  hasSmall([children, episodes - children], shownFrom)

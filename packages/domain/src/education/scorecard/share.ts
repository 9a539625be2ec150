import { percentOf } from "../../scorecard/rate.ts"
import { tallyBy } from "../figures/tally.ts"

/** A count, and what it is of the quarter's new cases. */
export interface Share {
  readonly count: number
  /** Of the quarter's new cases, one decimal place, halves rounded up; null where the quarter has no new case. */
  readonly percent: number | null
}

/** Shares by the values of one column. */
export type Shares = Readonly<Record<string, Share>>

/** What a breakdown calls a blank cell. */
export const NOT_RECORDED = "not-recorded"

/**
 * Counts by value, each as a share of the quarter's new cases, whatever is counted.
 *
 * Source: the published contracts: each `by…` is a count and a percentage of the quarter's new cases.
 *
 * @param newCases how many new cases the quarter has
 */
export const sharesBy = <Item>(
  items: Iterable<Item>,
  values: Iterable<string>,
  readValue: (item: Item) => string,
  newCases: number
): Shares =>
  Object.fromEntries(
    Object.entries(tallyBy(items, values, readValue)).map(([value, count]) => [
      value,
      { count, percent: newCases === 0 ? null : percentOf(count, newCases) }
    ])
  )

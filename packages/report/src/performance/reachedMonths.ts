import type { SuppressedScorecard } from "@safe-return/domain/scorecard"

/**
 * The scorecard of a month by its name; none of a month to which the table does not reach back, as far as the trend of
 * the latest tells. All are of the thirteen months of that trend.
 */
export const reachedMonths = (
  scorecards: ReadonlyArray<SuppressedScorecard>
): ((month: string) => SuppressedScorecard | undefined) => {
  const trend = scorecards.toSorted((one, other) => (one.month < other.month ? 1 : -1))[0]?.trend ?? []
  const reachesBeyond = trend.some(({ sameMonthYearBefore }) => sameMonthYearBefore !== null)
  const first = trend.find(({ episodes }) => episodes !== 0)?.month
  const isReached = (month: string) => reachesBeyond || (first !== undefined && first <= month)
  return (month) => (isReached(month) ? scorecards.find((one) => one.month === month) : undefined)
}

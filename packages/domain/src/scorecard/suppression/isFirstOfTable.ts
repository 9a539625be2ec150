import type { Scorecard } from "../scorecard.ts"

/**
 * Whether no episode of the table began before this month. All episodes less all returns of a table are those who have not
 * returned; with one month's returns withheld, the others give no such number of any month.
 */
export const isFirstOfTable = ({ episodes, trend }: Pick<Scorecard, "episodes" | "trend">): boolean =>
  episodes.total > 0 &&
  trend.at(-1)?.sameMonthYearBefore === null &&
  trend.slice(0, -1).every((before) => before.episodes === 0)

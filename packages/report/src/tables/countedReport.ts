import type { Calendars, Instant } from "@safe-return/domain/calendar"
import type { Policy } from "@safe-return/domain/policy"
import {
  type CountedMonth,
  formatMonth,
  type Month,
  type ScorecardRow,
  startScorecards
} from "@safe-return/domain/scorecard"
import { Result } from "effect"
import { performanceMonths } from "../performance/performanceMonths.ts"
import type { PicturedReport } from "../report.ts"
import { performanceOf, reportedMonth } from "./reportedMonth.ts"
import { reportOf } from "./reportOf.ts"

/** Which report of a month is asked for. */
export interface ReportQuestion {
  readonly month: Month
  /** Up to when facts are known. */
  readonly asOf: Instant
  /** The one policy for every episode. */
  readonly policy: Policy
  readonly calendars: Calendars
  readonly isSuppressed: boolean
}

/** The report of a month with its performance, counted from the rows of an episode table. */
export const countedReport = (
  rows: Iterable<ScorecardRow>,
  { month, asOf, policy, calendars, isSuppressed }: ReportQuestion
): Result.Result<PicturedReport, { readonly message: string }> => {
  const months = [formatMonth(month), ...performanceMonths(month)]
  return Result.map(startScorecards({ months, asOf, policy, calendars }), (counting) => {
    for (const row of rows) counting.add(row)
    const [counted, ...compared] = counting.months as readonly [CountedMonth, ...ReadonlyArray<CountedMonth>]
    return reportOf({
      ...reportedMonth(counted, policy, isSuppressed),
      performance: performanceOf(compared, policy, isSuppressed)
    })
  })
}

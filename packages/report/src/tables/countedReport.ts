import type { Calendars, Instant } from "@safe-return/domain/calendar"
import type { Policy } from "@safe-return/domain/policy"
import {
  type CountedMonth,
  formatMonth,
  type Month,
  type MonthEdition,
  type ScorecardRow,
  startScorecards
} from "@safe-return/domain/scorecard"
import { Result } from "effect"
import { performanceMonths } from "../performance/performanceMonths.ts"
import type { PicturedReport } from "../report.ts"
import { performanceOf, reportedMonth } from "./reportedMonth.ts"
import { reportOf } from "./reportOf.ts"
import { editionOf, standingCounts } from "./standingCounts.ts"

/** Which report of a month is asked for. */
export interface ReportQuestion {
  readonly month: Month
  /** Up to when facts are known. */
  readonly asOf: Instant
  /** The one policy for every episode. */
  readonly policy: Policy
  /** The council's policy of each month, by which months are shown with small counts withheld. */
  readonly publishedBy: (month: Month) => Policy
  readonly calendars: Calendars
  readonly isSuppressed: boolean
  /** Every print with small counts withheld, in the order in which they were published. */
  readonly published: ReadonlyArray<MonthEdition>
}

/** A report, and the months that it is made of. */
export interface CountedReport {
  readonly report: PicturedReport
  readonly editions: ReadonlyArray<MonthEdition>
}

/** The report of a month with its performance, counted from the rows of an episode table. */
export const countedReport = (
  rows: Iterable<ScorecardRow>,
  { month, isSuppressed, publishedBy, published, ...by }: ReportQuestion
): Result.Result<CountedReport, { readonly _tag: "InputFault"; readonly message: string }> => {
  const months = [formatMonth(month), ...performanceMonths(month)]
  return Result.map(startScorecards({ months, ...by, ...(isSuppressed ? { publishedBy } : {}) }), (counting) => {
    for (const row of rows) counting.add(row)
    const stand = isSuppressed ? standingCounts(counting.months, published) : counting.months
    const [counted, ...compared] = stand as readonly [CountedMonth, ...ReadonlyArray<CountedMonth>]
    const performance = performanceOf(compared, counted.policy, isSuppressed)
    return {
      report: reportOf({ ...reportedMonth(counted, isSuppressed), performance }),
      editions: compared.map(editionOf)
    }
  })
}

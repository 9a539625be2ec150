import { formatInstant } from "@safe-return/domain/calendar"
import type { SuppressedInterviewTimes, SuppressedScorecard } from "@safe-return/domain/scorecard"
import { londonDateTimeInFull } from "@safe-return/wording/londonDates"
import { episodeTables, monthTable } from "./episodeTables.ts"
import { interviewTables } from "./interviewTables.ts"
import { interviewTimesTable } from "./interviewTimesTable.ts"
import { frequencyTable, recurrenceTable } from "./repeatTables.ts"
import type { Report } from "./reportTable.ts"
import { namedMonth, trendTable } from "./trendTable.ts"

export const REPORT_TITLE = "Missing from home and care"

/** A month's scorecard with what stands beside it. */
export interface ReportedMonth {
  readonly scorecard: SuppressedScorecard
  readonly interviewTimes: SuppressedInterviewTimes
  /** Whether the figures are those that `suppressScorecard` and `suppressInterviewTimes` made. */
  readonly isSuppressed: boolean
}

/**
 * A scorecard as tables, which every format prints: no figure is counted, rounded or withheld after this.
 *
 * @example
 * reportOf({ scorecard, interviewTimes, isSuppressed: true }).tables[0].rows[0] // { label: "Episodes …", cells: ["c"] }
 */
export const reportOf = ({ scorecard, interviewTimes, isSuppressed }: ReportedMonth): Report => ({
  title: REPORT_TITLE,
  month: scorecard.month,
  monthInWords: namedMonth(scorecard.month),
  asOf: formatInstant(scorecard.asOf),
  asOfInWords: londonDateTimeInFull(scorecard.asOf),
  policy: scorecard.policy,
  isSuppressed,
  clocks: { hours: interviewTimes.hours, workingDays: interviewTimes.workingDays },
  tables: [
    monthTable(scorecard),
    trendTable(scorecard),
    ...episodeTables(scorecard),
    frequencyTable(scorecard),
    recurrenceTable(scorecard),
    ...interviewTables(scorecard),
    interviewTimesTable(interviewTimes)
  ]
})

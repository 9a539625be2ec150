import { formatInstant } from "@safe-return/domain/calendar"
import type { SuppressedScorecard } from "@safe-return/domain/scorecard"
import { londonDateTimeInFull } from "@safe-return/wording/londonDates"
import { episodeTables, monthTable } from "./episodeTables.ts"
import { interviewTables } from "./interviewTables.ts"
import { frequencyTable, recurrenceTable } from "./repeatTables.ts"
import type { Report } from "./reportTable.ts"
import { namedMonth, trendTable } from "./trendTable.ts"

export const REPORT_TITLE = "Missing from home and care"

/**
 * A scorecard as tables, which every format prints: no figure is counted, rounded or withheld after this.
 *
 * @param isSuppressed whether the scorecard is one that `suppressScorecard` made
 * @example
 * reportOf(suppressScorecard(scorecard, policy), true).tables[0].rows[0] // { label: "Episodes …", cells: ["c"], … }
 */
export const reportOf = (scorecard: SuppressedScorecard, isSuppressed: boolean): Report => ({
  title: REPORT_TITLE,
  month: scorecard.month,
  monthInWords: namedMonth(scorecard.month),
  asOf: formatInstant(scorecard.asOf),
  asOfInWords: londonDateTimeInFull(scorecard.asOf),
  policy: scorecard.policy,
  isSuppressed,
  tables: [
    monthTable(scorecard),
    trendTable(scorecard),
    ...episodeTables(scorecard),
    frequencyTable(scorecard),
    recurrenceTable(scorecard),
    ...interviewTables(scorecard)
  ]
})

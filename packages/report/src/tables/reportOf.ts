import { formatInstant } from "@safe-return/domain/calendar"
import { parseMonth, type SuppressedInterviewTimes, type SuppressedScorecard } from "@safe-return/domain/scorecard"
import { londonDateTimeInFull } from "@safe-return/wording/londonDates"
import { Option } from "effect"
import { type Performance, performanceTable } from "../performance/performanceTable.ts"
import { picturesOf } from "../pictures/picturesOf.ts"
import type { PicturedReport } from "../report.ts"
import { missingDefinitions } from "./definitionsOf.ts"
import { episodeTables, monthTable } from "./episodeTables.ts"
import { firstFigures } from "./firstFigures.ts"
import { interviewTables } from "./interviewTables.ts"
import { interviewTimesTable } from "./interviewTimesTable.ts"
import { frequencyTable, recurrenceTable } from "./repeatTables.ts"
import type { ReportTable } from "./reportTable.ts"
import { namedMonth, trendTable } from "./trendTable.ts"

export const REPORT_TITLE = "Missing from home and care"

/** A month's scorecard with what stands beside it. */
export interface ReportedMonth {
  readonly scorecard: SuppressedScorecard
  readonly interviewTimes: SuppressedInterviewTimes
  /** Whether the figures are those that `suppressScorecard` and `suppressInterviewTimes` made. */
  readonly isSuppressed: boolean
  /** What the month is held against, for the report of performance; without it there is none. */
  readonly performance?: Performance
}

/** The report of performance, where it is asked for: first of all tables. */
const performanceTables = ({ scorecard, performance, interviewTimes }: ReportedMonth): ReadonlyArray<ReportTable> =>
  performance === undefined
    ? []
    : Option.toArray(
        Option.map(parseMonth(scorecard.month), (month) => performanceTable(month, performance, interviewTimes))
      )

/**
 * A scorecard as tables, which every format prints: no figure is counted, rounded or withheld after this.
 *
 * @example
 * reportOf({ scorecard, interviewTimes, isSuppressed: true }).tables[0].rows[0] // { label: "Episodes …", cells: ["c"] }
 */
export const reportOf = (reported: ReportedMonth): PicturedReport => {
  const { scorecard, interviewTimes, isSuppressed } = reported
  const tables = [
    ...performanceTables(reported),
    monthTable(scorecard),
    trendTable(scorecard),
    ...episodeTables(scorecard),
    frequencyTable(scorecard),
    recurrenceTable(scorecard),
    ...interviewTables(scorecard, interviewTimes),
    interviewTimesTable(interviewTimes)
  ]
  return {
    title: REPORT_TITLE,
    period: scorecard.month,
    periodInWords: namedMonth(scorecard.month),
    asOf: formatInstant(scorecard.asOf),
    asOfInWords: londonDateTimeInFull(scorecard.asOf),
    policy: scorecard.policy,
    isSuppressed,
    tables,
    definitions: missingDefinitions,
    firstFigures: firstFigures(tables, interviewTimes),
    opening: tables.filter(({ id }) => id.startsWith("within-")).map(({ rows }) => rows[0]?.sentence ?? ""),
    pictures: picturesOf(tables, interviewTimes),
    picturesNote:
      "Where nothing is drawn there is no figure to show. Each share is of the interviews that were held or are past due; measured is the interview held.",
    restTitle: "More of the month"
  }
}

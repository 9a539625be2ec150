import { notDoneWords } from "@safe-return/domain/pathway"
import { caseStatusWords } from "@safe-return/domain/policy"
import {
  type InterviewCounts,
  type InterviewTimes,
  percentOrMark,
  type Suppressed,
  type SuppressedScorecard,
  WITHHELD
} from "@safe-return/domain/scorecard"
import { valueInWords } from "./breakdownTable.ts"
import { daysInWords, hoursInWords } from "./clockWords.ts"
import { definitionsOf } from "./definitionsOf.ts"
import type { Cell, ReportTable, TableRow } from "./reportTable.ts"

type Counts = Suppressed<InterviewCounts>

const CASE_STATUS = { breakdown: "case-status", rowTitle: "Case status" } as const

/** A row for all children, and one for each case status. */
const byStatus = (
  { rhi }: SuppressedScorecard,
  rowOf: (counts: Counts) => Omit<TableRow, "label" | "value">
): ReadonlyArray<TableRow> => [
  { label: "All children", ...rowOf(rhi) },
  ...Object.entries(rhi.byCaseStatus).map(([status, counts]) => ({
    label: valueInWords(status, caseStatusWords),
    value: status,
    ...rowOf(counts)
  }))
]

/** The interviews owed for the month's returns, and what became of them. */
const interviewsTable = (scorecard: SuppressedScorecard): ReportTable => ({
  id: "interviews",
  title: "Return home interviews",
  ...CASE_STATUS,
  columns: [
    { title: "Owed", measure: "rhi.owed" },
    { title: "Offered", measure: "rhi.offered" },
    { title: "Accepted", measure: "rhi.accepted" },
    { title: "Declined", measure: "rhi.declined" },
    { title: "Held", measure: "rhi.completed" }
  ],
  rows: byStatus(scorecard, ({ owed, offered, accepted, declined, completed }) => ({
    cells: [owed, offered, accepted, declined, completed]
  })),
  definitions: definitionsOf("rhi.owed", "rhi.offered", "rhi.accepted", "rhi.declined", "rhi.completed")
})

/** Each clock under its published name, which stays where a policy allows another time. */
const clockIds = { within72Hours: "within-72-hours", within3WorkingDays: "within-3-working-days" } as const

/** A share with everything it is made of, and its sentence. */
const clockTable = (scorecard: SuppressedScorecard, clock: keyof typeof clockIds, time: string): ReportTable => ({
  id: clockIds[clock],
  title: `Held within ${time}`,
  ...CASE_STATUS,
  columns: [
    { title: "In time", measure: `rhi.${clock}.met` },
    { title: "Of", measure: `rhi.${clock}.denominator` },
    { title: "Share (%)", measure: `rhi.${clock}.percent`, unit: "percent" },
    { title: "Not in time", measure: `rhi.${clock}.missed` },
    { title: "Not yet due", measure: `rhi.${clock}.notYetDue` },
    { title: "Not measurable", measure: `rhi.${clock}.notMeasurable` }
  ],
  rows: byStatus(scorecard, ({ [clock]: rate }) => ({
    cells: [rate.met, rate.denominator, percentOrMark(rate), rate.missed, rate.notYetDue, rate.notMeasurable],
    sentence: rate.sentence
  })),
  definitions: definitionsOf(`rhi.${clock}`)
})

/** A reason that is not named occurs nowhere, unless every name is withheld. */
const reasonCount = ({ notDone }: Counts, reason: string): Cell =>
  notDone[reason] ?? (WITHHELD in notDone ? WITHHELD : 0)

/** Why there was no interview, of all children and by case status. */
const reasonsTable = ({ rhi }: SuppressedScorecard): ReportTable => {
  const statuses = Object.entries(rhi.byCaseStatus)
  const reasons = [rhi, ...statuses.map(([, counts]) => counts)].flatMap(({ notDone }) => Object.keys(notDone))
  return {
    id: "not-done",
    title: "Why there was no interview",
    breakdown: "reason",
    rowTitle: "Reason",
    columns: [
      { title: "All children", measure: "rhi.notDone" },
      ...statuses.map(([status]) => ({
        title: valueInWords(status, caseStatusWords),
        measure: "rhi.notDone",
        caseStatus: status
      }))
    ],
    rows: [...new Set(reasons)].toSorted().map((reason) => ({
      label: valueInWords(reason, notDoneWords.words),
      value: reason,
      cells: [rhi, ...statuses.map(([, counts]) => counts)].map((counts) => reasonCount(counts, reason))
    })),
    definitions: definitionsOf("rhi.notDone")
  }
}

/** Everything about the interviews of the month. */
export const interviewTables = (
  scorecard: SuppressedScorecard,
  { hours, days }: Pick<InterviewTimes, "hours" | "days">
): ReadonlyArray<ReportTable> => [
  interviewsTable(scorecard),
  clockTable(scorecard, "within72Hours", hoursInWords(hours)),
  clockTable(scorecard, "within3WorkingDays", daysInWords(days)),
  reasonsTable(scorecard)
]

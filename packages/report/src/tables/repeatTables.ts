import type { SuppressedScorecard } from "@safe-return/domain/scorecard"
import { frequencyWords } from "./bandWords.ts"
import { breakdownTable } from "./breakdownTable.ts"
import { definitionsOf } from "./definitionsOf.ts"
import type { ReportTable } from "./reportTable.ts"

/** Whether the month's episodes were followed by another. */
export const recurrenceTable = ({ recurrence }: SuppressedScorecard): ReportTable => ({
  id: "recurrence",
  title: "Episodes followed by another",
  breakdown: "days",
  rowTitle: "Within",
  columns: [
    { title: "Followed", measure: "recurrence.followed" },
    { title: "Not followed", measure: "recurrence.notFollowed" },
    { title: "Not yet known", measure: "recurrence.notYetKnown" }
  ],
  rows: [
    { days: 30, counts: recurrence.within30Days },
    { days: 90, counts: recurrence.within90Days }
  ].map(({ days, counts: { followed, notFollowed, notYetKnown } }) => ({
    label: `${days} days`,
    value: String(days),
    cells: [followed, notFollowed, notYetKnown]
  })),
  definitions: definitionsOf("recurrence")
})

/** Children by how many times they were missing in twelve months. */
export const frequencyTable = ({ frequency }: SuppressedScorecard): ReportTable =>
  breakdownTable(frequency, {
    id: "times-missing",
    title: "Children by times missing",
    rowTitle: "Times missing in twelve months",
    breakdown: "times-missing",
    words: frequencyWords,
    field: "frequency",
    measure: "frequency",
    column: "Children"
  })

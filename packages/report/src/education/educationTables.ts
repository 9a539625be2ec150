import {
  educationDefinitions,
  outcomeWords,
  parseQuarter,
  pupilWhereaboutsWords,
  quarterInWords,
  type Shares,
  type SuppressedEducationScorecard,
  UNDECLARED
} from "@safe-return/domain/education"
import { type Definition, type Figure, percentOrMark, type Suppressed } from "@safe-return/domain/scorecard"
import { Option } from "effect"
import { valueInWords } from "../tables/breakdownTable.ts"
import type { ReportTable, TableRow } from "../tables/reportTable.ts"

const definitionsOf = (...fields: ReadonlyArray<string>): ReadonlyArray<Definition> =>
  educationDefinitions.filter(({ field }) => fields.includes(field))

/** `January to March 2019 (2018-19, Q4)` of `2018-19-Q4`. */
export const quarterNamed = (quarter: string): string =>
  Option.match(parseQuarter(quarter), { onNone: () => quarter, onSome: quarterInWords })

/** Two things that other tables would call by one name: who was asked, and who was not. */
const ethnicityWords: Readonly<Record<string, string>> = {
  [UNDECLARED]: "Undeclared: asked and not given",
  "not-recorded": "Not recorded: nobody asked"
}

/** The quarter's totals, each row a measure of its own. */
export const quarterTable = ({ new: started, open, closed }: SuppressedEducationScorecard): ReportTable => ({
  id: "quarter",
  title: "The quarter",
  rowTitle: "Measure",
  columns: [{ title: "Figure" }],
  rows: [
    { label: "New cases", measure: "new.total", cells: [started.total] },
    { label: "Children of those cases", measure: "new.children", cells: [started.children] },
    { label: "New cases of children who had an earlier case", measure: "new.returning", cells: [started.returning] },
    { label: "Cases open at the end", measure: "open.atEnd", cells: [open.atEnd] },
    { label: "Cases closed", measure: "closed.total", cells: [closed.total] }
  ],
  definitions: definitionsOf("new.total", "new.children", "new.returning", "open.atEnd", "closed.total")
})

/** Eight quarters, oldest first. */
export const quartersTable = ({ trend }: SuppressedEducationScorecard): ReportTable => ({
  id: "trend",
  title: "Eight quarters",
  breakdown: "quarter",
  rowTitle: "Quarter",
  columns: [
    { title: "New cases", measure: "trend.new" },
    { title: "Open at the end", measure: "trend.open" },
    { title: "Closed", measure: "trend.closed" }
  ],
  rows: trend.map((shown) => ({
    label: quarterNamed(shown.quarter),
    value: shown.quarter,
    cells: [shown.new, shown.open, shown.closed]
  })),
  definitions: definitionsOf("trend")
})

interface SharesWords {
  readonly id: string
  readonly title: string
  readonly rowTitle: string
  readonly field: string
  readonly words?: Readonly<Record<string, string>>
}

/** New cases by the values of one column, with what each is of all new ones. */
const sharesTable = (
  shares: Suppressed<Shares>,
  { id, title, rowTitle, field, words = {} }: SharesWords
): ReportTable => ({
  id,
  title,
  breakdown: id,
  rowTitle,
  columns: [
    { title: "New cases", measure: field },
    { title: "Share (%)", measure: `${field}.percent`, unit: "percent" }
  ],
  rows: Object.entries(shares).map(
    ([value, { count, percent }]): TableRow => ({
      label: words[value] ?? valueInWords(value, {}),
      value,
      cells: [count, percentOrMark({ met: count, percent })]
    })
  ),
  definitions: definitionsOf(field)
})

/** Where new cases are from, who the children are, and why. */
export const newCaseTables = ({ new: started }: SuppressedEducationScorecard): ReadonlyArray<ReportTable> => [
  sharesTable(started.byReason, {
    id: "reason",
    title: "New cases by reason",
    rowTitle: "Reason",
    field: "new.byReason"
  }),
  sharesTable(started.byArea, { id: "area", title: "New cases by area", rowTitle: "Area", field: "new.byArea" }),
  sharesTable(started.byEthnicity, {
    id: "ethnicity",
    title: "New cases by ethnicity",
    rowTitle: "School census code",
    field: "new.byEthnicity",
    words: ethnicityWords
  }),
  sharesTable(started.bySource, {
    id: "source",
    title: "New cases by who told us",
    rowTitle: "Told by",
    field: "new.bySource"
  })
]

interface CountsWords extends SharesWords {
  readonly column: string
}

/** Counts alone: what is open or closed is no share of the quarter's new cases. */
const countsTable = (
  counts: ReadonlyArray<readonly [value: string, count: Figure]>,
  { id, title, rowTitle, field, column, words = {} }: CountsWords
): ReportTable => ({
  id,
  title,
  breakdown: id,
  rowTitle,
  columns: [{ title: column, measure: field }],
  rows: counts.map(([value, count]) => ({ label: valueInWords(value, words), value, cells: [count] })),
  definitions: definitionsOf(field)
})

const countsOf = (shares: Suppressed<Shares>): ReadonlyArray<readonly [string, Figure]> =>
  Object.entries(shares).map(([value, { count }]) => [value, count])

/** How long children had been missing education at the end, and whether it was known where they were. */
export const openCaseTables = ({ open }: SuppressedEducationScorecard): ReadonlyArray<ReportTable> => [
  countsTable(countsOf(open.byDuration), {
    id: "duration",
    title: "Open cases by time missing",
    rowTitle: "Time since the start",
    field: "open.byDuration",
    column: "Open cases"
  }),
  countsTable(Object.entries(open.whereabouts), {
    id: "whereabouts",
    title: "Open cases by whereabouts",
    rowTitle: "Whereabouts",
    field: "open.whereabouts",
    column: "Open cases",
    words: pupilWhereaboutsWords.words
  })
]

/** How cases ended in the quarter. */
export const outcomesTable = ({ closed }: SuppressedEducationScorecard): ReportTable =>
  countsTable(countsOf(closed.byOutcome), {
    id: "outcome",
    title: "Closed cases by outcome",
    rowTitle: "Outcome",
    field: "closed.byOutcome",
    column: "Closed cases",
    words: outcomeWords.words
  })

import { type CivilDay, formatCivilDay } from "@safe-return/domain/calendar"
import type {
  CaseGaps,
  CensusChanges,
  CensusGaps,
  CensusMoves,
  ChangedFact,
  ComparedLine
} from "@safe-return/domain/education"
import { type Definition, type Figure, WITHHELD } from "@safe-return/domain/scorecard"
import { censusGapWords, censusMoveWords, returnedFactWords } from "@safe-return/wording/education"
import { londonDayInFull } from "@safe-return/wording/londonDates"
import type { Report } from "../report.ts"
import type { ReportTable, TableCell } from "../tables/reportTable.ts"

/** What is read before a return is sent. */
export interface Reconciliation {
  readonly gaps: CensusGaps
  /** Absent where there is no return before it to compare with. */
  readonly last?: {
    readonly day: CivilDay
    readonly compared: ReadonlyArray<ComparedLine>
    /** Absent where the last return is known by its figures alone. */
    readonly moves?: CensusMoves
  }
}

const OURS = "Our own: what a council asks itself before it sends a return"

const counted = (field: string, counts: string): ReadonlyArray<Definition> => [{ field, counts, source: OURS }]

/** For the eye: the table has a word where something has to be asked. */
const ASK = { words: "Ask" }
const THERE = { words: "" }

const gapColumns = [
  ["Start", ["since", "since-later"]],
  ["Reason", ["reason"]],
  ["Sex", ["sex"]],
  ["Year group", ["year-group"]]
] as const

const caseLabel = ({ caseId, childReference }: Pick<CaseGaps, "caseId" | "childReference">): string =>
  `${caseId} (${childReference})`

const gapCells = ({ missing }: CaseGaps): ReadonlyArray<TableCell> =>
  gapColumns.map(([, kinds]) => {
    if (missing.includes("since-later") && kinds[0] === "since") return { words: "Ask: after the census day" }
    return kinds.some((kind) => missing.includes(kind)) ? ASK : THERE
  })

const gapsTable = ({ gaps }: CensusGaps): ReportTable => ({
  id: "gaps",
  title: "What to ask for, case by case",
  rowTitle: "Case (child)",
  columns: gapColumns.map(([title]) => ({ title, isWords: true })),
  rows: gaps.map((one) => ({ label: caseLabel(one), cells: gapCells(one) })),
  definitions: counted(
    "gaps",
    "Open cases without a start, a reason, a sex or a year group. `Unknown` and `unknown` are answers, and no gaps."
  )
})

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

const countsTable = ({ open, complete, byKind }: CensusGaps): ReportTable => ({
  id: "counts",
  title: "What is missing",
  rowTitle: "Open cases",
  columns: [{ title: "Cases" }],
  rows: [
    { label: "All", cells: [open] },
    { label: "Nothing missing", cells: [complete] },
    ...Object.entries(byKind).map(([kind, number]) => ({
      label: sentence(censusGapWords[kind as keyof typeof censusGapWords]),
      cells: [number]
    }))
  ],
  definitions: counted("byKind", "Open cases on the census day, at its end. A case may lack several things.")
})

const comparedTable = (day: CivilDay, compared: ReadonlyArray<ComparedLine>): ReportTable => ({
  id: "compared",
  title: "Beside the last return",
  rowTitle: "Label",
  columns: [{ title: londonDayInFull(day) }, { title: "This return" }, { title: "Difference" }],
  rows: compared.map(({ topic, breakdown, last, now, difference }) => ({
    label: topic === "Total" ? topic : `${topic}: ${breakdown}`,
    cells: [last, now, difference]
  })),
  definitions: counted(
    "compared",
    "Each of DfE's labels in the last return as it was sent, and in this one. Where a count of the last return is withheld, nothing is made of it."
  )
})

/** Where the last return is known by its figures alone. */
const changesTable = ({ since, before, started, ended }: CensusChanges, sent: Figure, open: number): ReportTable => ({
  id: "changes",
  title: "What changed since the last return",
  rowTitle: "Cases",
  columns: [{ title: "Cases" }],
  rows: [
    { label: "In the last return, as it was sent", cells: [sent] },
    { label: `Open on ${londonDayInFull(since)}, by today's table`, cells: [before] },
    { label: "More: came since", cells: [started] },
    { label: "Fewer: ended since", cells: [ended] },
    { label: "In this return", cells: [open] }
  ],
  definitions: counted(
    "changes",
    "Open then and now, both by today's table. Where the first two numbers differ, the table has changed since the return was sent: give the table it was made from to see which cases."
  )
})

const movesTable = ({ before, now, came, went }: CensusMoves): ReportTable => ({
  id: "moves",
  title: "What changed since the last return",
  rowTitle: "Cases",
  columns: [{ title: "Cases" }],
  rows: [
    { label: "In the last return", cells: [before] },
    ...Object.entries(came).map(([kind, number]) => ({
      label: `More: ${censusMoveWords[kind as keyof typeof censusMoveWords]}`,
      cells: [number]
    })),
    ...Object.entries(went).map(([kind, number]) => ({
      label: `Fewer: ${censusMoveWords[kind as keyof typeof censusMoveWords]}`,
      cells: [number]
    })),
    { label: "In this return", cells: [now] }
  ],
  definitions: counted(
    "moves",
    "The cases of the last return, with those that came, less those that went, are the cases of this one. Cases are the same by `case_id`."
  )
})

const movedTable = ({ moves }: CensusMoves): ReportTable => ({
  id: "moved",
  title: "Cases in one return alone",
  rowTitle: "Case (child)",
  columns: [{ title: "Why", isWords: true }],
  rows: moves.map((move) => ({ label: caseLabel(move), cells: [{ words: censusMoveWords[move.kind] }] })),
  definitions: counted("moved", "Cases that are in this return and not in the last, and the other way about.")
})

const valueInWords = (value: ChangedFact["now"]): string => {
  if (value === undefined) return "not recorded"
  return typeof value === "number" ? formatCivilDay(value) : value
}

const changedTable = ({ changed }: CensusMoves): ReportTable => ({
  id: "changed",
  title: "Facts that changed, of cases in both",
  rowTitle: "Case (child)",
  columns: [
    { title: "Fact", isWords: true },
    { title: "Last return", isWords: true },
    { title: "Now", isWords: true }
  ],
  rows: changed.map((fact) => ({
    label: caseLabel(fact),
    cells: [
      { words: returnedFactWords[fact.fact] },
      { words: valueInWords(fact.last) },
      { words: valueInWords(fact.now) }
    ]
  })),
  definitions: counted(
    "changed",
    "Start, reason, sex and year group as the last return's table had them, and as they are now."
  )
})

/** What is missing, what changed, and the totals beside one another, as tables. */
export const reconciliationOf = ({ gaps, last }: Reconciliation): Report => {
  const moves = last?.moves
  const tables = [
    countsTable(gaps),
    ...(moves === undefined ? [] : [movesTable(moves)]),
    ...(last === undefined || moves !== undefined || gaps.changes === undefined
      ? []
      : [changesTable(gaps.changes, last.compared[0]?.last ?? WITHHELD, gaps.open)]),
    ...(last === undefined ? [] : [comparedTable(last.day, last.compared)]),
    gapsTable(gaps),
    ...(moves === undefined ? [] : [movedTable(moves), changedTable(moves)])
  ]
  return {
    title: "Before the return is sent: children missing education",
    period: formatCivilDay(gaps.censusDay),
    periodInWords: londonDayInFull(gaps.censusDay),
    asOf: formatCivilDay(gaps.censusDay),
    asOfInWords: `${londonDayInFull(gaps.censusDay)}, at the end of the day`,
    policy: "",
    isSuppressed: false,
    tables: tables.filter(({ rows }) => rows.length > 0),
    definitions: tables.flatMap(({ definitions }) => definitions)
  }
}

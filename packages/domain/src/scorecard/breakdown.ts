import { caseStatusWords } from "../policy/caseStatus.ts"
import { absenceWords, missingFromWords, RiskGrade } from "../vocabulary/caseWords.ts"
import { type Definition, OUR_MEASURE, SCORECARD_SLIDES } from "./definition.ts"
import type { Measure } from "./measure.ts"
import type { MonthEpisode } from "./monthEpisode.ts"
import type { ScorecardRow } from "./scorecardRow.ts"

/** What a breakdown calls a blank cell. */
export const NOT_RECORDED = "not-recorded"

/** Counts by the values of one column, zeros included, with the blank ones as `not-recorded`. */
export type Breakdown = Readonly<Record<string, number>>

/** Counts values by name; a name of the table's own making, such as an area, may be any text. */
export const countBy = <Item>(
  values: Iterable<string>,
  readValue: (item: Item) => string | undefined
): Measure<Item, Breakdown> => {
  const counts = new Map<string, number>()
  for (const value of [...values, NOT_RECORDED]) counts.set(value, 0)
  return {
    add: (item) => {
      const value = readValue(item) ?? NOT_RECORDED
      counts.set(value, (counts.get(value) ?? 0) + 1)
    },
    finish: () => Object.fromEntries(counts)
  }
}

const byColumn =
  <Column extends keyof ScorecardRow>(column: Column, values: ReadonlyArray<string>) =>
  (): Measure<MonthEpisode, Breakdown> =>
    countBy(values, ({ row }) => row[column] as string | undefined)

/** The month's episodes by what the absence was: the last stretch's. */
export const byAbsence = byColumn("absence", Object.keys(absenceWords.words))

/** The month's episodes by where the child was missing from. */
export const byMissingFrom = byColumn("missing_from", Object.keys(missingFromWords.words))

/** The values of `case_status`: the cohorts of Rotherham's scorecard. */
export const caseStatuses: ReadonlyArray<string> = Object.keys(caseStatusWords)

/** The month's episodes by the child's standing with social care. */
export const byCaseStatus = byColumn("case_status", caseStatuses)

/** The month's episodes by the police's grade of risk. */
export const byRisk = byColumn("risk", RiskGrade.literals)

/** The month's episodes by area, as the table writes it: the areas that occur, in the order of their names. */
export const byArea = (): Measure<MonthEpisode, Breakdown> => {
  const { add, finish } = byColumn("area", [])()
  return {
    add,
    finish: () => {
      const { [NOT_RECORDED]: notRecorded = 0, ...areas } = finish()
      const inOrder = Object.entries(areas).sort(([one], [other]) => (one < other ? -1 : 1))
      return Object.fromEntries([...inOrder, [NOT_RECORDED, notRecorded]])
    }
  }
}

const blanks = "Every value is named, zeros included, and `not-recorded` for blank."

export const breakdownDefinitions: ReadonlyArray<Definition> = [
  {
    field: "episodes.byAbsence",
    counts: `Episodes of the month by what the absence was, that of the last stretch. ${blanks}`,
    source: "Statutory guidance of January 2014: missing, and away from placement without authorisation"
  },
  {
    field: "episodes.byMissingFrom",
    counts: `By where the child was missing from. ${blanks}`,
    source: SCORECARD_SLIDES
  },
  {
    field: "episodes.byCaseStatus",
    counts: `By the child's standing with social care. ${blanks}`,
    source: SCORECARD_SLIDES
  },
  {
    field: "episodes.byArea",
    counts: "By area as the table writes it: the areas that occur in the month, and `not-recorded`.",
    source: OUR_MEASURE
  },
  { field: "episodes.byRisk", counts: `By the police's grade of risk. ${blanks}`, source: OUR_MEASURE }
]

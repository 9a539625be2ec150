import { type Figure, WITHHELD } from "@safe-return/domain/scorecard"
import { definitionsOf } from "./definitionsOf.ts"
import type { ReportTable, TableRow } from "./reportTable.ts"

const NOT_RECORDED = "not-recorded"

/** A value in words: the one that stands for every value of a table withheld throughout, and what is not recorded. */
export const valueInWords = (value: string, words: Readonly<Record<string, string>>): string => {
  if (value === WITHHELD) return "Every one"
  return value === NOT_RECORDED ? "Not recorded" : (words[value] ?? value)
}

/** What one breakdown of a count is called. */
export interface BreakdownWords {
  readonly id: string
  readonly title: string
  readonly rowTitle: string
  /** The code of the breakdown: `case-status`. */
  readonly breakdown: string
  readonly words?: Readonly<Record<string, string>>
  /** The field of the definition. */
  readonly field: string
  readonly measure: string
  readonly column: string
}

/** Counts by the values of one column, as one column of figures. */
export const breakdownTable = (
  counts: Readonly<Record<string, Figure>>,
  { id, title, rowTitle, breakdown, words = {}, field, measure, column }: BreakdownWords
): ReportTable => ({
  id,
  title,
  breakdown,
  rowTitle,
  columns: [{ title: column, measure }],
  rows: Object.entries(counts).map(
    ([value, count]): TableRow => ({ label: valueInWords(value, words), value, cells: [count] })
  ),
  definitions: definitionsOf(field)
})

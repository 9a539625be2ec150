import type { Colour } from "@safe-return/domain/policy"
import type { Definition, Figure, Mark } from "@safe-return/domain/scorecard"

/** What stands in the place of a figure: a number, or the mark that says why there is none. */
export type Cell = Figure | Mark

/** What is no figure: a name, a note, a direction; with the colour of a target where it is about one. */
export interface Words {
  readonly words: string
  readonly colour?: Colour
}

export type TableCell = Cell | Words

export type Unit = "count" | "percent" | "minutes"

/** What a column, or a row where each row is a measure of its own, says of its figures. */
export interface Measure {
  /** Where it stands in the scorecard: `episodes.total`. */
  readonly measure?: string
  /** A count, unless it says otherwise. */
  readonly unit?: Unit
  /** The case status alone that is counted: `looked-after`; all of them without it. */
  readonly caseStatus?: string
}

export interface TableColumn extends Measure {
  readonly title: string
  /** The code of the column, where the breakdown is by columns: `2026-06`. */
  readonly value?: string
  /** Whether it holds words, and marks in their place, and no figure. */
  readonly isWords?: boolean
}

export interface TableRow extends Measure {
  readonly label: string
  /** The code of the row in the table's breakdown. */
  readonly value?: string
  /** One for each column. */
  readonly cells: ReadonlyArray<TableCell>
  /** What is said beside a cell that was published otherwise before; one for each. */
  readonly notes?: ReadonlyArray<string | undefined>
  /** What the row's share says in words. */
  readonly sentence?: string
}

/** One table of a scorecard, for a workbook, a page, a message or a picture alike. */
export interface ReportTable {
  readonly id: string
  readonly title: string
  /** What is asked, where a table is an answer. */
  readonly question?: string
  /** By what its rows break the measure down: `case-status`. */
  readonly breakdown?: string
  readonly rowTitle: string
  readonly columns: ReadonlyArray<TableColumn>
  readonly rows: ReadonlyArray<TableRow>
  /** What its figures count. */
  readonly definitions: ReadonlyArray<Definition>
}

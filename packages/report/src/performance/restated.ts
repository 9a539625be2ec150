import { cellInWords } from "../tables/cellInWords.ts"
import type { Cell, ReportTable, TableCell, TableRow } from "../tables/reportTable.ts"

/** One figure of one month, as it was published: whole or with small counts withheld. */
export interface LastPublished {
  /** `2026-10` */
  readonly month: string
  readonly measure: string
  readonly figure: Cell
}

/** What was published of each figure, the last at the end, as readers saw it: whole or with small counts withheld. */
export const lastPublished = (
  publications: ReadonlyArray<{
    readonly figures: ReadonlyArray<{
      readonly month: string
      readonly measure: string
      readonly shown: Cell
      readonly whole: Cell
    }>
  }>,
  isSuppressed: boolean
): ReadonlyArray<LastPublished> =>
  publications.flatMap(({ figures }) =>
    figures.map(({ month, measure, shown, whole }) => ({ month, measure, figure: isSuppressed ? shown : whole }))
  )

const isFigure = (cell: TableCell | undefined): cell is Cell => cell !== undefined && typeof cell !== "object"

/**
 * What is said of a figure that is not what it was: that number where the change is as large as a count that may be
 * shown, and no more than that it was revised otherwise.
 */
const restatement = (
  before: Cell,
  now: Cell,
  shownFrom: number,
  inWords: (cell: Cell) => string
): string | undefined => {
  if (before === now) return undefined
  const isLarge = typeof before === "number" && typeof now === "number" && Math.abs(now - before) >= shownFrom
  return isLarge ? `was ${inWords(before)}` : "revised"
}

/** The figures of each month in a report of performance, by what they count. */
const figuresIn = ({ columns, rows }: ReportTable): ReadonlyArray<LastPublished> =>
  rows.flatMap(({ measure, cells }) =>
    columns.flatMap(({ value = "" }, place) => {
      const figure = cells[place]
      return measure !== undefined && /^\d{4}-\d{2}$/.test(value) && isFigure(figure)
        ? [{ month: value, measure, figure }]
        : []
    })
  )

interface HasTables {
  readonly tables: ReadonlyArray<ReportTable>
}

const isPerformance = ({ id }: ReportTable): boolean => id === "performance"

/** What of a report is kept when it is published, so that the next can be held against it. */
export const figuresToPublish = ({ tables }: HasTables): ReadonlyArray<LastPublished> =>
  tables.filter(isPerformance).flatMap(figuresIn)

/** The report with each figure marked that was published otherwise; of several the last that was published counts. */
export const withRestatements = <Report extends HasTables>(
  report: Report,
  published: ReadonlyArray<LastPublished>,
  shownFrom: number
): Report => {
  const last = new Map(published.map(({ month, measure, figure }) => [`${month} ${measure}`, figure]))
  const marked = ({ columns }: ReportTable, row: TableRow): TableRow => {
    const notes = columns.map(({ value }, place) => {
      const before = last.get(`${value} ${row.measure}`)
      const now = row.cells[place]
      return before === undefined || !isFigure(now)
        ? undefined
        : restatement(before, now, shownFrom, (cell) => cellInWords(cell, row.unit))
    })
    return notes.every((note) => note === undefined) ? row : { ...row, notes }
  }
  return {
    ...report,
    tables: report.tables.map((table) =>
      isPerformance(table) ? { ...table, rows: table.rows.map((row) => marked(table, row)) } : table
    )
  }
}

/** Each figure that was published otherwise, in a line: `Episodes …, November 2026: 12 (was 6)`. */
export const restatementsInWords = ({ tables }: HasTables): ReadonlyArray<string> =>
  tables.filter(isPerformance).flatMap(({ columns, rows }) =>
    rows.flatMap(({ cells, notes = [], unit }) =>
      columns.flatMap(({ title }, place) => {
        const [indicator, cell, note] = [cells[0], cells[place], notes[place]]
        return note === undefined || indicator === undefined || cell === undefined
          ? []
          : [`${cellInWords(indicator)}, ${title}: ${cellInWords(cell, unit)} (${note})`]
      })
    )
  )

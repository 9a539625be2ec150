import type { ReportTable } from "../tables/reportTable.ts"

export interface ShownFigure {
  readonly label: string
  readonly figure: number
  /** Its place among the rows. */
  readonly place: number
}

/** The table of this id. */
export const tableOf = (tables: ReadonlyArray<ReportTable>, id: string): ReportTable => {
  const table = tables.find((one) => one.id === id)
  if (table === undefined) throw new Error(`A report has no table ${id}`)
  return table
}

/** The numbers of a column; what is withheld, or is not there, is left out. */
export const shownFigures = ({ columns, rows }: ReportTable, column: string): ReadonlyArray<ShownFigure> => {
  const at = columns.findIndex(({ title }) => title === column)
  return rows.flatMap(({ label, cells }, place) => {
    const figure = cells[at]
    return typeof figure === "number" ? [{ label, figure, place }] : []
  })
}

/** Every row's name in order, those of which nothing is shown too. */
export const labelsOf = ({ rows }: ReportTable): ReadonlyArray<string> => rows.map(({ label }) => label)

/** The number of a row; undefined where it is withheld or is not there. */
export const figureOf = ({ rows }: ReportTable, measure: string): number | undefined => {
  const figure = rows.find((row) => row.measure === measure)?.cells[0]
  return typeof figure === "number" ? figure : undefined
}

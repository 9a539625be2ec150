import type { Report } from "../report.ts"
import type { Cell, ReportTable, Unit } from "./reportTable.ts"

/** One figure with everything that says which it is. Blank where there is nothing to say. */
export interface FigureLine {
  readonly measure: string
  readonly breakdown: string
  readonly value: string
  readonly caseStatus: string
  readonly figure: Cell
  readonly unit: Unit
  readonly sentence: string
}

const linesOf = ({ breakdown = "", columns, rows }: ReportTable): ReadonlyArray<FigureLine> =>
  rows.flatMap((row) =>
    columns.flatMap((column, place): ReadonlyArray<FigureLine> => {
      const figure = row.cells[place]
      const value = row.value ?? column.value ?? ""
      const unit = row.unit ?? column.unit ?? "count"
      if (figure === undefined || typeof figure === "object" || column.isWords) return []
      return [
        {
          measure: row.measure ?? column.measure ?? "",
          breakdown: value === "" ? "" : breakdown,
          value,
          caseStatus: row.caseStatus ?? column.caseStatus ?? "",
          figure,
          unit,
          sentence: row.notes?.[place] ?? (unit === "percent" ? (row.sentence ?? "") : "")
        }
      ]
    })
  )

/** Every figure of every table, one after another. */
export const figureLines = ({ tables }: Report): ReadonlyArray<FigureLine> => tables.flatMap(linesOf)

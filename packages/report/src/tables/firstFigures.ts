import type { FirstFigure } from "../report.ts"
import { cellInWords } from "./cellInWords.ts"
import { type Clocks, daysInWords, hoursInWords } from "./clockWords.ts"
import type { ReportTable, TableCell } from "./reportTable.ts"

/** The figures of a month that a manager asks for first, in words. */
export const firstFigures = (tables: ReadonlyArray<ReportTable>, clocks: Clocks): ReadonlyArray<FirstFigure> => {
  const rowsOf = (id: string) => tables.find((table) => table.id === id)?.rows
  const ofMonth = (measure: string): TableCell =>
    rowsOf("month")?.find((row) => row.measure === measure)?.cells[0] ?? "z"
  const ofAll = (id: string, column: number): TableCell => rowsOf(id)?.[0]?.cells[column] ?? "z"
  return [
    ["Episodes", cellInWords(ofMonth("episodes.total"))],
    ["Children", cellInWords(ofMonth("episodes.children"))],
    ["Children with 3 or more", cellInWords(ofMonth("repeat.children3Plus"))],
    ["Interviews owed", cellInWords(ofAll("interviews", 0))],
    ["Interviews held", cellInWords(ofAll("interviews", 4))],
    [`Within ${hoursInWords(clocks.hours)} (%)`, cellInWords(ofAll("within-72-hours", 2), "percent")],
    [`Within ${daysInWords(clocks.days)} (%)`, cellInWords(ofAll("within-3-working-days", 2), "percent")]
  ]
}

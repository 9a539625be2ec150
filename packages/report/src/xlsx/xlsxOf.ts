import { markWords } from "@safe-return/domain/scorecard"
import type { Cell, Sheet, SheetData } from "write-excel-file/node"
import writeExcelFile from "write-excel-file/node"
import type { Report } from "../report.ts"
import { cellInWords } from "../tables/cellInWords.ts"
import { marksShown } from "../tables/marksShown.ts"
import type { ReportTable, TableCell, TableRow, Unit } from "../tables/reportTable.ts"
import { smallCountsInWords } from "../tables/smallCounts.ts"
import { sheetName } from "./sheetName.ts"

type Width = { readonly width: number }

const heading = (value: string): Cell => ({ value, fontWeight: "bold", wrap: true, backgroundColor: "#e8edf2" })

const wrapped = (value: string): Cell => ({ value, wrap: true, alignVertical: "top" })

/** A number stays a number; a mark stands where it would, at the right. */
const colours = { green: "#c3e6cb", amber: "#ffe8a1", red: "#f5c6cb" } as const

const figureCell = (figure: TableCell, unit: Unit): Cell => {
  if (typeof figure === "object") {
    const { words, colour } = figure
    return { value: words, ...(colour === undefined ? {} : { backgroundColor: colours[colour] }) }
  }
  return typeof figure === "number"
    ? { value: figure, type: Number, format: unit === "percent" ? "0.0" : "#,##0" }
    : { value: figure, align: "right" }
}

const [NARROWEST, WIDEST, FIGURES] = [12, 60, 14]

const widthOf = (texts: ReadonlyArray<string>): Width => ({
  width: Math.min(WIDEST, Math.max(NARROWEST, ...texts.map(({ length }) => length + 2)))
})

const sheet = (name: string, data: SheetData, columns: ReadonlyArray<Width>): Sheet<never> => ({
  data,
  sheet: name,
  columns: [...columns],
  stickyRowsCount: 1
})

const RESTATED = "Published otherwise before"

/** Beside the figures, which stay numbers: `November 2026: was 6`. */
const notesOf = ({ notes = [] }: TableRow, columns: ReportTable["columns"]): string =>
  columns.flatMap(({ title }, place) => (notes[place] === undefined ? [] : [`${title}: ${notes[place]}`])).join("; ")

const tableSheet = (table: ReportTable): Sheet<never> => {
  const { title, rowTitle, columns, rows } = table
  const hasNotes = rows.some(({ notes }) => notes !== undefined)
  const hasSentences = rows.some(({ sentence }) => sentence !== undefined)
  const data: SheetData = [
    [
      rowTitle,
      ...columns.map((column) => column.title),
      ...(hasSentences ? ["In words"] : []),
      ...(hasNotes ? [RESTATED] : [])
    ].map(heading),
    ...rows.map((row) => [
      { value: row.label },
      ...row.cells.map((figure, place) => figureCell(figure, row.unit ?? columns[place]?.unit ?? "count")),
      ...(hasSentences ? [{ value: row.sentence ?? "" }] : []),
      ...(hasNotes ? [{ value: notesOf(row, columns) }] : [])
    ])
  ]
  return sheet(sheetName(title), data, [
    widthOf([rowTitle, ...rows.map(({ label }) => label)]),
    ...columns.map((column, place) =>
      column.isWords === true
        ? widthOf([column.title, ...rows.map((row) => cellInWords(row.cells[place] ?? 0))])
        : { width: FIGURES }
    ),
    ...(hasSentences ? [{ width: WIDEST }] : []),
    ...(hasNotes ? [{ width: WIDEST }] : [])
  ])
}

const aboutSheet = (report: Report): Sheet<never> => {
  const lines = [
    ["Period", report.periodInWords],
    ["As known on", report.asOfInWords],
    ...(report.policy === "" ? [] : [["Policy", report.policy]]),
    ["Small counts", smallCountsInWords(report)],
    ...marksShown(report).map((mark) => [mark, markWords[mark]])
  ]
  return sheet(
    "About",
    [[heading(report.title), heading("")], ...lines.map((line) => line.map((text = "") => wrapped(text)))],
    [{ width: 28 }, { width: WIDEST }]
  )
}

const definitionsSheet = ({ definitions }: Report): Sheet<never> =>
  sheet(
    "Definitions",
    [
      ["Measure", "What is counted", "Source"].map(heading),
      ...definitions.map(({ field, counts, source }) => [field, counts, source].map(wrapped))
    ],
    [{ width: 28 }, { width: 100 }, { width: WIDEST }]
  )

/** A report as a workbook: a sheet a table, what it is about before them and what is counted after them. */
export const xlsxOf = async (report: Report): Promise<Uint8Array> => {
  const sheets = [aboutSheet(report), ...report.tables.map(tableSheet), definitionsSheet(report)]
  return new Uint8Array(await writeExcelFile(sheets, { fontFamily: "Arial", fontSize: 11 }).toBuffer())
}

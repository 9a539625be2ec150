/** A month as managers read it, in a chat: the figures in words first, and then as a chart and a table. */
import { markWords, WITHHELD } from "@safe-return/domain/scorecard"
import {
  cellInWords,
  marksShown,
  type PicturedReport,
  type ReportTable,
  smallCountsInWords,
  type TableCell
} from "@safe-return/report/tables"
import type { ScorecardPost } from "../message/teamMessages.ts"
import { inTimeChart, trendChart } from "../scorecard/scorecardCharts.ts"
import type { Notice, Paragraph, Style, TableParagraph } from "./Notice.ts"
import { small } from "./Notice.ts"

const tableOf = ({ tables }: PicturedReport, id: string): ReadonlyArray<ReportTable> =>
  tables.filter((table) => table.id === id)

/** The last column that fits on a screen: the wide report has every one. */
const LAST_SHOWN = "Colour in month"
const LEFT_OUT: ReadonlySet<string> = new Set(["Good is", "Data note"])

/** A column of colours says nothing where no target is set. */
const hasColour = ({ rows }: ReportTable, place: number): boolean =>
  rows.some(({ cells }) => {
    const cell = cells[place]
    return typeof cell === "object" && cell.colour !== undefined
  })

/** The month's performance, as far as Direction of travel and colour. */
const performanceParagraph = (table: ReportTable, style: Style): TableParagraph => {
  const colours = table.columns.findIndex(({ title }) => title === LAST_SHOWN)
  const last = hasColour(table, colours) ? colours : colours - 1
  const places = table.columns.flatMap(({ title }, place) => (place <= last && !LEFT_OUT.has(title) ? [place] : []))
  const titles = places.map((place) => table.columns[place]?.title ?? "")
  const rows = table.rows.map(({ cells, unit, notes = [] }) =>
    places.map((place) => {
      const cell = cells[place]
      const words = cell === undefined ? "" : cellInWords(cell, unit)
      const note = notes[place]
      return note === undefined ? words : `${words} (${note})`
    })
  )
  return {
    table: {
      caption: table.title,
      columns: titles,
      rows,
      lines: rows.map(
        ([indicator = "", ...figures]) =>
          `• ${style.strong(indicator)}: ${figures.map((figure, place) => `${titles[place + 1]} ${figure}`).join(", ")}`
      )
    }
  }
}

const counted = (cell: TableCell | undefined): string => (cell === undefined ? "" : cellInWords(cell))

/** Tables of one figure a row, of which the first column is said. */
const inOneLine = ["absence", "missing-from", "case-status", "area", "risk", "duration", "times-missing", "not-done"]

/** What occurs; a table that is withheld throughout says so once. */
const occurring = ({ rows }: ReportTable, { text }: Style): string => {
  const shown = rows.filter(({ cells }) => cells[0] !== 0)
  if (shown.length === rows.length && shown.every(({ cells }) => cells[0] === WITHHELD)) return `all ${WITHHELD}`
  if (shown.length === 0) return "none"
  return shown.map(({ label, cells }) => `${text(label)} ${counted(cells[0])}`).join(", ")
}

const breakdownLines = (report: PicturedReport, style: Style): ReadonlyArray<string> =>
  inOneLine.flatMap((id) =>
    tableOf(report, id)
      .filter(({ rows }) => rows.length > 0)
      .map((table) => `${style.strong(table.title)}: ${occurring(table, style)}`)
  )

const charts = (report: PicturedReport): ReadonlyArray<Paragraph> => {
  const [hours] = tableOf(report, "within-72-hours")
  const [days] = tableOf(report, "within-3-working-days")
  return [
    ...tableOf(report, "trend").flatMap(trendChart),
    ...(hours === undefined || days === undefined ? [] : inTimeChart(hours, days))
  ]
}

const marks = (report: PicturedReport): string =>
  marksShown(report)
    .map((mark) => `${mark}: ${markWords[mark]}.`)
    .join(" ")

/** Everything a reader needs, in words too: what is drawn can be left out by a channel that draws nothing. */
export const scorecardNotice = (report: PicturedReport, style: Style): Notice => {
  const { firstFigures: figures } = report
  const said = figures.map(([label, figure]) => `${label}: ${figure}`).join("; ")
  return {
    summary: `${report.title}, ${report.periodInWords}. ${said}.`,
    title: `${report.title}: ${report.periodInWords}`,
    paragraphs: [
      { facts: figures },
      report.opening.join("\n"),
      ...charts(report),
      ...tableOf(report, "performance").map((table) => performanceParagraph(table, style)),
      breakdownLines(report, style).join("\n"),
      small(
        [
          `As known on ${report.asOfInWords}, by the policy ${style.text(report.policy)}.`,
          "Values that do not occur are left out.",
          smallCountsInWords(report),
          marks(report)
        ].join(" ")
      )
    ]
  }
}

/** The post of the first working day of a month. */
export const scorecardPost = ({ report }: ScorecardPost, style: Style): Notice => scorecardNotice(report, style)

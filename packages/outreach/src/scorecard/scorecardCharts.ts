/** The two pictures of a scorecard that a chat can draw itself. */
import { cellInWords, type ReportTable, type TableCell } from "@safe-return/report/tables"
import type { ChartParagraph } from "../notices/Notice.ts"

type Series = ChartParagraph["chart"]["series"][number]

/** The column of this title, a cell for each row. */
const cellsOf = ({ columns, rows }: ReportTable, title: string): ReadonlyArray<TableCell | undefined> => {
  const at = columns.findIndex((column) => column.title === title)
  return rows.map(({ cells }) => cells[at])
}

const isNumber = (cell: TableCell | undefined): cell is number => typeof cell === "number"

/** The numbers of these rows; none where one of them is withheld or is not there. */
const seriesOf = (
  name: string,
  cells: ReadonlyArray<TableCell | undefined>,
  places: ReadonlyArray<number>
): ReadonlyArray<Series> => {
  const figures = places.map((place) => cells[place]).filter(isNumber)
  return figures.length < places.length ? [] : [{ name, figures }]
}

const placesWithNumbers = (...columns: ReadonlyArray<ReadonlyArray<TableCell | undefined>>): ReadonlyArray<number> =>
  (columns[0] ?? []).flatMap((_, place) => (columns.every((cells) => isNumber(cells[place])) ? [place] : []))

const inWords = (cell: TableCell | undefined): string => (cell === undefined ? "" : cellInWords(cell))

/** `Jun 2026`: a category holds few letters. */
const shortMonth = (label: string): string => label.replace(/^(\p{L}{3})\p{L}*/u, "$1")

/** Episodes by month, and the year before beside them where every month has it. */
export const trendChart = (table: ReportTable): ReadonlyArray<ChartParagraph> => {
  const [now, before] = [cellsOf(table, "Episodes"), cellsOf(table, "Episodes a year before")]
  const places = placesWithNumbers(now)
  const labels = table.rows.map(({ label }) => shortMonth(label))
  return [
    {
      chart: {
        title: "Episodes by month, with the year before",
        kind: "bar",
        categories: places.map((place) => labels[place] ?? ""),
        series:
          places.length === 0
            ? []
            : [...seriesOf("Episodes", now, places), ...seriesOf("A year before", before, places)],
        lines: [
          `Episodes by month: ${labels.map((label, place) => `${label} ${inWords(now[place])}`).join(", ")}`,
          ...(before.some(isNumber)
            ? [`The year before: ${labels.map((label, place) => `${label} ${inWords(before[place])}`).join(", ")}`]
            : [])
        ]
      }
    }
  ]
}

const shareInWords = ({ rows }: ReportTable, place: number, time: string): string => {
  const [met, of, percent] = rows[place]?.cells ?? []
  const isShare = isNumber(percent)
  return `${inWords(met)} of ${inWords(of)}${isShare ? ` (${cellInWords(percent, "percent")}%)` : ""} within ${time}`
}

/** `72 hours` of the table of what was held within them. */
const timeOf = ({ title }: ReportTable): string => title.replace(/^Held within /, "")

/** The shares held in time by case status, by both clocks; each says what it is made of in its line. */
export const inTimeChart = (hours: ReportTable, days: ReportTable): ReadonlyArray<ChartParagraph> => {
  const [inHours, inDays] = [cellsOf(hours, "Share (%)"), cellsOf(days, "Share (%)")]
  const places = placesWithNumbers(inHours, inDays)
  const [hoursName, daysName] = [timeOf(hours), timeOf(days)]
  return [
    {
      chart: {
        title: "Interviews held in time, % by case status",
        kind: "bar",
        categories: places.map((place) => hours.rows[place]?.label ?? ""),
        series:
          places.length === 0 ? [] : [...seriesOf(hoursName, inHours, places), ...seriesOf(daysName, inDays, places)],
        lines: [
          "Interviews held in time, by case status",
          ...hours.rows.flatMap(({ label, cells }, place) =>
            place > 0 && cells[1] === 0
              ? []
              : [`• ${label}: ${shareInWords(hours, place, hoursName)}, ${shareInWords(days, place, daysName)}`]
          )
        ]
      }
    }
  ]
}

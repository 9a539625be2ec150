import type { ReportTable } from "../tables/reportTable.ts"
import { figuresInWords, leftOutInWords } from "./describe.ts"
import { DARK, frame, INK, LIGHT, PAPER } from "./look.ts"
import type { Picture } from "./picture.ts"
import { labelsOf, type ShownFigure, shownFigures, tableOf } from "./shownFigures.ts"

const YEAR_BEFORE = "Same month a year before"
/** Of the axis, so that a number fits into its column. */
const TALL = 0.12
const THIS = "Episodes in the month"

/** `Jun`, and the year below it where it begins or the picture does. */
const shortMonth = (label: string, place: number): string => {
  const [month = "", year = ""] = label.split(" ")
  return place === 0 || month === "January" ? `${month.slice(0, 3)} ${year}` : month.slice(0, 3)
}

/** Episodes by month as columns, the year before as a line across each. */
export const trendPicture = (tables: ReadonlyArray<ReportTable>): Picture => {
  const table = tableOf(tables, "trend")
  const [now, before] = [shownFigures(table, "Episodes"), shownFigures(table, "Episodes a year before")]
  const months = labelsOf(table).map((label, place) => ({ place, text: shortMonth(label, place) }))
  const most = Math.max(0, ...now.map(({ figure }) => figure), ...before.map(({ figure }) => figure))
  const isTall = ({ figure }: ShownFigure) => figure > 0 && figure / most >= TALL
  const asks = table.rows.length * 2
  return {
    id: "trend",
    title: "Episodes by month, with the year before",
    description: `Columns for thirteen months: ${figuresInWords(now)}. A line across each month for the year before: ${figuresInWords(before)}.${leftOutInWords(now.length + before.length, asks)}`,
    tables: [table],
    isEmpty: now.length + before.length === 0,
    spec: (size) => {
      const labels = months.map(({ text }) => (size === "wide" ? text : text.slice(0, 1)))
      const x = {
        field: "place",
        type: "ordinal",
        scale: { domain: months.map(({ place }) => place), paddingInner: 0.25 },
        axis: {
          title: null,
          labelAngle: 0,
          labelOverlap: false,
          ticks: false,
          labelExpr: `split(${JSON.stringify(labels)}[datum.value], ' ')`
        }
      } as const
      const y = {
        field: "figure",
        type: "quantitative",
        scale: { domain: [0, Math.max(1, most)], nice: true },
        axis: { title: "Episodes", tickMinStep: 1 }
      } as const
      const color = {
        field: "what",
        type: "nominal",
        scale: { domain: [THIS, YEAR_BEFORE], range: [DARK, LIGHT] },
        legend: {
          title: null,
          orient: "top",
          symbolType: "square",
          direction: size === "wide" ? "horizontal" : "vertical"
        }
      } as const
      const fontSize = size === "wide" ? 13 : 11
      return {
        ...frame(size, 300),
        layer: [
          {
            data: { values: now.map((one) => ({ ...one, what: THIS })) },
            mark: { type: "bar" },
            encoding: { x, y, color }
          },
          {
            data: { values: before.map((one) => ({ ...one, what: YEAR_BEFORE })) },
            mark: {
              type: "tick",
              thickness: 4,
              bandSize: size === "wide" ? 44 : 18,
              opacity: 1,
              stroke: INK,
              strokeWidth: 0.5
            },
            encoding: { x, y, color }
          },
          {
            data: { values: now.filter(isTall) },
            mark: { type: "text", baseline: "bottom", dy: -4, fontSize, color: PAPER },
            encoding: { x, y: { ...y, field: undefined, datum: 0 }, text: { field: "figure" } }
          },
          {
            data: { values: now.filter((one) => !isTall(one)) },
            mark: { type: "text", baseline: "bottom", dy: -6, fontSize },
            encoding: { x, y, text: { field: "figure" } }
          }
        ]
      }
    }
  }
}

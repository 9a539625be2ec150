import { figuresInWords, leftOutInWords } from "../pictures/describe.ts"
import { DARK, frame, INK } from "../pictures/look.ts"
import type { Picture, Size } from "../pictures/picture.ts"
import { shownFigures } from "../pictures/shownFigures.ts"
import type { ReportTable } from "../tables/reportTable.ts"

/** Of a row's height, so that its name and numbers fit above the columns. */
const TALLEST = 0.5
/** Where the name of a row stands, and where its columns begin and end in their place. */
const [NAME_AT, FROM, TO] = [0.9, 0.15, 0.85]

const AXIS = ["Quarter of the financial year.", "Each row has its own scale."]

/** `Q4`, and the year below it where it begins or the picture does. */
const shortQuarter = (quarter: string, place: number, size: Size): string => {
  const [year, name] = [quarter.slice(0, 7), quarter.slice(8)]
  return place === 0 || name === "Q1" ? `${name} ${size === "wide" ? year : year.slice(2)}` : name
}

/** What a row of columns shows, and where: the first row is at the top. */
const rowOf = (table: ReportTable, name: string, bottom: number) => {
  const figures = shownFigures(table, name)
  const most = Math.max(1, ...figures.map(({ figure }) => figure))
  const columns = figures.map(({ figure, place }) => ({
    figure,
    from: place + FROM,
    to: place + TO,
    middle: place + (FROM + TO) / 2,
    bottom,
    top: bottom + (figure / most) * TALLEST
  }))
  return { name, bottom, nameAt: bottom + NAME_AT, figures, columns }
}

/** New, open and closed cases by quarter, each a row of columns. */
export const quartersPicture = (table: ReportTable): Picture => {
  const names = table.columns.map(({ title }) => title)
  const rows = names.map((name, place) => rowOf(table, name, names.length - 1 - place))
  const columns = rows.flatMap((row) => row.columns)
  const quarters = table.rows.map(({ value = "" }) => value)
  const inWords = rows.map(({ name, figures }) => `${name}: ${figuresInWords(figures)}.`).join(" ")
  return {
    id: "quarters",
    title: "Quarter by quarter",
    description: `Three rows of columns for eight quarters, each row with its own scale. ${inWords}${leftOutInWords(columns.length, names.length * quarters.length)}`,
    tables: [table],
    isEmpty: columns.length === 0,
    spec: (size) => {
      const labels = quarters.map((quarter, place) => shortQuarter(quarter, place, size))
      const x = {
        type: "quantitative",
        scale: { domain: [0, quarters.length], nice: false },
        axis: {
          title: size === "wide" ? AXIS.join(" ") : AXIS,
          values: labels.map((_, place) => place + (FROM + TO) / 2),
          labelExpr: `split(${JSON.stringify(labels)}[floor(datum.value)], ' ')`,
          labelOverlap: false,
          labelFontSize: size === "wide" ? 13 : 11,
          titleFontSize: size === "wide" ? 13 : 11,
          ticks: false,
          domain: false
        }
      } as const
      const y = { type: "quantitative", scale: { domain: [0, names.length], nice: false }, axis: null } as const
      return {
        ...frame(size, 400),
        layer: [
          {
            data: { values: columns },
            mark: { type: "bar", color: DARK },
            encoding: {
              x: { ...x, field: "from" },
              x2: { field: "to" },
              y: { ...y, field: "bottom" },
              y2: { field: "top" }
            }
          },
          {
            data: { values: columns },
            mark: { type: "text", baseline: "bottom", dy: -3, fontSize: size === "wide" ? 13 : 11 },
            encoding: { x: { ...x, field: "middle" }, y: { ...y, field: "top" }, text: { field: "figure" } }
          },
          {
            data: { values: rows.map(({ bottom }) => ({ bottom })) },
            mark: { type: "rule", color: INK },
            encoding: { y: { ...y, field: "bottom" } }
          },
          {
            data: { values: rows.map(({ name, nameAt }) => ({ name, nameAt })) },
            mark: { type: "text", align: "left", baseline: "top", fontWeight: "bold" },
            encoding: { x: { ...x, datum: 0 }, y: { ...y, field: "nameAt" }, text: { field: "name" } }
          }
        ]
      }
    }
  }
}

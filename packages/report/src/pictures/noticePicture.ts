import type { ReportTable } from "../tables/reportTable.ts"
import { DARK, frame, INK } from "./look.ts"
import type { Picture } from "./picture.ts"
import { figureOf, tableOf } from "./shownFigures.ts"

/** How long the council waited to be told: those over an hour inside all that are measured. */
export const noticePicture = (tables: ReadonlyArray<ReportTable>): Picture => {
  const month = tableOf(tables, "month")
  const table = {
    ...month,
    definitions: month.definitions.filter(({ field }) => field === "notice"),
    id: "notice",
    title: "From report to notice",
    rows: month.rows.filter(({ measure }) => measure?.startsWith("notice."))
  }
  const [measured, over, median] = ["measured", "overOneHour", "medianMinutes"].map((name) =>
    figureOf(table, `notice.${name}`)
  )
  const bars = [
    { what: "Measured", figure: measured },
    { what: "Over an hour", figure: over }
  ].filter((bar): bar is { what: string; figure: number } => bar.figure !== undefined)
  const middle = median === undefined ? "The median is not shown" : `The median is ${median} minutes`
  return {
    id: "notice",
    title: "From the report to the council's being told",
    description: `${bars.length === 0 ? "No bar is drawn" : `Bars: ${bars.map(({ what, figure }) => `${what} ${figure}`).join(", ")}`}. ${middle}.`,
    tables: [table],
    isEmpty: bars.length === 0,
    spec: (size) => {
      const y = {
        field: "what",
        type: "ordinal",
        scale: { domain: ["Measured", "Over an hour"], paddingInner: 0.3 },
        axis: { title: null, ticks: false, domain: false }
      } as const
      const scale = { domain: [0, Math.max(1, measured ?? 0, over ?? 0)] }
      const x = { field: "figure", type: "quantitative", scale, axis: { title: "Episodes", tickMinStep: 1 } } as const
      return {
        ...frame(size, 170),
        ...(median === undefined
          ? {}
          : { title: { text: `Median: ${median} minutes`, anchor: "start", fontSize: 14, color: INK } }),
        data: { values: bars },
        layer: [
          {
            mark: { type: "bar", stroke: DARK, strokeWidth: 2 },
            encoding: {
              y,
              x,
              color: {
                field: "what",
                type: "nominal",
                scale: { domain: ["Measured", "Over an hour"], range: ["#ffffff", DARK] },
                legend: null
              }
            }
          },
          { mark: { type: "text", align: "left", dx: 5 }, encoding: { y, x, text: { field: "figure" } } }
        ]
      }
    }
  }
}

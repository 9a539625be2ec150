import type { Report } from "../tables/reportTable.ts"
import { figuresInWords, leftOutInWords } from "./describe.ts"
import { DARK, frame } from "./look.ts"
import type { Picture } from "./picture.ts"
import { labelsOf, shownFigures, tableOf } from "./shownFigures.ts"

/** Children by how many times they were missing in twelve months. */
export const timesMissingPicture = (report: Report): Picture => {
  const table = tableOf(report, "times-missing")
  const figures = shownFigures(table, "Children")
  const most = Math.max(1, ...figures.map(({ figure }) => figure))
  return {
    id: "times-missing",
    title: "Children by times missing in twelve months",
    description: `A bar for each band: ${figuresInWords(figures)}.${leftOutInWords(figures.length, table.rows.length)}`,
    tables: [table],
    isEmpty: figures.length === 0,
    spec: (size) => {
      const y = {
        field: "label",
        type: "ordinal",
        scale: { domain: labelsOf(table), paddingInner: 0.25 },
        axis: { title: null, ticks: false, domain: false }
      } as const
      const x = {
        field: "figure",
        type: "quantitative",
        scale: { domain: [0, most] },
        axis: { title: "Children", tickMinStep: 1 }
      } as const
      return {
        ...frame(size, 320),
        data: { values: [...figures] },
        layer: [
          { mark: { type: "bar", color: DARK }, encoding: { y, x } },
          { mark: { type: "text", align: "left", dx: 5 }, encoding: { y, x, text: { field: "figure" } } }
        ]
      }
    }
  }
}

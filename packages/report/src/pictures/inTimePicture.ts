import { type Clocks, daysInWords, hoursInWords } from "../tables/clockWords.ts"
import type { ReportTable } from "../tables/reportTable.ts"
import { leftOutInWords } from "./describe.ts"
import { inTwoLines } from "./inTwoLines.ts"
import { DARK, frame, INK, LIGHT } from "./look.ts"
import type { Picture } from "./picture.ts"
import { labelsOf, shownFigures, tableOf } from "./shownFigures.ts"

/** A share with what it is made of; of too few there are the numbers alone. */
const sharesOf = (table: ReportTable, clock: string) => {
  const [met, of, shares] = ["In time", "Of", "Share (%)"].map((column) => shownFigures(table, column))
  return labelsOf(table).flatMap((label) => {
    const at = (figures: typeof met) => figures?.find((one) => one.label === label)?.figure
    const [part, whole, percent] = [at(met), at(of), at(shares)]
    if (part === undefined || whole === undefined || whole === 0) return []
    const share = percent === undefined ? "" : `${percent.toFixed(1)}%: `
    return [{ label, clock, percent: percent ?? 0, words: `${share}${part} of ${whole}` }]
  })
}

/** The share in time by case status, by both clocks, each with its numerator and denominator. */
export const inTimePicture = (all: ReadonlyArray<ReportTable>, { hours, days }: Clocks): Picture => {
  const clocks = [`Within ${hoursInWords(hours)}`, `Within ${daysInWords(days)}`] as const
  const tables = [tableOf(all, "within-72-hours"), tableOf(all, "within-3-working-days")]
  const shares = tables.flatMap((table, place) => sharesOf(table, clocks[place] ?? ""))
  const rows = tables.flatMap(labelsOf)
  const inWords = shares.map(({ label, clock, words }) => `${label}, ${clock.toLowerCase()}: ${words}`).join("; ")
  return {
    id: "in-time",
    title: "Interviews held in time, by case status",
    description: `Two bars for each case status. ${shares.length === 0 ? "No share is shown" : inWords}.${leftOutInWords(shares.length, rows.length)}`,
    tables,
    isEmpty: shares.length === 0,
    spec: (size) => {
      const y = {
        field: "label",
        type: "ordinal",
        scale: { domain: [...new Set(rows)], paddingInner: 0.25 },
        axis: {
          title: null,
          ticks: false,
          domain: false,
          labelLimit: size === "wide" ? 300 : 170,
          ...(size === "wide"
            ? {}
            : {
                labelExpr: `split(${JSON.stringify(Object.fromEntries(rows.map((label) => [label, inTwoLines(label)])))}[datum.value], '\\n')`
              }),
          labelFontSize: size === "wide" ? 13 : 11
        }
      } as const
      const x = {
        field: "percent",
        type: "quantitative",
        scale: { domain: [0, size === "wide" ? 130 : 190], nice: false },
        axis: { title: "Held in time (%)", values: [0, 25, 50, 75, 100] }
      } as const
      const yOffset = { field: "clock", type: "nominal", scale: { domain: [...clocks] } } as const
      return {
        ...frame(size, 420),
        data: { values: shares },
        layer: [
          {
            mark: { type: "bar", stroke: INK, strokeWidth: 0.5 },
            encoding: {
              y,
              yOffset,
              x,
              color: {
                field: "clock",
                type: "nominal",
                scale: { domain: [...clocks], range: [DARK, LIGHT] },
                legend: {
                  title: null,
                  orient: "top",
                  symbolType: "square",
                  direction: size === "wide" ? "horizontal" : "vertical"
                }
              }
            }
          },
          {
            mark: { type: "text", align: "left", dx: 5, fontSize: size === "wide" ? 13 : 11 },
            encoding: { y, yOffset, x, text: { field: "words" } }
          }
        ]
      }
    }
  }
}

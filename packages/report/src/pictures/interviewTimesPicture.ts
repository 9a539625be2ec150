import { endOfBand } from "@safe-return/domain/scorecard"
import type { Clocks } from "../tables/clockWords.ts"
import type { ReportTable } from "../tables/reportTable.ts"
import { figuresInWords, leftOutInWords } from "./describe.ts"
import { DARK, frame, INK, LIGHT } from "./look.ts"
import type { Picture } from "./picture.ts"
import { shownFigures, tableOf } from "./shownFigures.ts"

const HOURS_A_DAY = 24
/** From here on the axis counts in days. */
const IN_DAYS_FROM = 96

const edgeInWords = (hours: number): string =>
  hours < IN_DAYS_FROM || hours % HOURS_A_DAY !== 0 ? `${hours} h` : `${hours / HOURS_A_DAY} days`

/** Where so many hours lie among bands that are drawn equally wide. */
const placeOf = (hours: number, ends: ReadonlyArray<number>): number => {
  const band = ends.findIndex((end) => hours <= end)
  if (band === -1) return ends.length
  const [from, to] = [ends[band - 1] ?? 0, ends[band] ?? hours]
  return band + (hours - from) / (to - from)
}

/** How long after the return interviews were held, with both clocks drawn in. */
export const interviewTimesPicture = (tables: ReadonlyArray<ReportTable>, { hours, workingDays }: Clocks): Picture => {
  const table = tableOf(tables, "interview-times")
  const figures = shownFigures(table, "Interviews held")
  const ends = table.rows.flatMap(({ value = "" }) => endOfBand(value) ?? [])
  const span =
    workingDays === undefined
      ? ""
      : ` The working days of returns in this month are over between ${workingDays.shortest} and ${workingDays.longest} hours.`
  return {
    id: "interview-times",
    title: "Time from return to interview, with both clocks",
    description: `A column for each band: ${figuresInWords(figures)}. A line stands at ${hours} hours.${span}${leftOutInWords(figures.length, table.rows.length)}`,
    tables: [table],
    isEmpty: figures.length === 0,
    spec: (size) => {
      const domain = [0, ends.length + 1]
      const edges = [0, ...ends].map((end) =>
        size === "wide" ? edgeInWords(end) : edgeInWords(end).replace(" days", "d").replace(" h", "h")
      )
      const x = {
        type: "quantitative",
        scale: { domain, nice: false },
        axis: {
          title: "Time from the return",
          values: edges.map((_, place) => place),
          labelExpr: `${JSON.stringify(edges)}[datum.value]`,
          labelFontSize: size === "wide" ? 13 : 10
        }
      } as const
      const most = Math.max(1, ...figures.map(({ figure }) => figure))
      const y = {
        type: "quantitative",
        scale: { domain: [0, most * 1.3], nice: false },
        axis: { title: "Interviews held", tickMinStep: 1 }
      } as const
      const label = {
        type: "text",
        align: "left",
        baseline: "top",
        dx: 5,
        fontSize: size === "wide" ? 13 : 11
      } as const
      const at = placeOf(hours, ends)
      const zone =
        workingDays === undefined
          ? []
          : [{ from: placeOf(workingDays.shortest, ends), to: placeOf(workingDays.longest, ends), top: most * 1.3 }]
      return {
        ...frame(size, 320),
        layer: [
          {
            data: { values: zone },
            mark: { type: "rect", color: LIGHT, opacity: 0.25, stroke: INK, strokeDash: [4, 3], strokeOpacity: 1 },
            encoding: { x: { ...x, field: "from" }, x2: { field: "to" }, y: { ...y, field: "top" }, y2: { datum: 0 } }
          },
          {
            data: { values: figures.map(({ figure, place }) => ({ figure, from: place + 0.08, to: place + 0.92 })) },
            mark: { type: "bar", color: DARK },
            encoding: {
              x: { ...x, field: "from" },
              x2: { field: "to" },
              y: { ...y, field: "figure" },
              y2: { datum: 0 }
            }
          },
          {
            data: { values: figures.map(({ figure, place }) => ({ figure, at: place + 0.5 })) },
            mark: { type: "text", baseline: "bottom", dy: -3 },
            encoding: { x: { ...x, field: "at" }, y: { ...y, field: "figure" }, text: { field: "figure" } }
          },
          {
            data: { values: [{ at }] },
            mark: { type: "rule", strokeWidth: 3, color: INK },
            encoding: { x: { ...x, field: "at" } }
          },
          {
            data: { values: [{ at, top: most * 1.3, words: `${hours} hours` }] },
            mark: { ...label, align: "right", dx: -5, fontWeight: "bold" },
            encoding: { x: { ...x, field: "at" }, y: { ...y, field: "top" }, text: { field: "words" } }
          },
          {
            data: { values: zone.map((one) => ({ ...one, words: ["working days end", "in this span"] })) },
            mark: { ...label, fontWeight: "bold" },
            encoding: { x: { ...x, field: "from" }, y: { ...y, field: "top" }, text: { field: "words" } }
          }
        ]
      }
    }
  }
}

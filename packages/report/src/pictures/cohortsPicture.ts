import type { ReportTable } from "../tables/reportTable.ts"
import { figuresInWords, leftOutInWords } from "./describe.ts"
import { colours, frame, INK, inksOn } from "./look.ts"
import type { Picture } from "./picture.ts"
import { labelsOf, shownFigures, tableOf } from "./shownFigures.ts"

/** Of a bar, so that a number fits into its piece. */
const NARROWEST_SHARE = 0.05

/** One bar and what it is made of: a zero has no piece. */
const barOf = (what: string, table: ReportTable, column: string, statuses: ReadonlyArray<string>) =>
  shownFigures(table, column)
    .filter(({ label }) => statuses.includes(label))
    .map(({ label, figure }) => ({ what, label, figure, place: statuses.indexOf(label) }))

/** Where each piece of the bars begins and ends. */
const stacked = <Piece extends { readonly figure: number }>(pieces: ReadonlyArray<Piece>) => {
  let end = 0
  return pieces
    .filter(({ figure }) => figure > 0)
    .map((piece) => {
      const from = end
      end += piece.figure
      return { ...piece, from, to: end, middle: from + piece.figure / 2 }
    })
}

/** Episodes and interviews as bars, each piece a case status. */
export const cohortsPicture = (tables: ReadonlyArray<ReportTable>): Picture => {
  const [episodes, interviews] = [tableOf(tables, "case-status"), tableOf(tables, "interviews")]
  const statuses = labelsOf(episodes)
  const bars = [
    barOf("Episodes", episodes, "Episodes", statuses),
    barOf("Interviews owed", interviews, "Owed", statuses),
    barOf("Interviews held", interviews, "Held", statuses)
  ]
  const names = ["Episodes", "Interviews owed", "Interviews held"]
  const pieces = bars.flatMap(stacked)
  const longest = Math.max(1, ...pieces.map(({ to }) => to))
  return {
    id: "cohorts",
    title: "Episodes and interviews by case status",
    description: `Three bars, each made of the case statuses. ${names
      .map((name, place) => `${name}: ${figuresInWords(bars[place] ?? [])}.`)
      .join(" ")}${leftOutInWords(bars.flat().length, statuses.length * bars.length)}`,
    tables: [episodes, interviews],
    isEmpty: pieces.length === 0,
    spec: (size) => {
      const y = {
        field: "what",
        type: "ordinal",
        sort: names,
        scale: { domain: names, paddingInner: 0.3 },
        axis: { title: null, ticks: false, domain: false }
      } as const
      const x = {
        type: "quantitative",
        scale: { domain: [0, longest], nice: false },
        axis: { title: null, tickMinStep: 1 }
      } as const
      return {
        ...frame(size, size === "wide" ? 270 : 330),
        layer: [
          {
            data: { values: pieces },
            mark: { type: "bar", stroke: INK, strokeWidth: 1 },
            encoding: {
              y,
              x: { ...x, field: "from" },
              x2: { field: "to" },
              color: {
                field: "label",
                type: "nominal",
                scale: { domain: [...statuses], range: [...colours] },
                legend: {
                  title: null,
                  orient: "bottom",
                  columns: size === "wide" ? 2 : 1,
                  symbolType: "square"
                }
              }
            }
          },
          {
            data: { values: pieces.filter(({ figure }) => figure / longest >= NARROWEST_SHARE) },
            mark: { type: "text" },
            encoding: {
              y,
              x: { ...x, field: "middle" },
              text: { field: "figure" },
              color: {
                field: "place",
                type: "ordinal",
                scale: { domain: statuses.map((_, place) => place), range: [...inksOn] },
                legend: null
              }
            }
          }
        ],
        resolve: { scale: { color: "independent" } }
      }
    }
  }
}

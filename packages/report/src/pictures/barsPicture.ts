import type { ReportTable } from "../tables/reportTable.ts"
import { figuresInWords, leftOutInWords } from "./describe.ts"
import { inTwoLines } from "./inTwoLines.ts"
import { DARK, frame, INK, WIDTH } from "./look.ts"
import type { Picture, Size } from "./picture.ts"
import { labelsOf, shownFigures } from "./shownFigures.ts"

/** What one column of figures looks like. */
export interface Bars {
  readonly id: string
  readonly title: string
  /** Which column of the table is drawn. */
  readonly column: string
  /** What there is a bar for: `a bar for each band`. */
  readonly each: string
  readonly heights: Readonly<Record<Size, number>>
}

/** What a letter of a label takes up; Vega's own estimate is far too wide. */
const LETTER: Readonly<Record<Size, number>> = { wide: 7, narrow: 6 }
const FONT_SIZE: Readonly<Record<Size, number>> = { wide: 13, narrow: 11 }
/** From so many letters on a label takes two lines where there is little room, each so many pixels high. */
const [LONG_LABEL, LINE] = [18, 13]
/** Between a label and its bar, and between a bar and its number. */
const GAP = 6
/** Right of the longest bar, for its number. */
const ROOM_FOR_NUMBER = 40

/** A bar for each row of a table, in the order of its rows. */
export const barsPicture = (table: ReportTable, { id, title, column, each, heights }: Bars): Picture => {
  const figures = shownFigures(table, column)
  const labels = labelsOf(table)
  const most = Math.max(1, ...figures.map(({ figure }) => figure))
  return {
    id,
    title,
    description: `A bar for each ${each}: ${figuresInWords(figures)}.${leftOutInWords(figures.length, table.rows.length)}`,
    tables: [table],
    isEmpty: figures.length === 0,
    spec: (size) => {
      const names = labels.map((label) => {
        const lines = (size === "wide" ? label : inTwoLines(label, LONG_LABEL)).split("\n")
        return { label, lines, raise: ((lines.length - 1) * LINE) / 2 }
      })
      const longest = Math.max(...names.flatMap(({ lines }) => lines.map(({ length }) => length)))
      const room = longest * LETTER[size] + GAP
      const scale = most / (WIDTH[size] - room - ROOM_FOR_NUMBER)
      const y = { field: "label", type: "ordinal", scale: { domain: labels, paddingInner: 0.25 }, axis: null } as const
      const x = {
        type: "quantitative",
        scale: { domain: [-room * scale, most + ROOM_FOR_NUMBER * scale], nice: false },
        axis: null
      } as const
      const text = { type: "text", fontSize: FONT_SIZE[size] } as const
      return {
        ...frame(size, heights[size]),
        data: { values: [...figures] },
        layer: [
          { mark: { type: "bar", color: DARK }, encoding: { y, x: { ...x, field: "figure" } } },
          {
            mark: { ...text, align: "left", dx: GAP },
            encoding: { y, x: { ...x, field: "figure" }, text: { field: "figure" } }
          },
          {
            data: { values: names },
            mark: { ...text, align: "right", dx: -GAP, dy: { expr: "-datum.raise" }, lineHeight: LINE },
            encoding: { y, x: { ...x, datum: 0 }, text: { field: "lines" } }
          },
          { data: { values: [{}] }, mark: { type: "rule", color: INK }, encoding: { x: { ...x, datum: 0 } } }
        ]
      }
    }
  }
}

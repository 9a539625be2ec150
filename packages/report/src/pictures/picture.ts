import type { ReportTable } from "../tables/reportTable.ts"

/** Where a picture is shown, by the room that it has. */
export type Size = "wide" | "narrow"

/** What stands in place of a picture without a mark. */
export const NOTHING_TO_DRAW = "There is no figure to draw: each is withheld, or there is none."

/** A picture of tables. It has no figure that they have not, and none of those that are withheld. */
export interface Picture {
  readonly id: string
  readonly title: string
  /** What it shows, in words, for those who do not see it. */
  readonly description: string
  /** The tables that have its figures. */
  readonly tables: ReadonlyArray<ReportTable>
  /** Whether nothing would be drawn, because every figure is withheld or none is there. */
  readonly isEmpty: boolean
  /** In Vega-Lite, whose types take no constants. */
  readonly spec: (size: Size) => Readonly<Record<string, unknown>>
}

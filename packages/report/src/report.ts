import type { Definition } from "@safe-return/domain/scorecard"
import type { Picture } from "./pictures/picture.ts"
import type { ReportTable } from "./tables/reportTable.ts"

/** Figures as tables, which every format prints. */
export interface Report {
  readonly title: string
  /** `2026-06`, a quarter: `2026-27-Q1`, or a year: `2025-26`. */
  readonly period: string
  /** `June 2026` */
  readonly periodInWords: string
  /** Up to when facts were known: a moment in ISO 8601, UTC, or a day up to whose end. */
  readonly asOf: string
  /** The same as people read it, in London. */
  readonly asOfInWords: string
  /** The id of the policy by which every episode was judged; blank where no policy plays a part. */
  readonly policy: string
  /** Whether small counts are withheld. */
  readonly isSuppressed: boolean
  readonly tables: ReadonlyArray<ReportTable>
  /** What every figure counts, in the order of the published shape. */
  readonly definitions: ReadonlyArray<Definition>
}

/** A label and its figure in words. */
export type FirstFigure = readonly [label: string, figure: string]

/** A report that is looked at too. */
export interface PicturedReport extends Report {
  /** The figures that a manager asks for first. */
  readonly firstFigures: ReadonlyArray<FirstFigure>
  /** Sentences that stand before every table. */
  readonly opening: ReadonlyArray<string>
  /** What people would rather look at than read. */
  readonly pictures: ReadonlyArray<Picture>
  /** Said below the pictures. */
  readonly picturesNote: string
  /** Over the tables that no picture shows. */
  readonly restTitle: string
}

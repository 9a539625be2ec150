import { badInput } from "@safe-return/exchange/reading"
import { type ReportFormat, reportFormats } from "@safe-return/report"
import { Effect, Option } from "effect"
import { Flag } from "effect/cli"

export type ScorecardFormat = "json" | ReportFormat

export const format = Flag.Literals("format", ["json", ...reportFormats]).pipe(
  Flag.withDescription(
    "json: the published shape, for scripts; csv: a line a figure; xlsx: a workbook, a sheet a table; html: a page for screen and paper; svg, png: the pictures on one sheet (default: text for people)"
  ),
  Flag.optional
)

const twoFormats = badInput({
  field: "--json",
  message: "This is another name of --format json. Give one of the two."
})

/** The format that is asked for, by either of its names; none for people, who read text. */
export const formatAmong = <Format extends string>(given: {
  readonly format: Option.Option<Format | "json">
  readonly json: boolean
}) =>
  given.json && Option.exists(given.format, (named) => named !== "json")
    ? Effect.fail(twoFormats)
    : Effect.succeed<Format | "json" | undefined>(given.json ? "json" : Option.getOrUndefined(given.format))

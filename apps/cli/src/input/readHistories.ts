import { Instant, parseInstant } from "@safe-return/domain/calendar"
import { parseReferencePatterns } from "@safe-return/domain/pathway"
import type { Policy } from "@safe-return/domain/policy"
import {
  badInput,
  type ChildHistories,
  childHistories,
  type EpisodeTable,
  readEpisodeTable
} from "@safe-return/exchange"
import { Clock, Effect, Option, Result } from "effect"
import { Flag } from "effect/cli"
import { count, tell } from "../output/print.ts"
import { withProgress } from "../output/progress.ts"
import { openFile } from "./openFile.ts"

export const episodes = Flag.String("episodes").pipe(
  Flag.withDescription("An episode table, CSV or NDJSON; - reads standard input")
)

export const asOf = Flag.String("as-of").pipe(
  Flag.withDescription("Read the table as it stood at this moment, such as 2026-11-30T23:59:00Z (default: now)"),
  Flag.optional
)

export const caseReferences = Flag.String("case-references").pipe(
  Flag.withDescription(
    "The forms that child_ref may have, such as 'LCS-#####, #{6-8}' (# a digit, @ a letter): any other is refused (default: any reference)"
  ),
  Flag.optional
)

/** A pattern that cannot be used is not repeated: a reference may have been given in its place. */
const patternsOf = (given: Option.Option<string>) =>
  Option.match(given, {
    onNone: () => Effect.succeed({}),
    onSome: (text) =>
      Effect.fromResult(
        Result.mapBoth(parseReferencePatterns(text), {
          onSuccess: (patterns) => ({ caseReferences: patterns }),
          onFailure: (fault) => badInput({ field: "--case-references", message: `This pattern ${fault}.` })
        })
      )
  })

const notAMoment = badInput({
  field: "--as-of",
  message: "This is not a date and time with an offset. Write it as 2026-11-30T23:59:00Z."
})

export const momentOf = (given: Option.Option<string>) =>
  Option.match(given, {
    onNone: () => Effect.map(Clock.currentTimeMillis, (now) => Instant(now)),
    onSome: (text) => Effect.mapError(Effect.fromOption(parseInstant(text)), () => notAMoment)
  })

const standInWords = {
  absence: "absence not known, read as missing",
  missing_from: "missing_from not known, read as care for looked-after children and home for others",
  risk: "risk not known, read as no-apparent"
} as const

/** What a reader of the answers has to know about the table: never an error, never on standard output. */
const notesOn = (file: string, table: EpisodeTable, read: ChildHistories): ReadonlyArray<string> => {
  const { unknownColumns, absentColumns } = table
  const { withoutMissingAt, stoodIn } = read
  const lines = withoutMissingAt.map(({ line }) => line)
  return [
    ...(unknownColumns.length === 0 ? [] : [`kept aside, not columns of the table: ${unknownColumns.join(", ")}`]),
    ...(absentColumns.length === 0 ? [] : [`not in the header, so not known: ${absentColumns.join(", ")}`]),
    ...(lines.length === 0
      ? []
      : [`left out, missing_at not known: ${count(lines.length, "row")}, the first on line ${lines[0]}`]),
    ...(["absence", "missing_from", "risk"] as const).flatMap((column) =>
      stoodIn[column] === 0 ? [] : [`${standInWords[column]}: ${count(stoodIn[column], "row")}`]
    )
  ].map((note) => `${file}: ${note}`)
}

/** The histories of the children in an episode table, as they stood at a moment, under one policy. */
export const readHistories = Effect.fn("readHistories")(function* (given: {
  readonly episodes: string
  readonly asOf: Option.Option<string>
  readonly policy: Policy
  readonly caseReferences: Option.Option<string>
}) {
  const held = yield* patternsOf(given.caseReferences)
  const now = yield* momentOf(given.asOf)
  const source = yield* openFile(given.episodes)
  const table = yield* readEpisodeTable(yield* withProgress(source), held)
  const read = childHistories(table.lines, { policy: given.policy, asOf: now })
  const notes = notesOn(source.file, table, read)
  if (notes.length > 0) yield* tell(notes.join("\n"))
  return { histories: read.histories, now }
})

/** How a command is told of an episode table, and what it says of the table's columns. */
import { Instant, parseInstant } from "@safe-return/domain/calendar"
import { parseReferencePatterns } from "@safe-return/domain/pathway"
import { badInput, type FoundColumns } from "@safe-return/exchange"
import { Clock, Effect, Option, Result } from "effect"
import { Flag } from "effect/cli"

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
export const patternsOf = (given: Option.Option<string>) =>
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

/** What a reader of the answers has to know about the columns: never an error, never on standard output. */
export const columnNotes = ({ unknownColumns, absentColumns }: FoundColumns<string>): ReadonlyArray<string> => [
  ...(unknownColumns.length === 0 ? [] : [`kept aside, not columns of the table: ${unknownColumns.join(", ")}`]),
  ...(absentColumns.length === 0 ? [] : [`not in the header, so not known: ${absentColumns.join(", ")}`])
]

/** Tells an event of a newer version from a text that was damaged. */
import { Option, Schema } from "effect"

/** What every version's events have had in common: when, who recorded it, and which kind. */
const AnyEvent = Schema.Struct({
  // A number once it has been read.
  recordedAt: Schema.Union([Schema.String, Schema.Number]),
  recordedBy: Schema.NonEmptyString,
  event: Schema.Struct({ _tag: Schema.NonEmptyString })
})

const decodeAny = Schema.decodeUnknownOption(AnyEvent)

/** The kind of an event that this version cannot read; none where it is no event at all. */
export const tagOfNewer = (recorded: unknown): Option.Option<string> =>
  Option.map(decodeAny(recorded), ({ event }) => event._tag)

/** A value as the text a column holds, by the schema both layers read it with. */
import { Effect, Option, Schema } from "effect"
import type { JournalUnavailable } from "../Journal.ts"
import { databaseUnavailable } from "./databaseFaults.ts"

/** An object and no list: less is damage in any version. */
const AnyObject = Schema.Unknown.check(
  Schema.makeFilter((value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value))
)

/** `least` is what a text has to hold to be of a newer version, and not damaged. */
export const textColumn = <A>(
  schema: Schema.Codec<A, unknown>,
  shown: string,
  least: Schema.Codec<unknown, unknown> = AnyObject
) => {
  const text = Schema.fromJsonString(schema)
  const write = Schema.encodeEffect(text)
  const read = Schema.decodeUnknownEffect(text)
  const decode = (text: unknown): Effect.Effect<A, JournalUnavailable> =>
    Effect.mapError(read(text), (error) => databaseUnavailable(shown, error))
  const readWhole = Schema.decodeUnknownOption(text, { onExcessProperty: "error" })
  const readLeast = Schema.decodeUnknownOption(Schema.fromJsonString(least))
  const isKnownWhole = (kept: string): boolean => Option.isSome(readWhole(kept))
  const isNewer = (kept: string): boolean => !isKnownWhole(kept) && Option.isSome(readLeast(kept))
  return {
    decode,
    /** Whether nothing of it would be lost if it were read and written again. */
    isKnownWhole,
    /** Whether a newer version wrote it: it says what this one does not know, and is not damaged. */
    isNewer,
    /** None where only a newer version can read it. */
    decodeOrPassOver: (kept: string): Effect.Effect<Option.Option<A>, JournalUnavailable> =>
      Effect.catchIf(
        Effect.map(decode(kept), Option.some),
        () => isNewer(kept),
        () => Effect.succeedNone
      ),
    /** Refuses what could be written but not read again. */
    encode: (value: A): Effect.Effect<string, JournalUnavailable> =>
      write(value).pipe(
        Effect.mapError((error) => databaseUnavailable(shown, error)),
        Effect.tap(decode)
      )
  }
}

/** A value as the text a column holds, by the schema both layers read it with. */
import { Effect, Option, Schema } from "effect"
import type { JournalUnavailable } from "../Journal.ts"
import { databaseUnavailable } from "./databaseFaults.ts"

export const keptText = <A>(schema: Schema.Codec<A, unknown>, shown: string) => {
  const text = Schema.fromJsonString(schema)
  const write = Schema.encodeEffect(text)
  const read = Schema.decodeUnknownEffect(text)
  const decode = (text: unknown): Effect.Effect<A, JournalUnavailable> =>
    Effect.mapError(read(text), (error) => databaseUnavailable(shown, error))
  const readWhole = Schema.decodeUnknownOption(text, { onExcessProperty: "error" })
  return {
    decode,
    /** Whether nothing of it would be lost if it were read and written again. */
    isKnownWhole: (kept: string): boolean => Option.isSome(readWhole(kept)),
    /** Refuses what could be written but not read again. */
    encode: (value: A): Effect.Effect<string, JournalUnavailable> =>
      write(value).pipe(
        Effect.mapError((error) => databaseUnavailable(shown, error)),
        Effect.tap(decode)
      )
  }
}

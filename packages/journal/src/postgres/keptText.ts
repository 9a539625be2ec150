/** A value as the text a column holds, by the schema both layers read it with. */
import { Effect, Schema } from "effect"
import type { JournalUnavailable } from "../Journal.ts"
import { databaseUnavailable } from "./databaseFaults.ts"

export const keptText = <A>(schema: Schema.Codec<A, unknown>, shown: string) => {
  const text = Schema.fromJsonString(schema)
  const write = Schema.encodeEffect(text)
  const read = Schema.decodeUnknownEffect(text)
  const decode = (text: unknown): Effect.Effect<A, JournalUnavailable> =>
    Effect.mapError(read(text), (error) => databaseUnavailable(shown, error))
  return {
    decode,
    /** Refuses what could be written but not read again. */
    encode: (value: A): Effect.Effect<string, JournalUnavailable> =>
      write(value).pipe(
        Effect.mapError((error) => databaseUnavailable(shown, error)),
        Effect.tap(decode)
      )
  }
}

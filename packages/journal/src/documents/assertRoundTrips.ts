import { Effect, Schema } from "effect"
import type { JournalUnavailable } from "../Journal.ts"
import { unavailable } from "./faultInWords.ts"

/** The value as a later start reads it; one that could be written and not read would stop every later start. */
export const assertRoundTrips = <A>(schema: Schema.Codec<A, unknown>) => {
  const encode = Schema.encodeEffect(schema)
  const decode = Schema.decodeUnknownEffect(schema)
  return (path: string, value: A): Effect.Effect<A, JournalUnavailable> =>
    encode(value).pipe(
      Effect.flatMap(decode),
      Effect.mapError((cause) => unavailable(path, cause))
    )
}

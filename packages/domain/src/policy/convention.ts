import { Schema, SchemaGetter } from "effect"
import { sourced } from "./sourced.ts"

/** What a policy says of a convention that it gave without a source. */
export const AS_READ_BEFORE = "Our reading: as it was counted before a source was kept for it"

/** How something is counted, with its source; a bare word in an older journal reads as not confirmed. */
export const convention = <const Value extends string>(word: Schema.Codec<Value>) => {
  const said = sourced(word)
  return Schema.Union([said, word]).pipe(
    Schema.decodeTo(said, {
      decode: SchemaGetter.transform((given) =>
        typeof given === "string" ? { value: given, source: AS_READ_BEFORE, verified: false } : given
      ),
      encode: SchemaGetter.passthrough({ strict: false })
    })
  )
}

import * as Schema from "effect/Schema"
import * as SchemaGetter from "effect/SchemaGetter"

/** What a policy says of a convention that it gave without a source. */
const AS_READ_BEFORE = "Our reading: as it was counted before a source was kept for it"

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

/** Where a number comes from; `verified` only when the text itself was seen. */
export const sourced = <S extends Schema.Top>(value: S) =>
  Schema.Struct({ value, source: Schema.NonEmptyString, verified: Schema.Boolean })

/** A citation on its own: what a rule without a number rests on. */
export const Citation = Schema.Struct({ source: Schema.NonEmptyString, verified: Schema.Boolean })
export type Citation = typeof Citation.Type

export const PositiveInt = Schema.Int.check(Schema.isGreaterThan(0))
export const NotNegative = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

import { Schema } from "effect"

/** Where a number comes from; `verified` only when the text itself was seen. */
export const sourced = <S extends Schema.Top>(value: S) =>
  Schema.Struct({ value, source: Schema.NonEmptyString, verified: Schema.Boolean })

/** A citation on its own: what a rule without a number rests on. */
export const Citation = Schema.Struct({ source: Schema.NonEmptyString, verified: Schema.Boolean })
export type Citation = typeof Citation.Type

export const PositiveInt = Schema.Int.check(Schema.isGreaterThan(0))
export const NotNegative = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

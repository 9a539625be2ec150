import * as Schema from "effect/Schema"

const dayLike = Schema.String.check(
  Schema.isPattern(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, {
    expected: "a year, a month or a day such as 2014, 2014-01 or 2014-01-24"
  })
)

/** A text that a policy rests on, or the choices of those who wrote it. */
export const PolicySource = Schema.Struct({
  /** As citations name it: a number rests on every source whose name its own `source` holds. */
  name: Schema.NonEmptyString,
  /** When it was issued, as exactly as is known; where it does not say, when it was first seen. */
  since: dayLike,
  /** The London day on which a person last made sure that it is still so, `YYYY-MM-DD`. */
  lastChecked: Schema.String.check(Schema.isPattern(/^\d{4}-\d{2}-\d{2}$/, { expected: "a day such as 2026-12-01" }))
})
export type PolicySource = typeof PolicySource.Type

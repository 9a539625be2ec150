/** Apart from the reckoning, so that a web page which only reckons loads no Schema. */
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as SchemaIssue from "effect/SchemaIssue"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { formatInstant, Instant, ISO_WITH_OFFSET, parseInstant } from "./instant.ts"

/** Text outside (ISO 8601 with an offset), an {@link Instant} inside; written back as UTC with milliseconds. */
export const InstantFromIso = Schema.String.pipe(
  Schema.decodeTo(
    Schema.Int.pipe(Schema.brand("Instant")),
    SchemaTransformation.transformEffect<number, string>({
      decode: (text, options) =>
        Option.match(parseInstant(text), {
          onNone: () => Effect.fail(new SchemaIssue.InvalidValue({ expected: ISO_WITH_OFFSET }, text, options)),
          onSome: (instant) => Effect.succeed(instant)
        }),
      encode: (instant) => Effect.succeed(formatInstant(Instant(instant)))
    })
  )
)

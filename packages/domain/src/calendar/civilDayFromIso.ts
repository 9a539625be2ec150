/** Apart from the reckoning, so that a web page which only reckons loads no Schema. */
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as SchemaIssue from "effect/SchemaIssue"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { CivilDay, formatCivilDay, parseCivilDay } from "./civilDay.ts"

/** Text outside (`YYYY-MM-DD`), a {@link CivilDay} inside. */
export const CivilDayFromIso = Schema.String.pipe(
  Schema.decodeTo(
    Schema.Int.pipe(Schema.brand("CivilDay")),
    SchemaTransformation.transformEffect<number, string>({
      decode: (text, options) =>
        Option.match(parseCivilDay(text), {
          onNone: () =>
            Effect.fail(new SchemaIssue.InvalidValue({ expected: "a date such as 2026-12-24" }, text, options)),
          onSome: (day) => Effect.succeed(day)
        }),
      encode: (day) => Effect.succeed(formatCivilDay(CivilDay(day)))
    })
  )
)

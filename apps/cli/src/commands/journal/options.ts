import { parseInstant } from "@safe-return/domain/calendar"
import { parseChildReference } from "@safe-return/domain/pathway"
import { badInput } from "@safe-return/exchange/reading"
import { Config, Effect, Option } from "effect"
import { Flag } from "effect/cli"
import { FROM_ENVIRONMENT } from "./database.ts"

/** Where the bot keeps its journal when nothing else is said. */
const USUAL_FOLDER = ".safe-return/data"

export const data = Flag.String("data").pipe(
  Flag.withFallbackConfig(Config.String("SAFE_RETURN_DATA")),
  Flag.withDefault(USUAL_FOLDER),
  Flag.withDescription("The folder the journal is in (default: SAFE_RETURN_DATA, or else .safe-return/data)")
)

const whereTheBotKeepsThem = Config.orElse(
  Config.map(Config.Redacted("SAFE_RETURN_DATABASE_URL"), () => FROM_ENVIRONMENT),
  () => Config.String("SAFE_RETURN_DATA")
)

/** The folder or the database, as the bot chooses between them: an old folder is not asked by mistake. */
export const dataOrDatabase = Flag.String("data").pipe(
  Flag.withFallbackConfig(whereTheBotKeepsThem),
  Flag.withDefault(USUAL_FOLDER),
  Flag.withDescription(
    `The folder the journal is in, or "${FROM_ENVIRONMENT}" for the one SAFE_RETURN_DATABASE_URL names (default: that one if it is set, then SAFE_RETURN_DATA, or else ${USUAL_FOLDER})`
  )
)

/** A case reference that was typed. What was typed is not repeated: it may be a name. */
export const referenceFrom = (text: string, field: string) =>
  Option.match(parseChildReference(text), {
    onNone: () =>
      Effect.fail(
        badInput({ field, message: "This is no case reference: letters and digits without spaces, and never a name." })
      ),
    onSome: Effect.succeed
  })

export const momentFrom = (text: string, field: string) =>
  Option.match(parseInstant(text), {
    onNone: () =>
      Effect.fail(
        badInput({
          field,
          message: "This is not a date and time with an offset. Write it as 2026-11-26T09:00:00Z."
        })
      ),
    onSome: Effect.succeed
  })

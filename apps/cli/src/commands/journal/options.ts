import { parseInstant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { parseChildReference } from "@safe-return/domain/pathway"
import { badInput } from "@safe-return/exchange/reading"
import { KEY_FILE_VARIABLE, KEY_VARIABLE, sealingFromEnvironment, sealingFromFile } from "@safe-return/journal/files"
import { Config, Effect, Layer, Option } from "effect"
import { Flag } from "effect/cli"

export const keyFile = Flag.String("key-file").pipe(
  Flag.withFallbackConfig(Config.String(KEY_FILE_VARIABLE)),
  Flag.optional,
  Flag.withDescription(`The file with the journal's key (default: ${KEY_FILE_VARIABLE} or ${KEY_VARIABLE}, if set)`)
)

/** How the journal is kept, by the file that was named or else by the environment. */
export const sealingOf = Effect.fn("sealingOf")(
  function* (file: Option.Option<string>) {
    if (Option.isSome(file)) return yield* sealingFromFile(file.value)
    const key = yield* Effect.orElseSucceed(Config.String(KEY_VARIABLE), () => "")
    return yield* sealingFromEnvironment({ [KEY_VARIABLE]: key })
  },
  Effect.catchTag("NoJournalKey", ({ message }) => Effect.fail(badInput({ message })))
)

/** Said in place of a folder, so that a password need not stand on a command line, where others can read it. */
export const FROM_ENVIRONMENT = "database"

export const council = Flag.String("council").pipe(
  Flag.withFallbackConfig(Config.String("SAFE_RETURN_AUTHORITY")),
  Flag.withDefault("Rotherham"),
  Flag.withDescription("Whose records they are (default: SAFE_RETURN_AUTHORITY, or else Rotherham)")
)

export const education = Flag.Boolean("education").pipe(
  Flag.withDescription("The case of a child missing education, by the education reference"),
  Flag.withoutNegation,
  Flag.withDefault(false)
)

export const namedDatabase = Effect.fnUntraced(function* (field: string) {
  const url = yield* Effect.option(Config.Redacted("SAFE_RETURN_DATABASE_URL"))
  if (Option.isNone(url)) return yield* badInput({ field, message: "SAFE_RETURN_DATABASE_URL is not set." })
  const caFile = Option.getOrUndefined(yield* Effect.option(Config.String("SAFE_RETURN_DATABASE_CA")))
  return { url: url.value, ...definedFields({ caFile }) }
})

/** Everything the database that the environment names keeps of a council; `field` is where it was asked for. */
export const databaseRecords = (field: string, council: string) =>
  Effect.gen(function* () {
    const place = yield* namedDatabase(field)
    const { postgresLayer } = yield* Effect.promise(() => import("@safe-return/journal/postgres"))
    return postgresLayer({ ...place, council })
  }).pipe(
    Layer.unwrap,
    Layer.catchTag("DatabaseAddressRefused", ({ message }) => Layer.effectContext(badInput({ field, message })))
  )

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

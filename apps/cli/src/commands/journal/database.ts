/** The database that the environment names: its address may hold a password, which others could read on a command line. */
import { definedFields } from "@safe-return/domain/definedFields"
import { badInput } from "@safe-return/exchange/reading"
import { Config, Effect, Layer, Option } from "effect"
import { Flag } from "effect/cli"

/** Said in place of a folder, so that a password need not stand on a command line, where others can read it. */
export const FROM_ENVIRONMENT = "database"

export const council = Flag.String("council").pipe(
  Flag.withFallbackConfig(Config.String("SAFE_RETURN_AUTHORITY")),
  Flag.withDefault("Rotherham"),
  Flag.withDescription("Whose records they are (default: SAFE_RETURN_AUTHORITY, or else Rotherham)")
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

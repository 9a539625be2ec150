/** The database that the environment names: its address may hold a password, which others could read on a command line. */
import { badInput } from "@safe-return/exchange"
import { Config, Effect, Option } from "effect"
import { Flag } from "effect/cli"

export const council = Flag.String("council").pipe(
  Flag.withFallbackConfig(Config.String("SAFE_RETURN_AUTHORITY")),
  Flag.withDefault("Rotherham"),
  Flag.withDescription("Whose records they are (default: SAFE_RETURN_AUTHORITY, or else Rotherham)")
)

export const namedDatabase = Effect.fnUntraced(function* (field: string) {
  const url = yield* Effect.option(Config.Redacted("SAFE_RETURN_DATABASE_URL"))
  if (Option.isNone(url)) return yield* badInput({ field, message: "SAFE_RETURN_DATABASE_URL is not set." })
  const caFile = Option.getOrUndefined(yield* Effect.option(Config.String("SAFE_RETURN_DATABASE_CA")))
  return { url: url.value, ...(caFile === undefined ? {} : { caFile }) }
})

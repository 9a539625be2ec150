import { badInput } from "@safe-return/exchange/reading"
import { KEY_FILE_VARIABLE, KEY_VARIABLE, sealingFromEnvironment, sealingFromFile } from "@safe-return/journal/files"
import { Config, Effect, Option } from "effect"
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

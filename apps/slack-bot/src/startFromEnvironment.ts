import { sealingFromEnvironment } from "@safe-return/journal/files"
import { settingsFrom, tidyEnvironment, withCouncilDays } from "@safe-return/settings"
import { Effect } from "effect"
import { runBot } from "./runBot.ts"
import { describeStorage, storageLayer } from "./storageLayer.ts"
import { logLayer } from "./telemetry/jsonLog.ts"

/** Runs the bot on a real workspace until it is interrupted, or can no longer work. */
export const startFromEnvironment = Effect.fn("startFromEnvironment")(function* (
  environment: Record<string, string | undefined>
) {
  const settings = yield* settingsFrom(environment)
  const run = Effect.gen(function* () {
    const configuration = yield* withCouncilDays(settings)
    const { kept, notices } = settings
    yield* Effect.forEach(notices, (notice) => Effect.logWarning(notice))
    const sealing = yield* sealingFromEnvironment(tidyEnvironment(environment).values)
    return yield* Effect.scoped(
      runBot(
        { ...configuration, keptIn: describeStorage(kept) },
        storageLayer(kept, configuration.authority, sealing, false)
      )
    )
  })
  return yield* Effect.provide(run, logLayer(settings.log))
})

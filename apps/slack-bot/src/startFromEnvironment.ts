import { sealingFromEnvironment } from "@safe-return/journal"
import { settingsFrom, tidyEnvironment, withCouncilDays } from "@safe-return/settings"
import { Effect, Layer } from "effect"
import { Bot, botLayer } from "./Bot.ts"
import { keptInWords, keptLayer } from "./keptLayer.ts"

/** Runs the bot on a real workspace until it is interrupted. */
export const startFromEnvironment = Effect.fn("startFromEnvironment")(function* (
  environment: Record<string, string | undefined>
) {
  const settings = yield* settingsFrom(environment)
  const configuration = yield* withCouncilDays(settings)
  const { kept, notices } = settings
  yield* Effect.forEach(notices, (notice) => Effect.logWarning(notice))
  const sealing = yield* sealingFromEnvironment(tidyEnvironment(environment).values)
  const running = botLayer({ ...configuration, keptIn: keptInWords(kept) }).pipe(
    Layer.provide(keptLayer(kept, configuration.authority, sealing))
  )
  return yield* Effect.scoped(
    Effect.gen(function* () {
      const { url } = yield* Effect.service(Bot)
      yield* Effect.logInfo(`Safe Return listens on ${url}. The journal is ${keptInWords(kept)}.`)
      return yield* Effect.never
    }).pipe(Effect.provide(running))
  )
})

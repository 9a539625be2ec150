import { lowdbLayer } from "@safe-return/journal"
import { Effect, Layer } from "effect"
import { Bot, botLayer } from "./Bot.ts"
import { settingsFrom } from "./configuration/environment.ts"

/** Runs the bot on a real workspace until it is interrupted. */
export const startFromEnvironment = Effect.fn("startFromEnvironment")(function* (
  environment: Record<string, string | undefined>
) {
  const { configuration, data } = yield* settingsFrom(environment)
  const running = botLayer(configuration).pipe(Layer.provide(lowdbLayer({ directory: data })))
  return yield* Effect.scoped(
    Effect.gen(function* () {
      const { url } = yield* Effect.service(Bot)
      yield* Effect.logInfo(`Safe Return listens on ${url}. The journal is in ${data}.`)
      return yield* Effect.never
    }).pipe(Effect.provide(running))
  )
})

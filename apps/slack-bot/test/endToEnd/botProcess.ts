/** The bot in a process of its own, to be killed or stopped: `botProcess.ts <slack api url> <journal> <now>`. */
import { flushCompileCache } from "node:module"
import { Instant } from "@safe-return/domain/calendar"
import { Effect, Layer } from "effect"
import { Bot, botLayer } from "../../src/Bot.ts"
import { runUntilStopped } from "../../src/runUntilStopped.ts"
import { journalAt } from "./journalAt.ts"
import { movableClock } from "./movableClock.ts"
import { configurationFor } from "./trainingCouncil.ts"

const [slackApiUrl = "", journal = "", now = ""] = process.argv.slice(2)
const clock = movableClock(Instant(Number(now)), "going")
const layer = botLayer(configurationFor(slackApiUrl)).pipe(
  Layer.provide(journalAt(journal)),
  Layer.provideMerge(clock.layer)
)
process.on("message", ({ now }: { readonly now: number }) => clock.moveTo(Instant(now)))
const running = Effect.gen(function* () {
  const { url } = yield* Effect.service(Bot)
  // A killed process writes down nothing of what it compiled, and the next would start as slowly.
  flushCompileCache()
  process.send?.({ url })
  return yield* Effect.never
})
runUntilStopped(Effect.provide(running, layer))

/**
 * The bot in a process of its own, to be killed or stopped: `botProcess.ts <slack api url> <journal> <now>`. With `socket` and
 * a port behind these it runs as in earnest: over Socket Mode, and up while its journal cannot be opened. `HEARTBEAT` in its
 * environment is where it is heard, each second.
 */
import { flushCompileCache } from "node:module"
import { movableClock } from "@safe-return/casework/testing"
import { Instant } from "@safe-return/domain/calendar"
import { ServerClock } from "@safe-return/journal"
import { Clock, Effect, Layer, Redacted, Schedule } from "effect"
import { Bot, botLayer } from "../../src/Bot.ts"
import { runBot } from "../../src/runBot.ts"
import { runUntilStopped } from "../../src/runUntilStopped.ts"
import { journalAt } from "./journalAt.ts"
import { configurationFor, overSocket } from "./trainingCouncil.ts"

const [slackApiUrl = "", journal = "", now = "", by = "", port = ""] = process.argv.slice(2)
const clock = movableClock(Instant(Number(now)), "going")
process.on("message", ({ now }: { readonly now: number }) => clock.moveTo(Instant(now)))

/** All run by one made-up clock, the database's machine too. */
const records = Layer.merge(
  journalAt(journal),
  Layer.succeed(ServerClock, ServerClock.of({ now: Effect.map(Clock.currentTimeMillis, Instant) }))
)

const sayItListens = (url: string) => {
  // A killed process writes down nothing of what it compiled, and the next would start as slowly.
  flushCompileCache()
  process.send?.({ url })
}

const overHttp = Effect.gen(function* () {
  const { url } = yield* Effect.service(Bot)
  sayItListens(url)
  return yield* Effect.never
}).pipe(
  Effect.provide(botLayer(configurationFor(slackApiUrl)).pipe(Layer.provide(records), Layer.provideMerge(clock.layer)))
)

const ASK_EVERY = Schedule.spaced("100 millis")

const inEarnest = Effect.gen(function* () {
  const url = `http://127.0.0.1:${port}`
  yield* Effect.tryPromise(() => fetch(`${url}/health`)).pipe(
    Effect.retry(ASK_EVERY),
    Effect.andThen(Effect.sync(() => sayItListens(url))),
    Effect.forkScoped
  )
  const { HEARTBEAT: heard } = process.env
  const heartbeat =
    heard === undefined ? {} : { heartbeat: { url: Redacted.make(heard), everySeconds: 1, lateAfterSeconds: 60 } }
  return yield* runBot({ ...overSocket(slackApiUrl, Number(port)), ...heartbeat }, records)
}).pipe(Effect.scoped, Effect.provide(clock.layer))

if (by === "socket") runUntilStopped(inEarnest)
else runUntilStopped(overHttp)

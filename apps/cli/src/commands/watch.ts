import { badInput } from "@safe-return/exchange/reading"
import { Data, Effect } from "effect"
import { Command, Flag } from "effect/cli"
import { print } from "../output/print.ts"

const once = Flag.Boolean("once").pipe(
  Flag.withDefault(false),
  Flag.withDescription("Look once and end, to be run every few minutes: silent while all is well")
)

/** The heartbeat has stopped, or no person could be reached about it; which, has been printed. */
export class HeartbeatLost extends Data.TaggedError("HeartbeatLost") {}

export const watch = Command.make(
  "watch",
  { once },
  Effect.fn("watch")(function* ({ once }) {
    const watchdog = yield* Effect.promise(() => import("@safe-return/watchdog"))
    const settings = yield* Effect.mapError(watchdog.watchSettingsFrom(process.env, once), ({ problems }) =>
      badInput({ message: ["The watch cannot begin. Set these in the environment:", ...problems].join("\n  ") })
    )
    const context = yield* Effect.context<Effect.Services<ReturnType<typeof print>>>()
    // The output is closed: the watch goes on all the same.
    const say = (line: string) => Effect.ignore(Effect.provide(print(`${new Date().toISOString()} ${line}`), context))
    if (!once) return yield* watchdog.watch(settings, say)
    if (!(yield* watchdog.watchOnce(settings, say))) return yield* new HeartbeatLost()
  })
).pipe(
  Command.withDescription(
    "Listens for the heartbeat of the bot from another machine, and tells people when it stops: docs/watchdog.md"
  ),
  Command.withExamples([{ command: "safe-return watch --once", description: "From cron, every five minutes" }])
)

import { ServerClock } from "@safe-return/journal"
import { Clock, Duration, Effect, Option } from "effect"
import { ClockCheck } from "./ClockCheck.ts"

const COMPARE_EVERY = Duration.seconds(30)

/** Compares our clock with the database's, again and again; there is none where the records are kept in a folder. */
export const databaseClock = Effect.gen(function* () {
  const server = yield* Effect.serviceOption(ServerClock)
  const check = yield* ClockCheck
  if (Option.isNone(server)) return Effect.never
  const compare = Effect.gen(function* () {
    const asked = yield* Clock.currentTimeMillis
    const theirs = yield* server.value.now
    const answered = yield* Clock.currentTimeMillis
    yield* check.see("database", (asked + answered) / 2 - theirs)
  }).pipe(Effect.catch((failed) => Effect.logWarning(`The database's clock could not be asked. ${failed.message}`)))
  return Effect.asVoid(Effect.forever(Effect.andThen(compare, Effect.sleep(COMPARE_EVERY))))
})

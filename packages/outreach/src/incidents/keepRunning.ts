/** A part of the bot that fails in a way nobody foresaw is started again, later and later, and people hear of it. */
import { Cause, Duration, Effect, Exit } from "effect"
import { monotonicMillis } from "../clocks/monotonic.ts"
import { backoff } from "../sending/backoff.ts"
import { Incidents } from "./Incidents.ts"

/** A part that ran for so long, in milliseconds, before it failed is started again as if it had never failed. */
const RAN_WELL = 10 * 60_000

/** It is over when it has not failed again for this long. */
const LASTS = Duration.minutes(30)

/**
 * Runs a part of the bot for as long as the bot runs.
 *
 * @param part what it does, in the words an administrator is told
 */
export const keepRunning = (part: string, run: Effect.Effect<unknown>): Effect.Effect<never, never, Incidents> =>
  Effect.gen(function* () {
    const incidents = yield* Incidents
    let failures = 0
    return yield* Effect.forever(
      Effect.gen(function* () {
        const from = yield* monotonicMillis
        const exit = yield* Effect.exit(run)
        if (Exit.isSuccess(exit)) return yield* Effect.sleep(Duration.seconds(1))
        if (Cause.hasInterruptsOnly(exit.cause)) return yield* Effect.interrupt
        failures = (yield* monotonicMillis) - from >= RAN_WELL ? 1 : failures + 1
        yield* Effect.logError(`A part of the bot failed and is started again: ${part}`, exit.cause)
        yield* incidents.raise({
          kind: "program-fault",
          place: part,
          what: `A part of the bot failed in a way nobody foresaw (${failures} times in a row) and was started again: ${part}.`,
          remedy: "Look for it in the log, and send what it says to the people who maintain Safe Return.",
          lasts: LASTS
        })
        yield* Effect.flatMap(backoff(failures), Effect.sleep)
      })
    )
  })

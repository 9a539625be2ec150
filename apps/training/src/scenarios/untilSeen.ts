/** The bot answers first and works on: what it does next is waited for, on the wall's clock. */
import { Duration, Effect } from "effect"

/** For what the bot may still be at work on. */
export const PATIENCE_MS = 15_000
const PAUSE = Duration.millis(25)

/** Looks until `look` finds something, or until patience is over; what was found last either way. */
export const untilSeen = Effect.fn("untilSeen")(function* <A, E, R>(
  look: Effect.Effect<A, E, R>,
  isThere: (found: A) => boolean,
  patience = PATIENCE_MS
) {
  const deadline = performance.now() + patience
  let found = yield* look
  while (!isThere(found) && performance.now() < deadline) {
    yield* Effect.sleep(PAUSE)
    found = yield* look
  }
  return found
})

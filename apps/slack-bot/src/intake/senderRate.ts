/** How often a sender may send: what is beyond it waits. */
import { Duration, Effect } from "effect"
import { RateLimiter } from "effect/persistence"
import type { Sender } from "./SenderBook.ts"

const WINDOW = Duration.minutes(1)

/** Seconds to wait where the sender is beyond its rate; none while it is within. */
export const waitFor = Effect.fnUntraced(function* ({ name, perMinute }: Sender) {
  const limiter = yield* RateLimiter.RateLimiter
  const consumed = limiter.consume({
    algorithm: "token-bucket",
    onExceeded: "fail",
    window: WINDOW,
    limit: perMinute,
    key: name
  })
  return yield* Effect.match(consumed, {
    onSuccess: () => undefined,
    // A limiter that fails otherwise must not turn a report away.
    onFailure: ({ reason }) =>
      reason._tag === "RateLimitExceeded" ? Math.max(1, Math.ceil(Duration.toSeconds(reason.retryAfter))) : undefined
  })
})

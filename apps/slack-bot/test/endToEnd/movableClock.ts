import { Instant } from "@safe-return/domain/calendar"
import { Clock, Duration, Effect, Layer } from "effect"

/** A clock that a test moves by hand. Sleeping takes real time, so that background work goes on. */
export const movableClock = (start: Instant) => {
  let now: number = start
  const clock: Clock.Clock = {
    currentTimeMillisUnsafe: () => now,
    currentTimeMillis: Effect.sync(() => now),
    currentTimeNanosUnsafe: () => BigInt(now) * 1_000_000n,
    currentTimeNanos: Effect.sync(() => BigInt(now) * 1_000_000n),
    monotonicTimeNanosUnsafe: () => process.hrtime.bigint(),
    monotonicTimeNanos: Effect.sync(() => process.hrtime.bigint()),
    sleep: (duration) =>
      Effect.callback((resume) => {
        const timer = setTimeout(() => resume(Effect.void), Duration.toMillis(duration))
        return Effect.sync(() => clearTimeout(timer))
      })
  }
  return {
    layer: Layer.succeed(Clock.Clock, clock),
    now: () => Instant(now),
    moveTo: (instant: Instant) => {
      now = instant
    }
  }
}

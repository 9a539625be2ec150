import { Instant } from "@safe-return/domain/calendar"
import { Clock, Duration, Effect, Layer } from "effect"

/**
 * A clock that a test moves by hand. It stands still in between, or goes on as a machine's does (`"going"`). Sleeping
 * takes real time, so that background work goes on.
 */
export const movableClock = (start: Instant, between: "standing" | "going" = "standing") => {
  let set: number = start
  /** Moving the clock is time that passes, by the other one too. */
  let passed = 0n
  let setAt = performance.now()
  const nowMillis = () => (between === "standing" ? set : Math.trunc(set + performance.now() - setAt))
  const nowNanos = () => BigInt(nowMillis()) * 1_000_000n
  const clock: Clock.Clock = {
    currentTimeMillisUnsafe: nowMillis,
    currentTimeMillis: Effect.sync(nowMillis),
    currentTimeNanosUnsafe: nowNanos,
    currentTimeNanos: Effect.sync(nowNanos),
    monotonicTimeNanosUnsafe: () => process.hrtime.bigint() + passed,
    monotonicTimeNanos: Effect.sync(() => process.hrtime.bigint() + passed),
    sleep: (duration) =>
      Effect.callback((resume) => {
        const timer = setTimeout(() => resume(Effect.void), Duration.toMillis(duration))
        return Effect.sync(() => clearTimeout(timer))
      })
  }
  return {
    clock,
    layer: Layer.succeed(Clock.Clock, clock),
    now: () => Instant(nowMillis()),
    moveTo: (instant: Instant) => {
      passed += BigInt(Math.max(0, instant - nowMillis())) * 1_000_000n
      set = instant
      setAt = performance.now()
    },
    /** The wall clock shows another time, and no time passes. */
    jumpTo: (instant: Instant) => {
      set = instant
      setAt = performance.now()
    }
  }
}

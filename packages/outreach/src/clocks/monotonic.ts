import { Clock, Effect } from "effect"

/** Milliseconds that only ever go forward, for pacing and patience: the wall clock may be put right at any time. */
export const monotonicMillis: Effect.Effect<number> = Effect.map(Clock.monotonicTimeNanos, (nanos) =>
  Number(nanos / 1_000_000n)
)

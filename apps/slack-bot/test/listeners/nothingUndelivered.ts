import { Effect, Layer } from "effect"
import { Courier } from "../../src/delivery/Courier.ts"

/** A courier that has delivered everything. */
export const nothingUndelivered = Layer.mock(Courier, {
  undelivered: Effect.succeed([]),
  health: Effect.succeed({ slackAwaySince: undefined, everybodyLookedAt: undefined, notTold: [] }),
  tryAgain: Effect.void
})

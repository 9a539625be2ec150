import { Effect, Layer } from "effect"
import { Courier } from "../../src/delivery/Courier.ts"
import { Incidents } from "../../src/incidents/Incidents.ts"

const nothingWaits = Layer.mock(Courier, {
  undelivered: Effect.succeed([]),
  health: Effect.succeed({
    slackAwaySince: undefined,
    everybodyLookedAt: undefined,
    watchedAt: undefined,
    underwaySince: undefined,
    notTold: []
  }),
  waiting: Effect.succeed(new Map()),
  tryAgain: Effect.void
})

/** A courier that has delivered everything, and nothing wrong with the bot. */
export const nothingUndelivered = Layer.mergeAll(nothingWaits, Incidents.layer)

import { Incidents, Outreach } from "@safe-return/outreach"
import { Effect, Layer } from "effect"

const nothingWaits = Layer.mock(Outreach, {
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

/** Outreach that has delivered everything, and nothing wrong with the bot. */
export const nothingUndelivered = Layer.mergeAll(nothingWaits, Incidents.layer)

import { Effect, Layer } from "effect"
import { Carriers } from "./Carrier.ts"
import { makeSlackCarrier } from "./slackCarrier.ts"

/** Every place is in Slack. */
export const carriersLayer = Layer.effect(
  Carriers,
  Effect.map(makeSlackCarrier, (slack) => Carriers.of({ of: () => slack }))
)

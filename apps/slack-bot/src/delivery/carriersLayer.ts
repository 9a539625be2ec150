import { Effect, Layer } from "effect"
import { OutsideSlack } from "../notify/OutsideSlack.ts"
import { Carriers } from "./Carrier.ts"
import { makeSlackCarrier } from "./slackCarrier.ts"

/** Slack, and for the end of a ladder the ways out of it. */
export const carriersLayer = Layer.effect(
  Carriers,
  Effect.gen(function* () {
    const slack = yield* makeSlackCarrier
    const outside = yield* OutsideSlack
    return Carriers.of({ of: ({ _tag }) => (_tag === "Outside" ? outside.carrier : slack) })
  })
)

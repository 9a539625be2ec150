import { Effect, Layer } from "effect"
import { OutsideSlack } from "../notify/OutsideSlack.ts"
import { Carriers } from "./Carrier.ts"
import { makePersonCarriers } from "./personCarrier.ts"
import { makeSlackCarrier } from "./slackCarrier.ts"

/** Slack, and for the end of a ladder the ways out of it. */
export const carriersLayer = Layer.effect(
  Carriers,
  Effect.gen(function* () {
    const slack = yield* makeSlackCarrier
    const toPerson = yield* makePersonCarriers(slack)
    const outside = yield* OutsideSlack
    return Carriers.of({
      of: (place) => {
        switch (place._tag) {
          case "Outside":
            return outside.carrier
          case "Person":
            return toPerson(place.person)
          default:
            return slack
        }
      }
    })
  })
)

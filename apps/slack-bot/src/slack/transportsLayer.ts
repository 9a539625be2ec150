import { OutsideSlack, Transports } from "@safe-return/outreach"
import { Effect, Layer } from "effect"
import { makePersonTransports } from "./personTransport.ts"
import { makeSlackTransport } from "./slackTransport.ts"

/** Slack, and for the end of a ladder the ways out of it. */
export const transportsLayer = Layer.effect(
  Transports,
  Effect.gen(function* () {
    const slack = yield* makeSlackTransport
    const toPerson = yield* makePersonTransports(slack)
    const outside = yield* OutsideSlack
    return Transports.of({
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

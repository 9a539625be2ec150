/** In shadow every way of telling people ends here, but for news of the bot itself to an administrator. */
import { People } from "@safe-return/casework"
import { Effect, Layer } from "effect"
import { type Transport, Transports } from "../sending/Transport.ts"
import { isOfBotItself } from "./forAdministrators.ts"
import { SHADOW_CHANNEL } from "./Shadow.ts"

/** What names a message that was sent to nobody. */
const NOWHERE = "shadowed"

const shadowOf = ({ fingerprintOf }: Transport): Transport => ({
  name: "Shadow",
  addressOf: () => Effect.succeed({ channel: SHADOW_CHANNEL }),
  find: () => Effect.succeed(undefined),
  post: () => Effect.succeed(NOWHERE),
  change: () => Effect.void,
  fingerprintOf
})

/** As far as it is of the bot itself; everything else about an administrator is shadowed as it is for others. */
const toAdministrator = (real: Transport): Transport => {
  const shadow = shadowOf(real)
  return {
    ...real,
    find: (address, name, ...limits) => (isOfBotItself(name.key) ? real : shadow).find(address, name, ...limits),
    post: (address, name, ...message) => (isOfBotItself(name.key) ? real : shadow).post(address, name, ...message),
    change: (address, sent, name, message) =>
      (isOfBotItself(name.key) && sent !== NOWHERE ? real : shadow).change(address, sent, name, message)
  }
}

export const shadowTransportsLayer = Layer.effect(
  Transports,
  Effect.gen(function* () {
    const carriers = yield* Transports
    const people = yield* People
    /** Who they are may change while the bot runs: it is asked at each message. */
    const choose = (real: Transport, isAdministrator: Effect.Effect<boolean>): Transport => {
      const [shadow, administrators] = [shadowOf(real), toAdministrator(real)]
      const chosen = Effect.map(isAdministrator, (is) => (is ? administrators : shadow))
      return {
        ...shadow,
        addressOf: (...asked) => Effect.flatMap(chosen, (one) => one.addressOf(...asked)),
        find: (...asked) => Effect.flatMap(chosen, (one) => one.find(...asked)),
        post: (...asked) => Effect.flatMap(chosen, (one) => one.post(...asked)),
        change: (...asked) => Effect.flatMap(chosen, (one) => one.change(...asked)),
        posted: (...asked) => Effect.flatMap(chosen, (one) => one.posted?.(...asked) ?? Effect.succeed([]))
      }
    }
    return Transports.of({
      of: (place) => {
        const real = carriers.of(place)
        if (place._tag !== "Person") return shadowOf(real)
        const isAdministrator = Effect.map(people.holdersOf("administrator"), (held) => held.includes(place.person))
        return choose(real, isAdministrator)
      }
    })
  })
)

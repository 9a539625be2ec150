/** What outreach relies on in every transport: each of ours is held to it, and another council's can be. */
import { Instant } from "@safe-return/domain/calendar"
import { ChildReference, PersonId } from "@safe-return/domain/pathway"
import type { Message, Place, Transport } from "@safe-return/outreach"
import { Effect } from "effect"
import { describe, expect, test } from "vitest"

interface TransportWorld extends AsyncDisposable {
  /** The transport as a process makes it that starts now. */
  readonly start: () => Promise<Transport>
  /** A place that it reaches. */
  readonly place: Place
}

const [child, other] = [ChildReference.make("LCS-70001"), ChildReference.make("LCS-70002")]
const name = { about: child, key: "alert:episode-1:1" } as const
const longAgo = Instant(0)
const message: Message = { _tag: "WithheldAlert" }
const changed: Message = { _tag: "ReachableAgain", person: PersonId.make("U0PERSON1") }

const run = Effect.runPromise

export const transportContract = (of: string, openWorld: () => Promise<TransportWorld>): void => {
  const withWorld = (check: (transport: Transport, world: TransportWorld) => Promise<void>) => async () => {
    await using world = await openWorld()
    await check(await world.start(), world)
  }
  const addressIn = async (transport: Transport, place: Place) => {
    const address = await run(transport.addressOf(place, new Map()))
    if (address === undefined) throw new Error(`${transport.name} has no address for the place`)
    return address
  }

  describe(`the transport contract, held by ${of}`, () => {
    test(
      "a message that was sent is found by its name, and under no other",
      withWorld(async (transport, { place }) => {
        const address = await addressIn(transport, place)
        expect(await run(transport.find(address, name, longAgo))).toBeUndefined()
        const sent = await run(transport.post(address, name, message))
        expect(await run(transport.find(address, name, longAgo))).toBe(sent)
        expect(await run(transport.find(address, { ...name, key: "alert:episode-1:2" }, longAgo))).toBeUndefined()
        expect(await run(transport.find(address, { ...name, about: other }, longAgo))).toBeUndefined()
      })
    )

    test(
      "a process that starts afterwards finds what was sent, and sends it to the same address",
      withWorld(async (transport, { place, start }) => {
        const address = await addressIn(transport, place)
        const sent = await run(transport.post(address, name, message))
        const later = await start()
        expect(await addressIn(later, place)).toEqual(address)
        expect(await run(later.find(address, name, longAgo))).toBe(sent)
      })
    )

    test(
      "a message that was changed is still found as it was named",
      withWorld(async (transport, { place }) => {
        const address = await addressIn(transport, place)
        const sent = await run(transport.post(address, name, message))
        await run(transport.change(address, sent, name, changed))
        expect(await run(transport.find(address, name, longAgo))).toBe(sent)
      })
    )

    test(
      "the same words have one fingerprint at every start, and other words have another",
      withWorld(async (transport, { start }) => {
        expect((await start()).fingerprintOf(message)).toBe(transport.fingerprintOf(message))
        expect(transport.fingerprintOf(changed)).not.toBe(transport.fingerprintOf(message))
      })
    )

    test(
      "a thread has no address before the message it hangs on was sent",
      withWorld(async (transport) => {
        expect(await run(transport.addressOf({ _tag: "ThreadOf", key: name.key }, new Map()))).toBeUndefined()
      })
    )
  })
}

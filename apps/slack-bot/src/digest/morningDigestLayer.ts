import { randomUUID } from "node:crypto"
import { type CivilDay, formatCivilDay } from "@safe-return/domain/calendar"
import { digestDue } from "@safe-return/domain/deadlines"
import { Deliveries, type DeliveryKey } from "@safe-return/journal"
import { Effect, Layer, Option } from "effect"
import { Casework } from "../casework/Casework.ts"
import { Council } from "../casework/Council.ts"
import { dueClock } from "../clocks/dueClock.ts"
import { announcedFrom } from "../delivery/announcedFrom.ts"
import { Carriers } from "../delivery/Carrier.ts"
import { owedAtStart } from "../delivery/OwedAtStart.ts"
import { channel, type OwedMessage, once, whenAsked } from "../delivery/OwedMessage.ts"
import { makeSender } from "../delivery/sending.ts"
import { digestMessage } from "../messages/digest.ts"
import { People } from "../people/People.ts"
import { whoLooksAfter } from "../people/whoLooksAfter.ts"
import { digestOf } from "./digest.ts"
import { MorningDigest } from "./MorningDigest.ts"

const make = Effect.gen(function* () {
  const casework = yield* Casework
  const { policy, calendars } = yield* Council
  const deliveries = yield* Deliveries
  const people = yield* People
  const atStart = yield* owedAtStart(["team"])
  const sender = makeSender({ deliveries, carriers: yield* Carriers, instance: randomUUID(), atStart })
  const dueNow = yield* dueClock
  const announceFrom = yield* announcedFrom

  /** The channel, and each manager, under a key of the day: sent once, whoever else sends and whenever. */
  const receiversOf = Effect.fn("MorningDigest.receiversOf")(function* (day: CivilDay) {
    const key: DeliveryKey = `digest:${formatCivilDay(day)}`
    // Whoever is next where no manager can be told.
    const { managers } = yield* whoLooksAfter(people)
    return [
      { key, place: channel },
      ...managers.map((person) => ({ key: `${key}:${person}`, place: { _tag: "Person", person } as const }))
    ]
  })

  const tell = (owed: OwedMessage) =>
    // One manager who cannot be reached must not hold up the others.
    Effect.catch(sender.send("team", owed), (failed) =>
      Effect.logWarning(`The morning summary is not sent yet: ${owed.key}. ${failed.message}`)
    )

  const send = Effect.gen(function* () {
    const now = yield* dueNow
    const due = digestDue(policy, now)
    if (Option.isNone(due)) return
    const delivered = yield* deliveries.of("team")
    const left = (yield* receiversOf(due.value.day)).filter(({ key }) => delivered.get(key)?._tag !== "Sent")
    // Looked through only while somebody is still to be told: it costs a look at every child.
    if (left.length === 0) return
    const states = yield* casework.all
    const digest = digestOf({ states, policy, calendars, announceFrom: announceFrom(now), now })
    if (Option.isNone(digest)) return
    const content = whenAsked(() => digestMessage(digest.value))
    const owed = left.map(({ key, place }) => once(key, place, content, "task", due.value.from))
    atStart.see("team", owed, delivered)
    yield* Effect.forEach(owed, tell, { discard: true })
  }).pipe(
    Effect.andThen(sender.lookForDoubles("due")),
    Effect.catch((failed) => Effect.logError(`The morning summary could not be made. ${failed.message}`)),
    Effect.catchDefect((defect) => Effect.logError("The morning summary could not be made", defect))
  )

  return MorningDigest.of({ send })
})

export const morningDigestLayer = Layer.effect(MorningDigest, make)

import { randomUUID } from "node:crypto"
import { Casework, Council } from "@safe-return/casework"
import { type CivilDay, formatCivilDay, type Instant } from "@safe-return/domain/calendar"
import { digestDue } from "@safe-return/domain/deadlines"
import { Deliveries, type DeliveryKey } from "@safe-return/journal"
import { type Duration, Effect, Layer, Option, Semaphore } from "effect"
import { dueClock } from "../clocks/dueClock.ts"
import { announcementCutoff } from "../delivery/announcementCutoff.ts"
import { owedAtStart } from "../delivery/OwedAtStart.ts"
import { channel, once, whenAsked } from "../delivery/OwedMessage.ts"
import { makeSender } from "../delivery/sending.ts"
import { Transports } from "../delivery/Transport.ts"
import { makeTeamSending } from "../delivery/teamSending.ts"
import { Incidents } from "../incidents/Incidents.ts"
import { People } from "../people/People.ts"
import { whoLooksAfter } from "../people/whoLooksAfter.ts"
import { digestOf } from "./digest.ts"
import { MorningDigest } from "./MorningDigest.ts"

const DIGEST = "digest:"

const make = Effect.fnUntraced(function* (patience: Duration.Duration) {
  const casework = yield* Casework
  const { policy, calendars } = yield* Council
  const deliveries = yield* Deliveries
  const people = yield* People
  const atStart = yield* owedAtStart(["team"])
  const instance = randomUUID()
  const incidents = yield* Incidents
  const sender = makeSender({ deliveries, carriers: yield* Transports, instance, atStart })
  const sendAll = makeTeamSending({ deliveries, incidents, sender, instance, patience, place: "the morning summary" })
  const dueNow = yield* dueClock
  const announceFrom = yield* announcementCutoff

  /** The channel, and each manager, under a key of the day: sent once, whoever else sends and whenever. */
  const receiversOf = Effect.fn("MorningDigest.receiversOf")(function* (day: CivilDay) {
    const key: DeliveryKey = `${DIGEST}${formatCivilDay(day)}`
    // Whoever is next where no manager can be told.
    const { managers } = yield* whoLooksAfter(people)
    return [
      { key, place: channel },
      ...managers.map((person) => ({ key: `${key}:${person}`, place: { _tag: "Person", person } as const }))
    ]
  })

  /** A morning that is over is owed no summary: nothing is left to do about one that did not go. */
  const letGo = Effect.fnUntraced(function* (now: Instant) {
    for (const { key, _tag } of (yield* deliveries.of("team")).values()) {
      if (_tag !== "Undelivered" || !key.startsWith(DIGEST)) continue
      yield* deliveries.keep("team", { _tag: "Superseded", key, by: "too-late", at: now })
    }
    yield* sendAll([])
  })
  let isLetGo = false
  const turn = yield* Semaphore.make(1)

  const send = Effect.gen(function* () {
    const now = yield* dueNow
    const due = digestDue(policy, now)
    if (Option.isNone(due)) {
      if (!isLetGo) yield* letGo(now)
      isLetGo = true
      return
    }
    isLetGo = false
    const delivered = yield* deliveries.of("team")
    const left = (yield* receiversOf(due.value.day)).filter(({ key }) => delivered.get(key)?._tag !== "Sent")
    // Looked through only while somebody is still to be told: it costs a look at every child.
    if (left.length === 0) return yield* sendAll([])
    const states = yield* casework.all
    const digest = digestOf({ states, policy, calendars, announceFrom: announceFrom(now), now })
    if (Option.isNone(digest)) return
    const message = whenAsked(() => ({ _tag: "MorningSummary", digest: digest.value }))
    const owed = left.map(({ key, place }) => once(key, place, message, "task", due.value.from))
    atStart.see("team", owed, delivered)
    yield* sendAll(owed)
  }).pipe(
    Effect.andThen(sender.lookForDoubles("due")),
    Effect.catch((failed) => Effect.logError(`The morning summary could not be made. ${failed.message}`)),
    Effect.catchDefect((defect) => Effect.logError("The morning summary could not be made", defect)),
    // Two at once would post the same twice: what this instance has claimed it may post again.
    turn.withPermit
  )

  return MorningDigest.of({ send })
})

/** @param patience how long a message may wait before it is listed */
export const morningDigestLayer = (patience: Duration.Duration) => Layer.effect(MorningDigest, make(patience))

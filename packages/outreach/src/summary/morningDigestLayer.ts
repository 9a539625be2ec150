/** The summary of each working morning is owed to the team and its managers, once each. */

import { Casework, Council, People } from "@safe-return/casework"
import { type CivilDay, formatCivilDay } from "@safe-return/domain/calendar"
import { digestDue } from "@safe-return/domain/deadlines"
import type { PersonId } from "@safe-return/domain/pathway"
import { Deliveries } from "@safe-return/journal"
import { Effect, Layer, Option } from "effect"
import type { TeamFacts } from "../look/TeamSource.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import { announcementCutoff } from "../owed/announcementCutoff.ts"
import { forItsTeamReader } from "../owed/forItsReader.ts"
import { channel, once, type Place, whenAsked } from "../owed/OwedMessage.ts"
import { incidentRecipients } from "../recipients/incidentRecipients.ts"
import { dropLate } from "../sending/dropLate.ts"
import { Outreach } from "../sending/Outreach.ts"
import { digestOf } from "./digest.ts"

const DIGEST = "digest:"

interface Receiver {
  readonly key: MessageKey
  readonly place: Place
}

const make = Effect.gen(function* () {
  const casework = yield* Casework
  const { policy, calendars } = yield* Council
  const deliveries = yield* Deliveries
  const recipients = incidentRecipients(yield* People)
  const announceFrom = yield* announcementCutoff

  /** The channel, and each manager, under a key of the day: sent once, whichever instance sends and whenever. */
  const receiversOf = Effect.fn("MorningDigest.receiversOf")(function* (
    day: CivilDay
  ): Effect.fn.Return<ReadonlyArray<Receiver>> {
    const key: MessageKey = `${DIGEST}${formatCivilDay(day)}`
    // The next role where no manager can be told.
    const { managers } = yield* recipients.who
    const toManager = (person: PersonId): Receiver => ({ key: `${key}:${person}`, place: { _tag: "Person", person } })
    return [{ key, place: channel }, ...managers.map(toManager)]
  })

  const read = Effect.fn("MorningDigest.read")(function* (facts: TeamFacts) {
    const { delivered, now } = facts
    const due = digestDue(policy, now)
    if (Option.isNone(due)) {
      yield* dropLate(deliveries, facts, (key) => key.startsWith(DIGEST))
      return []
    }
    const left = (yield* receiversOf(due.value.day)).filter(({ key }) => delivered.get(key)?._tag !== "Sent")
    // Looked through only while a summary is left to send: it costs a look at every child.
    if (left.length === 0) return []
    const digest = digestOf({
      states: yield* casework.active,
      policy,
      calendars,
      announceFrom: announceFrom(now),
      now
    })
    if (Option.isNone(digest)) return []
    const message = whenAsked(() => ({ _tag: "MorningSummary", digest: digest.value }))
    return left
      .map(({ key, place }) => once(key, place, message, "task", due.value.from))
      .map(forItsTeamReader(facts.there))
  })

  yield* (yield* Outreach).addTeamSource({ name: "The morning summary", read })
})

export const morningDigestLayer = Layer.effectDiscard(make)

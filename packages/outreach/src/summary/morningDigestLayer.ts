/** Each working morning the summary is owed to the channel, and one message to each person who has something to read. */

import { Casework, Council } from "@safe-return/casework"
import { formatCivilDay } from "@safe-return/domain/calendar"
import { digestDue } from "@safe-return/domain/deadlines"
import { Deliveries } from "@safe-return/journal"
import { Effect, Layer, Option } from "effect"
import { morningReader } from "../look/readMorning.ts"
import type { TeamFacts } from "../look/TeamSource.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import { announcementCutoff } from "../owed/announcementCutoff.ts"
import { forItsTeamReader } from "../owed/forItsReader.ts"
import { isOverForPeople } from "../owed/morningOwed.ts"
import { channel, once, whenAsked } from "../owed/OwedMessage.ts"
import { dropLate } from "../sending/dropLate.ts"
import { Outreach } from "../sending/Outreach.ts"
import { digestOf } from "./digest.ts"

const DIGEST = "digest:"

const make = Effect.gen(function* () {
  const casework = yield* Casework
  const { policyAt, calendars } = yield* Council
  const deliveries = yield* Deliveries
  const announceFrom = yield* announcementCutoff
  const morning = yield* morningReader

  /** To the channel, under a key of the day: sent once, whichever instance sends and whenever. */
  const readSummary = Effect.fn("MorningDigest.readSummary")(function* (facts: TeamFacts) {
    const { delivered, now } = facts
    const policy = policyAt(now)
    const due = digestDue(policy, now)
    if (Option.isNone(due)) {
      yield* dropLate(deliveries, facts, (key) => key.startsWith(DIGEST))
      return []
    }
    const key: MessageKey = `${DIGEST}${formatCivilDay(due.value.day)}`
    // Looked through only while the summary is left to send: it costs a look at every child.
    if (delivered.get(key)?._tag === "Sent") return []
    const digest = digestOf({
      states: yield* casework.active,
      policy,
      calendars,
      announceFrom: announceFrom(now),
      now
    })
    if (Option.isNone(digest)) return []
    const message = whenAsked(() => ({ _tag: "MorningSummary", digest: digest.value }))
    return [once(key, channel, message, "task", due.value.from)].map(forItsTeamReader(facts.there))
  })

  const readToEach = Effect.fn("MorningDigest.readToEach")(function* (facts: TeamFacts) {
    const owed = yield* morning.read(facts)
    yield* dropLate(deliveries, facts, isOverForPeople(owed))
    return owed
  })

  const outreach = yield* Outreach
  yield* outreach.addTeamSource({ name: "The morning summary", read: readSummary, nextAt: morning.nextAt })
  yield* outreach.addTeamSource({ name: "The message of the morning", read: readToEach, nextAt: morning.nextAt })
})

export const morningDigestLayer = Layer.effectDiscard(make)

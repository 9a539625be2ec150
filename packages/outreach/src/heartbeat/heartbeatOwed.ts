/** The heartbeat's own message in Slack: always owed, one message kept current, on the way every alert takes. */

import { People } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { Effect } from "effect"
import type { MessageKey } from "../message/messageKinds.ts"
import type { OwedMessage, Place } from "../owed/OwedMessage.ts"
import { incidentRecipients } from "../recipients/incidentRecipients.ts"
import { HeartbeatSettings, usualTimes } from "./HeartbeatSettings.ts"

export const HEARTBEAT_KEY = "heartbeat:"

const minutes = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / 60_000))

const nameOf = (place: Place): string => {
  if (place._tag === "Person") return place.person
  return place._tag === "Channel" ? place.id : place._tag
}

/** The same words for as long as a beat lasts, so that it is changed once a beat. */
export const heartbeatMessage = (
  place: Place,
  now: Instant,
  { every, lateAfter }: { readonly every: number; readonly lateAfter: number }
): OwedMessage => ({
  key: `${HEARTBEAT_KEY}${nameOf(place)}` satisfies MessageKey,
  urgency: "statutory",
  place,
  message: () => ({
    _tag: "Heartbeat",
    beatAt: Instant(now - (now % every)),
    lateAfterMinutes: minutes(lateAfter + every)
  }),
  keptCurrent: true,
  holdsNoCase: true,
  supersedes: []
})

/** Nothing where no heartbeat is set up, or where nobody could be told. */
export const heartbeatOwed = Effect.gen(function* () {
  const settings = yield* HeartbeatSettings
  const trouble = incidentRecipients(yield* People)

  return Effect.fnUntraced(function* (now: Instant): Effect.fn.Return<ReadonlyArray<OwedMessage>> {
    if (settings === undefined) return []
    const times = { ...usualTimes, ...settings }
    if (settings.channel !== undefined) {
      return [heartbeatMessage({ _tag: "Channel", id: settings.channel }, now, times)]
    }
    const { administrators, managers } = yield* trouble.who
    const person = administrators[0] ?? managers[0]
    return person === undefined ? [] : [heartbeatMessage({ _tag: "Person", person }, now, times)]
  })
})

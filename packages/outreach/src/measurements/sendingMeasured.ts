/** What is measured of each message that is sent, or is not. */
import { Clock, Effect } from "effect"
import type { OwedMessage, Place } from "../owed/OwedMessage.ts"
import { isReminder } from "../owed/remindersOwed.ts"
import type { SendFailed } from "../sending/Transport.ts"
import { type MessageWay, messagesSent, record, reminderLateness, sendingsFailed } from "./measurements.ts"

const wayOf = (place: Place): MessageWay => {
  switch (place._tag) {
    case "MissingChannel":
    case "EducationChannel":
    case "Channel":
      return "slack.channel"
    case "ThreadOf":
      return "slack.thread"
    case "Person":
      return "slack.person"
    case "Outside":
      return `outside.${place.way}`
  }
}

export const measureSent = Effect.fnUntraced(function* ({ key, owedSince, place }: OwedMessage) {
  yield* record(messagesSent, 1, wayOf(place))
  if (owedSince === undefined || !isReminder(key)) return
  const now = yield* Clock.currentTimeMillis
  yield* record(reminderLateness, Math.max(0, now - owedSince) / 1_000)
})

export const measureFailed = (failed: SendFailed | { readonly _tag: string }): Effect.Effect<void> =>
  record(sendingsFailed, 1, "fault" in failed ? failed.fault : "record")

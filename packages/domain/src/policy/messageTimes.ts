import * as Schema from "effect/Schema"
import { PositiveInt, sourced } from "./sourced.ts"
import { workingChoice } from "./workingChoice.ts"

/** For how long people are told of what happened, and what they were sent is kept true. */
export const MessageTimes = Schema.Struct({
  /** Hours in which it is still news that a child is back or an interview is lost; after them it is history. */
  newsHours: sourced(PositiveInt),
  /** Days since anything was recorded of a child, after which what people were sent is changed no more. */
  currentDays: sourced(PositiveInt),
  /** Days in which a message may still be acted on, so that a new one ends it where it cannot be changed. */
  actedOnDays: sourced(PositiveInt),
  /** Minutes from the report to the council's being told, after which the card says how long it took. */
  lateNoticeMinutes: sourced(PositiveInt)
})
export type MessageTimes = typeof MessageTimes.Type

/** Of a policy that gives none, as those in older journals. */
export const usualMessageTimes: MessageTimes = {
  newsHours: workingChoice(72, "no source says for how long a find is news; as long as the interview's own hours"),
  currentDays: workingChoice(
    28,
    "no source says for how long what was sent is kept true; four weeks after the last record"
  ),
  actedOnDays: workingChoice(7, "no source says for how long a person may act on a message; a week"),
  lateNoticeMinutes: workingChoice(60, "no source says when notice is late; the scorecard counts those of over an hour")
}

/** Those of a policy, or the usual ones where it gives none or there is no policy yet. */
export const messageTimesOf = (policy: { readonly messageTimes?: MessageTimes } | undefined): MessageTimes =>
  policy?.messageTimes ?? usualMessageTimes

import type { MessageTimes } from "./messageTimes.ts"
import { workingChoice } from "./workingChoice.ts"

/** Of a policy that gives none, as those in older journals. */
export const usualMessageTimes: Required<MessageTimes> = {
  newsHours: workingChoice(72, "no source says for how long a find is news; as long as the interview's own hours"),
  currentDays: workingChoice(
    28,
    "no source says for how long what was sent is kept true; four weeks after the last record"
  ),
  actedOnDays: workingChoice(7, "no source says for how long a person may act on a message; a week"),
  lateNoticeMinutes: workingChoice(
    60,
    "no source says when notice is late; the scorecard counts those of over an hour"
  ),
  rotaDays: workingChoice(5, "no source says when a gap is said"),
  askedAgainMinutes: workingChoice(60, "no source says when to ask again; each hour")
}

/**
 * How long messages are news, current and acted on: those of a policy, and the usual ones where it gives none or there
 * is no policy yet. Hours, days and minutes as their names say, each with its source.
 *
 * @example
 * ```ts
 * import { messageTimesOf, rotherham } from "@safe-return/domain/policy"
 *
 * messageTimesOf(undefined).newsHours.value // 72
 * messageTimesOf(rotherham).actedOnDays.value // 7
 * ```
 */
export const messageTimesOf = (
  policy: { readonly messageTimes?: MessageTimes } | undefined
): Required<MessageTimes> => ({
  ...usualMessageTimes,
  ...policy?.messageTimes
})

/** What was said to people because of this moment, and what still waits to be said. */
import { formatInstant } from "@safe-return/domain/calendar"
import type { Delivery } from "@safe-return/journal"
import type { DeliveredMessage, ExplainedTrigger } from "../api.ts"
import { isSentByTime, kindOf, type Moment, whenOf } from "./moment.ts"

const kinds: Readonly<Record<string, string>> = {
  card: "Card, kept up to date",
  timeline: "Line in the card’s thread",
  "worker-alert": "Alert to the allocated worker",
  "missing-after-all": "Alert: missing after all",
  cancellation: "Question: does the cancellation stand?",
  "interview-in-question": "Question: what becomes of the interview?",
  "interview-off": "News to the interviewer: missing after all",
  joined: "News: two records are one disappearance",
  considerations: "What the allocated worker has to consider",
  "interviewer-alert": "Alert to the interviewer",
  reminder: "Reminder",
  trigger: "Trigger alert",
  decision: "A decision waits",
  "decision-elsewhere": "News that a decision waits",
  "decision-nobody": "News that a decision waits with nobody",
  "turned-away": "Alert: news under another child’s police reference",
  early: "Alert to the MASH: news of a report that has not come yet"
}

/** A kind of message that has no words here is named by its key. */
export const kindInWords = (key: string): string => kinds[kindOf(key)] ?? kindOf(key).replaceAll("-", " ")

const outcomes = { Sent: "sent", Claimed: "waiting", Superseded: "superseded", Undelivered: "undelivered" } as const

/** Whether a message was owed because of this moment. */
const isOwedBy =
  ({ fresh, upTo, episode, record, key: asked }: Moment, triggers: ReadonlyArray<ExplainedTrigger>) =>
  (delivery: Delivery): boolean => {
    const { key } = delivery
    if (asked !== undefined && key.startsWith(asked)) return true
    if (triggers.some((trigger) => trigger.isNew && key.includes(trigger.key))) return true
    const [first] = fresh
    if (first === undefined) return false
    if (fresh.some(({ version }) => key === `${kindOf(key)}:${version}`)) return true
    if (episode === undefined || isSentByTime(key) || !key.includes(episode.id)) return false
    if (kindOf(key) === "card") return true
    const next = record.entries[upTo.length]
    const at = whenOf(delivery)
    return at >= first.recorded.recordedAt && (next === undefined || at < next.recorded.recordedAt)
  }

const whereTo = (delivery: Delivery, nameOf: (channel: string) => string): string => {
  if (delivery._tag === "Superseded") return "nobody: a later one says it"
  return delivery.channel === undefined ? "nobody yet: it could not be sent" : nameOf(delivery.channel)
}

export const deliveredOf = (
  moment: Moment,
  triggers: ReadonlyArray<ExplainedTrigger>,
  /** The name of a conversation: a channel's, or the other person's. */
  nameOf: (channel: string) => string
): ReadonlyArray<DeliveredMessage> =>
  [...moment.record.delivered.values()]
    .filter(isOwedBy(moment, triggers))
    .sort((a, b) => whenOf(a) - whenOf(b))
    .map((delivery) => ({
      key: delivery.key,
      what: kindInWords(delivery.key),
      to: whereTo(delivery, nameOf),
      outcome: outcomes[delivery._tag],
      at: formatInstant(whenOf(delivery))
    }))

/** What was said to people because of this moment, and what still waits to be said. */
import { formatInstant } from "@safe-return/domain/calendar"
import type { Delivery } from "@safe-return/journal"
import { messageKindInWords, messageKindOf } from "@safe-return/outreach"
import type { DeliveredMessage, ExplainedTrigger } from "../api.ts"
import { isSentByTime, type Moment, whenOf } from "./moment.ts"

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
    if (fresh.some(({ version }) => key === `${messageKindOf(key)}:${version}`)) return true
    if (episode === undefined || isSentByTime(key) || !key.includes(episode.id)) return false
    if (messageKindOf(key) === "card") return true
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
      what: messageKindInWords(delivery.key),
      to: whereTo(delivery, nameOf),
      outcome: outcomes[delivery._tag],
      at: formatInstant(whenOf(delivery))
    }))

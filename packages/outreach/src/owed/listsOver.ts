/** A list of one morning, or of one night, ends in words once its time is over: it would go on asking. */
import { formatCivilDay, Instant, londonDayOf } from "@safe-return/domain/calendar"
import type { Delivery } from "@safe-return/journal"
import type { Outcome } from "../message/endMessages.ts"
import { isMessageKey, type MessageKey, messageKindOf } from "../message/messageKinds.ts"
import { isOver } from "../sending/fingerprints.ts"
import { forItsTeamReader } from "./forItsReader.ts"
import { type CaseSnapshot, channel, type OwedMessage, once } from "./OwedMessage.ts"
import { recipientOf } from "./recipientOf.ts"

const outcomeOf = (key: MessageKey, now: Instant): Outcome | undefined => {
  const [, when = ""] = key.split(":")
  const today = londonDayOf(now)
  switch (messageKindOf(key)) {
    case "morning":
      return when < formatCivilDay(today) ? { _tag: "DayOver" } : undefined
    case "overdue":
      return londonDayOf(Instant(Number(when))) < today ? { _tag: "DayOver" } : undefined
    case "duty-list":
      return Number(when) <= now ? { _tag: "OfficeOpen" } : undefined
    default:
      return undefined
  }
}

const overOf = (delivery: Delivery, now: Instant): ReadonlyArray<OwedMessage> => {
  const { _tag, key } = delivery
  if (_tag !== "Sent" || isOver(delivery.fingerprint) || !isMessageKey(key)) return []
  const outcome = outcomeOf(key, now)
  if (outcome === undefined) return []
  const person = recipientOf(delivery)
  const place = person === undefined ? channel : ({ _tag: "Person", person } as const)
  return [{ ...once(key, place, () => ({ _tag: "RequestOver", outcome }), "record"), keptCurrent: true }]
}

/** In place of each list that was sent and whose time is over. */
export const listsOver = ({
  there,
  delivered,
  now
}: Pick<CaseSnapshot, "there" | "delivered" | "now">): ReadonlyArray<OwedMessage> =>
  [...delivered.values()].flatMap((delivery) => overOf(delivery, now)).map(forItsTeamReader(there))

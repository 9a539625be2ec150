/** A list to a person, of one morning or one night, ends once its time is over: it would go on asking. */
import { type Instant, londonDayOf, parseCivilDay } from "@safe-return/domain/calendar"
import type { Delivery } from "@safe-return/journal"
import { Option } from "effect"
import type { Outcome } from "../message/endMessages.ts"
import { isMessageKey, type MessageKey, messageKindOf } from "../message/messageKinds.ts"
import { isOver } from "../sending/fingerprints.ts"
import { forItsTeamReader } from "./forItsReader.ts"
import { type CaseSnapshot, type OwedMessage, once } from "./OwedMessage.ts"
import { recipientOf } from "./recipientOf.ts"

/** The channel's lists stand as they were: each says of which moment it is. */
const outcomeOf = (key: MessageKey, now: Instant): Outcome | undefined => {
  const [, when = ""] = key.split(":")
  switch (messageKindOf(key)) {
    case "morning":
    case "cme": {
      const day = Option.getOrUndefined(parseCivilDay(when))
      return day !== undefined && day < londonDayOf(now) ? { _tag: "MorningOver", day } : undefined
    }
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
  if (person === undefined) return []
  const place = { _tag: "Person", person } as const
  return [{ ...once(key, place, () => ({ _tag: "RequestOver", outcome }), "record"), keptCurrent: true }]
}

/** In place of each list that was sent and whose time is over. */
export const listsOver = ({
  there,
  delivered,
  now
}: Pick<CaseSnapshot, "there" | "delivered" | "now">): ReadonlyArray<OwedMessage> =>
  [...delivered.values()].flatMap((delivery) => overOf(delivery, now)).map(forItsTeamReader(there))

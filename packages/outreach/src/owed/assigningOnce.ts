/** One message at a time has the button that assigns an interview: the latest that asks its reader for it. */
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import type { Message } from "../message/Message.ts"
import { messageKindOf } from "../message/messageKinds.ts"
import { type OwedMessage, whenAsked } from "./OwedMessage.ts"
import { askOf } from "./withoutRepeats.ts"

/** What tells of more than the interview, and offers to assign it until a later message asks for that. */
const asksFirst = (key: DeliveryKey): boolean => {
  const kind = messageKindOf(key)
  return kind === "all-clear" || kind === "handed-over"
}

const askedLater = (message: Message): Message =>
  message._tag === "AlertAllClear" || message._tag === "EpisodeHandedOver"
    ? { ...message, isAskedLater: true }
    : message

/** What was sent and stands asks in place of what was sent before it. */
export const assigningOnce = (
  owed: ReadonlyArray<OwedMessage>,
  delivered: ReadonlyMap<DeliveryKey, Delivery>
): ReadonlyArray<OwedMessage> => {
  const asked = new Set(owed.flatMap((one) => (delivered.get(one.key)?._tag === "Sent" ? [askOf(one)] : [])))
  return owed.map((one) => {
    const { key, place, message } = one
    const [, , episodeId = ""] = key.split(":")
    if (place._tag !== "Person" || !asksFirst(key) || !asked.has(`interview ${episodeId} ${place.person}`)) return one
    return { ...one, message: whenAsked(() => askedLater(message())) }
  })
}

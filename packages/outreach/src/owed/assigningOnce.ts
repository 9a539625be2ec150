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

/** That nobody has the interview, to this reader, where it falls due with news of the child and neither has been sent. */
const sameNews = (
  { key, place, message, owedSince }: OwedMessage,
  owed: ReadonlyArray<OwedMessage>,
  delivered: ReadonlyMap<DeliveryKey, Delivery>
): ReadonlyArray<OwedMessage> => {
  if (place._tag !== "Person" || messageKindOf(key) !== "all-clear" || delivered.has(key)) return []
  const news = message()
  if (news._tag !== "AlertAllClear" || !news.isForCoordinator) return []
  const start = `reminder:${news.episode.id}:no-interviewer:`
  return owed.filter(
    (one) =>
      one.key.startsWith(start) &&
      one.place._tag === "Person" &&
      one.place.person === place.person &&
      (one.owedSince ?? 0) <= (owedSince ?? 0) &&
      !delivered.has(one.key)
  )
}

/** News of a return that asks for an interviewer, and that nobody has the interview, ring once. */
const oneRing = (
  owed: ReadonlyArray<OwedMessage>,
  delivered: ReadonlyMap<DeliveryKey, Delivery>
): ReadonlyArray<OwedMessage> => {
  const dropped = new Set<DeliveryKey>()
  const kept = owed.map((one) => {
    const same = sameNews(one, owed, delivered).map(({ key }) => key)
    for (const key of same) dropped.add(key)
    return same.length === 0 ? one : { ...one, supersedes: [...one.supersedes, ...same] }
  })
  return dropped.size === 0 ? owed : kept.filter(({ key }) => !dropped.has(key))
}

/** What was sent and stands asks in place of what was sent before it. */
export const assigningOnce = (
  all: ReadonlyArray<OwedMessage>,
  delivered: ReadonlyMap<DeliveryKey, Delivery>
): ReadonlyArray<OwedMessage> => {
  const owed = oneRing(all, delivered)
  const asked = new Set(owed.flatMap((one) => (delivered.get(one.key)?._tag === "Sent" ? [askOf(one)] : [])))
  return owed.map((one) => {
    const { key, place, message } = one
    const [, , episodeId = ""] = key.split(":")
    if (place._tag !== "Person" || !asksFirst(key) || !asked.has(`interview ${episodeId} ${place.person}`)) return one
    return { ...one, message: whenAsked(() => askedLater(message())) }
  })
}

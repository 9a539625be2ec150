/** What is sent in shadow, too: news of the bot itself, for those who look after it. */
import type { DeliveryKey } from "@safe-return/journal"
import { type MessageKind, messageKindOf } from "../message/messageKinds.ts"
import { personInKey } from "../owed/personInKey.ts"

const ofBotItself: ReadonlySet<MessageKind> = new Set([
  "incident",
  "heartbeat",
  "counts",
  "comparison",
  "went-live"
] as const)

/** By its key alone, so that whatever a person is besides an administrator brings them nothing of a case. */
export const isOfBotItself = (key: DeliveryKey): boolean => {
  const kind = messageKindOf(key)
  return kind !== undefined && ofBotItself.has(kind)
}

/** A channel and a person who is no administrator are shadowed; both are told apart where it is sent. */
export const isToOnePerson = (key: DeliveryKey): boolean =>
  personInKey(key.slice(key.lastIndexOf(":") + 1)) !== undefined

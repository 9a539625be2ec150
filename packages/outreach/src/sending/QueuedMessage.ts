/** A message in the queue with all that is needed to send it, and which of two goes first. */
import type { DeliveryKey, DeliverySubject } from "@safe-return/journal"
import type { Look } from "../look/Look.ts"
import type { OwedMessage, Urgency } from "../owed/OwedMessage.ts"
import type { Act } from "./Transport.ts"

/** What is owed under a key, and what to do about it. */
export interface PendingMessage {
  readonly owed: OwedMessage
  readonly act: Act | "supersede"
  /** The look that found it owed. */
  readonly look: Look
}

export interface QueuedMessage extends PendingMessage {
  /** The child it is about, or the team. */
  readonly about: DeliverySubject
  readonly key: DeliveryKey
  readonly urgency: Urgency
  /** Since when it is owed, in epoch milliseconds; without one it counts as the oldest. */
  readonly owedSince?: number
  /** The limits it counts against; what shares them all waits on one way. */
  readonly lanes: ReadonlyArray<string>
  /** Its place among the equally urgent that are owed since the same moment: counted up as messages are first added. */
  readonly turn: number
  /** How often it failed, and when first. */
  readonly failures: number
  readonly failedFrom?: number
  /** Not to be tried before; milliseconds of the caller's clock. */
  readonly notBefore: number
}

/** A message that was never tried; a change to one that people have is as urgent as a record. */
export const queuedMessage = (pending: PendingMessage, lanes: ReadonlyArray<string>): QueuedMessage => {
  const { owed, act, look } = pending
  return {
    ...pending,
    about: look.about,
    key: owed.key,
    urgency: act === "post" || act === "look and post" ? owed.urgency : "record",
    lanes,
    turn: 0,
    failures: 0,
    notBefore: 0
  }
}

/** The oldest first, which a restart does not change; among those owed since the same moment, in order of adding. */
export const isBefore = (a: QueuedMessage, b: QueuedMessage): boolean => {
  const [since, other] = [a.owedSince ?? 0, b.owedSince ?? 0]
  return since < other || (since === other && a.turn < b.turn)
}

/** Into its place in a queue of equally urgent ones. */
export const insert = (queue: Array<QueuedMessage>, message: QueuedMessage): void => {
  const after = queue.findLastIndex((one) => isBefore(one, message))
  queue.splice(after + 1, 0, message)
}

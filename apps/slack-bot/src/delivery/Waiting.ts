/** A message that waits to be sent, and which of two goes first. */
import type { DeliveryKey, DeliverySubject } from "@safe-return/journal"
import type { Urgency } from "./OwedMessage.ts"

export interface Offer {
  /** The child it is about, or the team. */
  readonly about: DeliverySubject
  readonly key: DeliveryKey
  readonly urgency: Urgency
  /** Since when it is owed, in epoch milliseconds; without one it counts as the oldest. */
  readonly owedSince?: number
  /** The limits it counts against; what shares them all waits on one way. */
  readonly lanes: ReadonlyArray<string>
}

export interface Waiting extends Offer {
  /** Its place among the equally urgent that are owed since the same moment: counted up as messages are first offered. */
  readonly turn: number
  /** How often it failed, and when first. */
  readonly failures: number
  readonly failedFrom?: number
  /** Not to be tried before; milliseconds of the caller's clock. */
  readonly notBefore: number
}

/** The oldest first, which a restart does not change; among those owed since the same moment, in order of offer. */
export const isBefore = (a: Waiting, b: Waiting): boolean => {
  const [since, other] = [a.owedSince ?? 0, b.owedSince ?? 0]
  return since < other || (since === other && a.turn < b.turn)
}

/** Into its place in a queue of equally urgent ones. */
export const insert = (queue: Array<Waiting>, waiting: Waiting): void => {
  const after = queue.findLastIndex((one) => isBefore(one, waiting))
  queue.splice(after + 1, 0, waiting)
}

/** What became of each message: `owed = sent + superseded + undelivered and listed`, or it is on its way or lost. */
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { isWithheld } from "../sending/fingerprints.ts"
import type { DeliveryStand } from "./Counts.ts"

/** @param delivery what is kept under the key of a message that is owed */
export const standOfDelivery = (delivery: Delivery | undefined): DeliveryStand => {
  switch (delivery?._tag) {
    case "Sent":
      return isWithheld(delivery) ? "unsent" : "sent"
    case "Superseded":
      return "superseded"
    case "Undelivered":
      return "listed"
    default:
      return "unsent"
  }
}

/** How many of the owed messages stand where. */
export const countDeliveries = (
  keys: Iterable<DeliveryKey>,
  delivered: ReadonlyMap<DeliveryKey, Delivery>
): Readonly<Record<DeliveryStand, number>> => {
  const counts = { sent: 0, superseded: 0, listed: 0, unsent: 0 }
  for (const key of new Set(keys)) counts[standOfDelivery(delivered.get(key))] += 1
  return counts
}

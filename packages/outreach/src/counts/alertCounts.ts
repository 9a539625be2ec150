/** Where each alert stands on record: `owed = acknowledged + climbing + left Slack + settled`, or it has been lost. */
import type { Instant } from "@safe-return/domain/calendar"
import { alertOf, type ChildState, type Episode, isOpen } from "@safe-return/domain/pathway"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { alertDeliveries, isOutsideKey } from "../owed/alertReach.ts"
import { isWithheld } from "../sending/fingerprints.ts"
import type { AlertStand } from "./Counts.ts"

type Deliveries = ReadonlyMap<DeliveryKey, Delivery>

/** An alert is owed of every disappearance that people were told of under a ladder. */
export const owesAlert = (episode: Episode, announceFrom: Instant): boolean =>
  episode.policy.ladder !== undefined && alertOf(episode).at >= announceFrom

export const standOfAlert = (
  { death }: Pick<ChildState, "death">,
  episode: Episode,
  delivered: Deliveries
): AlertStand => {
  if (death !== undefined || episode.progress._tag !== "Missing" || !isOpen(episode)) return "settled"
  if (alertOf(episode).acknowledgements.length > 0) return "acknowledged"
  const sent = alertDeliveries(episode, delivered).filter((one) => one._tag === "Sent" && !isWithheld(one))
  if (sent.some(({ key }) => isOutsideKey(key))) return "leftSlack"
  return sent.length > 0 ? "climbing" : "unsent"
}

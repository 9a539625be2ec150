/** All that is owed, by where it stands, with what of it nobody was sent. */
import type { ChildReference } from "@safe-return/domain/pathway"

export type AlertStand =
  /** Nobody has to answer it any more: the child is found or back, has died, or the episode is over. */
  | "settled"
  /** A person has seen it. */
  | "acknowledged"
  /** It was sent by a way out of Slack. */
  | "leftSlack"
  /** It was sent to a person in Slack, and goes on by its ladder. */
  | "climbing"
  /** Nobody was sent it, or no more than that there is one: on its way, or lost. */
  | "unsent"

export type DeliveryStand = "sent" | "superseded" | "listed" | "unsent"

export interface Counts {
  readonly alerts: Readonly<Record<AlertStand, number>>
  readonly deliveries: Readonly<Record<DeliveryStand, number>>
  /** Names each alert that nobody was sent, with the child it is about. */
  readonly unsentAlerts: ReadonlyMap<string, ChildReference>
  /** Names each message that was neither sent, superseded nor listed. */
  readonly unsentDeliveries: ReadonlySet<string>
}

/** What is in neither count after it had time to go. */
export interface Difference {
  readonly alerts: ReadonlyMap<string, ChildReference>
  readonly deliveries: ReadonlySet<string>
}

/** What was on its way at the first count and is still at the second has been lost. */
export const differenceBetween = (first: Counts, second: Counts): Difference => ({
  alerts: new Map([...second.unsentAlerts].filter(([name]) => first.unsentAlerts.has(name))),
  deliveries: new Set([...second.unsentDeliveries].filter((name) => first.unsentDeliveries.has(name)))
})

export const isExact = ({ alerts, deliveries }: Difference): boolean => alerts.size === 0 && deliveries.size === 0

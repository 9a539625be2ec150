import type { Instant } from "../calendar/instant.ts"
import type { PersonId } from "./identifiers.ts"
import type { Episode } from "./state.ts"

/** Why people are alerted to a missing child once more. */
export type AlertedBecause = "missing-after-all" | "reported-again" | "risk-raised"

export interface AlertedAgain {
  /** 2 for the second alert of the episode. */
  readonly number: number
  readonly because: AlertedBecause
  /** When what it follows from was recorded. */
  readonly at: Instant
}

export interface Acknowledged {
  /** The number of the alert that was acknowledged. */
  readonly alert: number
  readonly by: PersonId
  readonly at: Instant
}

/** The alert that stands for an episode: the newest. */
export interface Alert {
  readonly number: number
  readonly because: "reported" | AlertedBecause
  readonly at: Instant
  readonly acknowledged?: Acknowledged
}

/** The first alert is the report itself, as of when the council was told. */
export const alertOf = ({ notifiedAt, alertedAgain, acknowledged }: Episode): Alert => {
  const alert = alertedAgain ?? { number: 1, because: "reported", at: notifiedAt }
  return acknowledged?.alert === alert.number ? { ...alert, acknowledged } : alert
}

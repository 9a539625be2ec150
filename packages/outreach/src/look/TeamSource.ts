/** A source of what is owed to the team, looked at with the lists of overdue interviews. */
import type { Instant } from "@safe-return/domain/calendar"
import type { Delivery, DeliveryKey, JournalUnavailable } from "@safe-return/journal"
import type { Effect } from "effect"
import type { OwedMessage } from "../owed/OwedMessage.ts"
import type { Roster } from "../recipients/Roster.ts"
import type { Presence } from "../recipients/readRoster.ts"

/** What the lists of every council are made of. */
export interface ListFacts {
  readonly there: Roster
  /** What was sent to the team. */
  readonly delivered: ReadonlyMap<DeliveryKey, Delivery>
  readonly now: Instant
}

export type TeamFacts = ListFacts & Presence

export interface TeamSource {
  /** As the log names it, such as `The morning summary`. */
  readonly name: string
  /** Undefined where it cannot be said yet; quick, because sending may wait for it. */
  readonly read: (facts: TeamFacts) => Effect.Effect<ReadonlyArray<OwedMessage> | undefined, JournalUnavailable>
  /** When time alone next brings something of it, after `now`; undefined where it never does. */
  readonly nextAt: (now: Instant) => Instant | undefined
}

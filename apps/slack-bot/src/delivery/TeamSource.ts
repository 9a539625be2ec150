/** Something that is owed to the team, beside the lists of overdue interviews: it is looked at with them, and sent as all else. */
import type { Instant } from "@safe-return/domain/calendar"
import type { Delivery, DeliveryKey, JournalUnavailable } from "@safe-return/journal"
import type { Effect } from "effect"
import type { OwedMessage } from "./OwedMessage.ts"
import type { Roster } from "./Roster.ts"

export interface TeamFacts {
  readonly there: Roster
  /** What was sent to the team. */
  readonly delivered: ReadonlyMap<DeliveryKey, Delivery>
  readonly now: Instant
}

export interface TeamSource {
  /** As the log names it, such as `The morning summary`. */
  readonly name: string
  /** Asks nobody outside: a look holds up what is sent. Undefined where it cannot be said yet. */
  readonly read: (facts: TeamFacts) => Effect.Effect<ReadonlyArray<OwedMessage> | undefined, JournalUnavailable>
}

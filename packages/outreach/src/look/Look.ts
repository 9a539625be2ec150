/** What one look at a child or the team found, and whether what it was computed from still stands. */
import type { Instant } from "@safe-return/domain/calendar"
import type { DeliverySubject } from "@safe-return/journal"
import type { Effect } from "effect"
import type { OwedMessage } from "../owed/OwedMessage.ts"
import type { KnownDeliveries } from "./KnownDeliveries.ts"

export interface Look {
  readonly about: DeliverySubject
  /** Counted up as looks begin: of two at once, the one that began last has seen most. */
  readonly turn: number
  readonly owed: ReadonlyArray<OwedMessage>
  readonly known: KnownDeliveries
  /** False where it could not be found out whether more is owed. */
  readonly isWhole: boolean
  /** When it was, on the wall and in milliseconds that only go forward. */
  readonly now: Instant
  readonly forward: number
  /** When time alone next brings something. */
  readonly nextLookAt: Instant | undefined
  /** Whether what it found may be sent as it is. */
  readonly isCurrent: Effect.Effect<boolean>
}

/** What was found out when the database had less than had been heard of: a failover to a standby that was behind. */
import type { ChildReference } from "@safe-return/domain/pathway"

export interface WentBack {
  /** Events that were gone and were written again, under their own ids. */
  readonly written: number
  /** Events that were held and not written again: the stream of their child went on otherwise. */
  readonly differ: number
  /** Whose they are. */
  readonly differing: ReadonlyArray<ChildReference>
  /** Events that had been counted and that this instance does not hold. */
  readonly lost: number
  /** Every child with an event at another position than was heard. */
  readonly children: ReadonlyArray<ChildReference>
}

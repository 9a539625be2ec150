/** What is kept in memory of a finished child, whose stream is read when it is asked for. */
import type { Instant } from "@safe-return/domain/calendar"
import type { ChildReference, PoliceReference } from "@safe-return/domain/pathway"

/** That a police reference was used for the child, and the event that says so. */
export interface ReferenceUse {
  readonly child: ChildReference
  readonly reference: PoliceReference
  readonly position: number
  readonly isReport: boolean
}

export interface FinishedChild {
  readonly child: ChildReference
  /** Of the last event. */
  readonly version: number
  readonly position: number
  /** When the latest of it was recorded. */
  readonly recordedAt: Instant
  /** Of each police reference the use that counts. */
  readonly references: ReadonlyArray<ReferenceUse>
}

/** Which of two uses counts, in whatever order they are heard of. */
export const countsBefore = (
  one: Pick<ReferenceUse, "position" | "isReport">,
  other: Pick<ReferenceUse, "position" | "isReport">
): boolean => {
  if (one.isReport !== other.isReport) return one.isReport
  // A second `missing` is on another child's record only when the first was on the wrong child's.
  return one.isReport ? one.position > other.position : one.position < other.position
}

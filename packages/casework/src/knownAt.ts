import type { Instant } from "@safe-return/domain/calendar"
import { type ChildState, fold } from "@safe-return/domain/pathway"
import type { JournalEntry } from "@safe-return/journal"

/** A child's state as it was known at that moment, which it included; undefined where nothing was recorded by then. */
export const knownAt = (entries: ReadonlyArray<JournalEntry>, moment: Instant): ChildState | undefined => {
  const known = entries.filter(({ recorded }) => recorded.recordedAt <= moment)
  return known.length === 0 ? undefined : fold(known.map(({ recorded }) => recorded))
}

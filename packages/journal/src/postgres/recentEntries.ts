/** The newest entries this instance has heard of, to write them again where a failover lost them. */
import type { ChildReference, EventId } from "@safe-return/domain/pathway"
import type { JournalEntry } from "../Journal.ts"

/** How many are held: half an hour of a flood, where a standby is behind by minutes at worst. */
export const RECENT_LIMIT = 5_000

export const recentEntries = () => {
  let held: Array<JournalEntry> = []
  const ids = new Set<EventId>()

  const set = (entries: ReadonlyArray<JournalEntry>): void => {
    held = entries.slice(-RECENT_LIMIT)
    ids.clear()
    for (const { id } of held) ids.add(id)
  }

  return {
    all: (): ReadonlyArray<JournalEntry> => held,
    /** The newest: where it stands as it was heard, everything before it does. */
    newest: () => held.at(-1),
    has: (id: EventId) => ids.has(id),
    set,
    hold: (entries: ReadonlyArray<JournalEntry>): void => {
      for (const entry of entries) {
        if (ids.has(entry.id)) continue
        const isLast = entry.position > (held.at(-1)?.position ?? 0)
        held.push(entry)
        ids.add(entry.id)
        // Our own may be answered before others' that stand before them are read.
        if (!isLast) held.sort((one, other) => one.position - other.position)
      }
      if (held.length > 2 * RECENT_LIMIT) set(held)
    },
    /** Up to where a child's records were erased: nothing of that is written again. */
    forget: (erased: ReadonlyMap<ChildReference, number>): void =>
      set(held.filter(({ child, position }) => position > (erased.get(child) ?? 0)))
  }
}
export type RecentEntries = ReturnType<typeof recentEntries>

/** Events are known by their ids: an append that is repeated because its answer was lost records nothing twice. */
import type { EventId } from "@safe-return/domain/pathway"
import { Equal } from "effect"
import type { JournalEntry, NewEvent } from "./Journal.ts"

const isSameEvent = (one: NewEvent, other: NewEvent): boolean =>
  one.id === other.id && Equal.equals(one.recorded, other.recorded)

/** The entries that the very same append recorded before, if it did. */
export const recordedBefore = (
  stream: ReadonlyArray<JournalEntry>,
  expectedVersion: number,
  events: ReadonlyArray<NewEvent>
): ReadonlyArray<JournalEntry> | undefined => {
  const there = stream.slice(expectedVersion, expectedVersion + events.length)
  const same = events.every((event, index) => {
    const entry = there[index]
    return entry !== undefined && isSameEvent(entry, event)
  })
  return events.length > 0 && same ? there : undefined
}

/** An id that would stand in the stream twice. */
export const idUsedTwice = (
  stream: ReadonlyArray<JournalEntry>,
  events: ReadonlyArray<NewEvent>
): EventId | undefined =>
  events.find(
    ({ id }, index) => stream.some((entry) => entry.id === id) || events.findIndex((event) => event.id === id) < index
  )?.id

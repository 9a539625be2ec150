/** Events are known by their ids: an append that is repeated because its answer was lost records nothing twice. */
import type { EventId } from "@safe-return/domain/pathway"
import { Equal } from "effect"
import type { JournalEntry, NewEvent } from "./Journal.ts"

const isSameEvent = (one: NewEvent, other: NewEvent): boolean =>
  one.id === other.id && Equal.equals(one.recorded, other.recorded)

/** The entries that the very same append recorded before, if it did, whatever version this one was decided on. */
export const recordedBefore = (
  stream: ReadonlyArray<JournalEntry>,
  events: ReadonlyArray<NewEvent>
): ReadonlyArray<JournalEntry> | undefined => {
  const [first] = events
  if (first === undefined) return undefined
  const from = stream.findIndex(({ id }) => id === first.id)
  if (from === -1) return undefined
  const there = stream.slice(from, from + events.length)
  const same = events.every((event, index) => {
    const entry = there[index]
    return entry !== undefined && isSameEvent(entry, event)
  })
  return same ? there : undefined
}

/** The first id that stands in the journal already, or comes twice among these events. */
export const idUsedTwice = (isUsed: (id: EventId) => boolean, events: ReadonlyArray<NewEvent>): EventId | undefined =>
  events.find(({ id }, index) => isUsed(id) || events.findIndex((event) => event.id === id) < index)?.id

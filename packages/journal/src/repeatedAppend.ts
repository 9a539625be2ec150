/** Events are known by their ids: an append that is repeated because its answer was lost records nothing twice. */
import type { EventId } from "@safe-return/domain/pathway"
import { Equal } from "effect"

/** Of whichever stream. */
interface AppendedEvent {
  readonly id: EventId
  readonly recorded: unknown
}

const isSameEvent = (one: AppendedEvent, other: AppendedEvent): boolean =>
  one.id === other.id && Equal.equals(one.recorded, other.recorded)

/** The entries that the very same append recorded before, if it did, whatever version this one was decided on. */
export const recordedBefore = <Entry extends AppendedEvent>(
  stream: ReadonlyArray<Entry>,
  events: ReadonlyArray<AppendedEvent>
): ReadonlyArray<Entry> | undefined => {
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
export const idUsedTwice = (
  isUsed: (id: EventId) => boolean,
  events: ReadonlyArray<AppendedEvent>
): EventId | undefined =>
  events.find(({ id }, index) => isUsed(id) || events.findIndex((event) => event.id === id) < index)?.id

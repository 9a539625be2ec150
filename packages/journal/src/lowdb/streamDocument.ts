/** How a child's stream is kept: `children/<reference>.json`. */
import { ChildReference, EventId, RecordedEvent } from "@safe-return/domain/pathway"
import { Schema } from "effect"
import type { JournalEntry } from "../Journal.ts"

const Place = Schema.Int.check(Schema.isGreaterThan(0))

const StreamEntry = Schema.Struct({ id: EventId, version: Place, position: Place, recorded: RecordedEvent })

type StreamEntries = ReadonlyArray<typeof StreamEntry.Type>

const countedFromOne = Schema.makeFilter((entries: StreamEntries) => {
  const wrong = entries.findIndex((entry, index) => entry.version !== index + 1)
  return wrong === -1 || `its entries are not versions 1 to ${entries.length}: place ${wrong + 1} holds another version`
})

const inOrder = Schema.makeFilter((entries: StreamEntries) => {
  const wrong = entries.find((entry, index) => entry.position <= (entries[index - 1]?.position ?? 0))
  return wrong === undefined || `version ${wrong.version} stands at a position that is not after the one before it`
})

const oneIdEach = Schema.makeFilter((entries: StreamEntries) => {
  const ids = new Set<EventId>()
  const wrong = entries.find(({ id }) => ids.size === ids.add(id).size)
  return wrong === undefined || `version ${wrong.version} has the id of an earlier one`
})

export const StreamDocument = Schema.Struct({
  format: Schema.Literal(1),
  child: ChildReference,
  entries: Schema.Array(StreamEntry).check(countedFromOne, inOrder, oneIdEach)
})
export type StreamDocument = typeof StreamDocument.Type

export const entriesOf = (document: StreamDocument): ReadonlyArray<JournalEntry> =>
  document.entries.map((entry) => ({ ...entry, child: document.child }))

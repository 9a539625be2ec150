/** The journal in lowdb documents, one a child. Every entry is also held in memory, so that reading is quick. */
import { type ChildReference, RecordedEvent } from "@safe-return/domain/pathway"
import { Deferred, Effect, Layer, PubSub, Stream } from "effect"
import { type DocumentFolder, openDocumentFolder } from "../documents/DocumentFolder.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import { readableAgain } from "../documents/readableAgain.ts"
import { Journal, type JournalEntry, JournalUnavailable, type NewEvent, StreamMoved } from "../Journal.ts"
import { idUsedTwice, recordedBefore } from "../repeatedAppend.ts"
import { makePositions } from "./positions.ts"
import { entriesOf, StreamDocument } from "./streamDocument.ts"

const eventReadAgain = readableAgain(RecordedEvent)

/** Every entry of every document in order of position; a position that stands twice is an error. */
const inOrderOfPosition = Effect.fnUntraced(function* (folder: DocumentFolder<StreamDocument>) {
  const entries = folder.all().flatMap(entriesOf)
  entries.sort((one, other) => one.position - other.position)
  const again = entries.find((entry, index) => entry.position === entries[index - 1]?.position)
  if (again !== undefined) {
    const reason = `version ${again.version} has the position ${again.position}, which stands in another document too`
    return yield* new JournalUnavailable({ path: folder.pathOf(again.child), reason })
  }
  return entries
})

const openJournal = Effect.gen(function* () {
  const folder = yield* openDocumentFolder(yield* LockedDirectory, "children", StreamDocument)
  const shown = yield* inOrderOfPosition(folder)
  const streams = new Map<ChildReference, ReadonlyArray<JournalEntry>>(Map.groupBy(shown, ({ child }) => child))
  const positions = makePositions(shown.at(-1)?.position ?? 0)
  const news = yield* PubSub.unbounded<JournalEntry>()
  yield* Effect.addFinalizer(() => PubSub.shutdown(news))

  const streamOf = (child: ChildReference): ReadonlyArray<JournalEntry> => streams.get(child) ?? []

  const show = (child: ChildReference, entries: ReadonlyArray<JournalEntry>): void => {
    streams.set(child, [...streamOf(child), ...entries])
    for (const entry of entries) {
      shown.push(entry)
      PubSub.publishUnsafe(news, entry)
    }
  }

  const record = Effect.fnUntraced(function* (child: ChildReference, events: ReadonlyArray<NewEvent>) {
    const earlier = folder.find(child)?.entries ?? []
    const done = yield* Deferred.make<ReadonlyArray<JournalEntry>>()
    yield* folder.replace(child, () => {
      const claim = positions.claim(events.length)
      const added = events.map(({ id, recorded }, index) => ({
        id,
        version: earlier.length + 1 + index,
        position: claim.first + index,
        recorded
      }))
      const document = { format: 1, child, entries: [...earlier, ...added] } as const
      const showAdded = () => {
        const entries = added.map((entry) => ({ ...entry, child }))
        show(child, entries)
        Deferred.doneUnsafe(done, Effect.succeed(entries))
      }
      return { document, kept: () => positions.keep(claim, showAdded), failed: () => positions.giveUp(claim) }
    })
    return yield* Deferred.await(done)
  })

  const appendInTurn = Effect.fnUntraced(function* (
    child: ChildReference,
    expectedVersion: number,
    events: ReadonlyArray<NewEvent>
  ) {
    const stream = streamOf(child)
    const before = recordedBefore(stream, expectedVersion, events)
    if (before !== undefined) return before
    if (stream.length !== expectedVersion) {
      return yield* new StreamMoved({ child, expected: expectedVersion, actual: stream.length })
    }
    const twice = idUsedTwice(stream, events)
    if (twice !== undefined) {
      const reason = `an event with the id ${twice} is there already, and this one says something else`
      return yield* new JournalUnavailable({ path: folder.pathOf(child), reason })
    }
    // Once begun it runs to its end: a turn given up before the entries are shown would let the next append decide
    // on a stream that is already longer.
    return events.length === 0 ? [] : yield* Effect.uninterruptible(record(child, events))
  })

  return Journal.of({
    append: Effect.fn("Journal.append")(function* (child, expectedVersion, events) {
      const path = folder.pathOf(child)
      const readable = yield* Effect.forEach(events, ({ id, recorded }) =>
        Effect.map(eventReadAgain(path, recorded), (recorded) => ({ id, recorded }))
      )
      return yield* folder.inTurn(child)(appendInTurn(child, expectedVersion, readable))
    }),
    read: (child) =>
      Effect.sync(() => {
        const entries = streamOf(child)
        return { child, version: entries.length, entries }
      }),
    readAll: Effect.sync(() => [...shown]),
    subscribe: Effect.map(PubSub.subscribe(news), (subscription) => Stream.fromSubscription(subscription))
  })
})

export const journalInLockedDirectory = Layer.effect(Journal, openJournal)

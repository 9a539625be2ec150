/** The journal in lowdb documents: one a child, all of them in memory, each replaced as a whole at an append. */
import type { ChildReference, EventId, PathwayEvent } from "@safe-return/domain/pathway"
import { Deferred, Effect, Layer, PubSub, Stream } from "effect"
import { assertRoundTrips } from "../documents/assertRoundTrips.ts"
import { type DocumentFolder, openDocumentFolder } from "../documents/DocumentFolder.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import {
  EventIdUsed,
  Journal,
  type JournalEntry,
  JournalUnavailable,
  type NewEvent,
  type UnreadableRecord,
  VersionConflict
} from "../Journal.ts"
import { idUsedTwice, recordedBefore } from "../repeatedAppend.ts"
import { FinishedChildren } from "./FinishedChildren.ts"
import { finishedJudge } from "./finishedJudge.ts"
import { oneChildAReference } from "./oneChildAReference.ts"
import { openPolicyFiles } from "./policyFiles.ts"
import { makePositions } from "./positions.ts"
import { policyOfEvent, recordedEvent, StoredEvent, storedEvent } from "./storedEvent.ts"
import { lastOf, passedOver, type StreamDocument, streamForm } from "./streamDocument.ts"

const eventReadAgain = assertRoundTrips(StoredEvent)

/** As far as positions may be spread out and the entries still be put in order by their places in a list. */
const MOST_UNUSED = 2

const byPosition = <E extends { readonly position: number }>(entries: ReadonlyArray<E>): Array<E> => {
  const last = entries.reduce((most, { position }) => Math.max(most, position), 0)
  if (last > entries.length * MOST_UNUSED) return entries.toSorted((one, other) => one.position - other.position)
  const places: Array<E | undefined> = new Array(last + 1).fill(undefined)
  const again: Array<E> = []
  for (const entry of entries) {
    if (places[entry.position] === undefined) places[entry.position] = entry
    else again.push(entry)
  }
  const inOrder = places.filter((entry) => entry !== undefined)
  return again.length === 0 ? inOrder : [...inOrder, ...again].sort((one, other) => one.position - other.position)
}

const unreadableIn = (folder: DocumentFolder<StreamDocument>): ReadonlyArray<UnreadableRecord> =>
  byPosition(folder.all().flatMap(({ unreadable = [] }) => unreadable))

/** Every entry of every document in order of position; a position that stands twice is an error. */
const inOrderOfPosition = Effect.fnUntraced(function* (folder: DocumentFolder<StreamDocument>) {
  const entries = byPosition(folder.all().flatMap(({ entries }) => entries))
  const others = folder.all().flatMap(passedOver)
  const all = others.length === 0 ? entries : byPosition([...entries, ...others])
  const again = all.find((entry, index) => entry.position === all[index - 1]?.position)
  if (again !== undefined) {
    const reason = `version ${again.version} has the position ${again.position}, which stands in another document too`
    return yield* new JournalUnavailable({ path: folder.pathOf(again.child), reason })
  }
  return entries
})

const openJournal = Effect.gen(function* () {
  const directory = yield* LockedDirectory
  const policies = yield* openPolicyFiles(directory)
  const finished = yield* FinishedChildren
  const letGo = yield* finishedJudge
  const folder = yield* openDocumentFolder(directory, "children", streamForm(policies), {
    isLeftUnread: finished.isFinished,
    isLetGo: letGo
  })
  const atStart = yield* inOrderOfPosition(folder)
  const ofFinished = folder.unread().flatMap((child) => finished.find(child) ?? [])
  const lastPosition = ofFinished.reduce(
    (last, { position }) => Math.max(last, position),
    Math.max(atStart.at(-1)?.position ?? 0, unreadableIn(folder).at(-1)?.position ?? 0)
  )
  const positions = makePositions(Math.max(lastPosition, directory.heads.lastSettled()))
  const news = yield* PubSub.unbounded<JournalEntry>()
  yield* Effect.addFinalizer(() => PubSub.shutdown(news))

  /** What is shown of a child's stream; its document is ahead of it while an earlier position is still being written. */
  const streams = new Map(folder.all().map((stream) => [stream.child, stream]))
  const streamOf = (child: ChildReference): StreamDocument => streams.get(child) ?? { child, entries: [] }

  /** Of every child's events, those that are just being written among them. */
  const usedIds = new Set<EventId>([...atStart, ...unreadableIn(folder)].map(({ id }) => id))
  const isUsed = (id: EventId): boolean => usedIds.has(id) || finished.hasId(id)

  const show = (entries: ReadonlyArray<JournalEntry>, stream: StreamDocument): void => {
    streams.set(stream.child, stream)
    for (const entry of entries) PubSub.publishUnsafe(news, entry)
  }

  const usedAmong = (events: ReadonlyArray<NewEvent>) => idUsedTwice(isUsed, events)

  /** Looked at again: another child's append may have been first. */
  const claimIds = (child: ChildReference, events: ReadonlyArray<NewEvent>) =>
    Effect.suspend(() => {
      const used = usedAmong(events)
      if (used !== undefined) return new EventIdUsed({ id: used, child })
      for (const { id } of events) usedIds.add(id)
      return Effect.void
    })

  const record = Effect.fnUntraced(function* (child: ChildReference, events: ReadonlyArray<NewEvent>) {
    yield* claimIds(child, events)
    const earlier = folder.find(child) ?? { child, entries: [] }
    const done = yield* Deferred.make<ReadonlyArray<JournalEntry>>()
    const replaced = folder.replace(child, () => {
      const claim = positions.claim(events.length)
      const added = events.map(({ id, recorded }, index) => ({
        id,
        version: lastOf(earlier, "version") + 1 + index,
        position: claim.first + index,
        recorded,
        child
      }))
      const document = { ...earlier, entries: earlier.entries.concat(added) }
      const showAdded = () => {
        show(added, document)
        directory.heads.settled(claim.first + added.length - 1)
        Deferred.doneUnsafe(done, Effect.succeed(added))
      }
      return { document, kept: () => positions.keep(claim, showAdded), failed: () => positions.giveUp(claim) }
    })
    yield* Effect.tapError(replaced, () =>
      Effect.sync(() => {
        for (const { id } of events) usedIds.delete(id)
      })
    )
    return yield* Deferred.await(done)
  })

  const appendInTurn = Effect.fnUntraced(function* (
    child: ChildReference,
    expectedVersion: number,
    events: ReadonlyArray<NewEvent>
  ) {
    const stream = streamOf(child)
    const isNew = events.every(({ id }) => !isUsed(id))
    const before = isNew ? undefined : recordedBefore(stream.entries, events)
    if (before !== undefined) return before
    const used = usedAmong(events)
    if (used !== undefined) return yield* new EventIdUsed({ id: used, child })
    const version = lastOf(stream, "version")
    if (version !== expectedVersion) {
      return yield* new VersionConflict({ child, expected: expectedVersion, actual: version })
    }
    // Once begun it runs to its end: a turn given up before the entries are shown would let the next append decide
    // on a stream that is already longer.
    return events.length === 0 ? [] : yield* Effect.uninterruptible(record(child, events))
  })

  const keepPolicyOf = (event: PathwayEvent) => {
    const policy = policyOfEvent(event)
    return policy === undefined ? Effect.void : policies.keep(policy)
  }

  const readAgain = Effect.fnUntraced(function* (path: string, { id, recorded }: NewEvent) {
    yield* keepPolicyOf(recorded.event)
    const stored = yield* eventReadAgain(path, storedEvent(recorded, policies.digestOf))
    return { id, recorded: recordedEvent(stored, policies.policyOf) }
  })

  const keepPoliciesOf = (document: StreamDocument) =>
    Effect.forEach(document.entries, ({ recorded: { event } }) => keepPolicyOf(event), { discard: true })
  directory.heads.settled(lastPosition)
  // Documents of format 1 hold their policies themselves, so they are rewritten without them.
  yield* Effect.forEach(folder.all(), keepPoliciesOf, { discard: true })

  /** Holds a finished child's stream in memory from now on: something is recorded of them. */
  const hold = Effect.fnUntraced(function* (child: ChildReference) {
    if (streams.has(child)) return
    yield* folder.hold(child)
    const stream = folder.find(child)
    if (stream === null) return
    yield* keepPoliciesOf(stream)
    streams.set(child, stream)
  })

  const read = (child: ChildReference): Effect.Effect<StreamDocument, JournalUnavailable> =>
    Effect.suspend(() => {
      const stream = streams.get(child)
      return stream === undefined
        ? Effect.map(folder.read(child), (unread) => unread ?? streamOf(child))
        : Effect.succeed(stream)
    })

  const append = Effect.fnUntraced(function* (
    child: ChildReference,
    expectedVersion: number,
    events: ReadonlyArray<NewEvent>
  ) {
    const path = folder.pathOf(child)
    const readable = yield* Effect.forEach(events, (event) => readAgain(path, event))
    return yield* folder.inTurn(child)(Effect.andThen(hold(child), appendInTurn(child, expectedVersion, readable)))
  })

  const underReference = oneChildAReference()

  return Journal.of({
    append,
    appendUnder: (under, child, expectedVersion, events) =>
      underReference(under, child)(append(child, expectedVersion, events)),
    read: (child) => Effect.map(read(child), (stream) => ({ ...stream, version: lastOf(stream, "version") })),
    children: Effect.sync(() => [...streams.keys(), ...folder.unread()]),
    opening: Effect.sync(() => ({
      entries: byPosition([...streams.values()].flatMap(({ entries }) => entries)),
      finished: folder.unread().flatMap((child) => finished.find(child) ?? [])
    })),
    unread: Effect.sync(folder.unread),
    readAll: Effect.map(folder.readUnread, (unread) =>
      byPosition([...streams.values(), ...unread].flatMap(({ entries }) => entries))
    ),
    subscribe: Effect.map(PubSub.subscribe(news), (subscription) => Stream.fromSubscription(subscription)),
    // Nobody else writes here, and this version writes nothing that it cannot read.
    unreadable: Effect.sync(() => unreadableIn(folder)),
    subscribeUnreadable: Effect.succeed(Stream.never),
    // One process alone writes here, and what it heard of is on its disk.
    assure: Effect.succeed(false),
    wentBack: Effect.succeed(Stream.never),
    differing: Effect.succeed(new Set())
  })
})

export const journalInLockedDirectory = Layer.effect(Journal, openJournal)

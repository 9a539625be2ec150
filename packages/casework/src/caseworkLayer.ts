import { Instant } from "@safe-return/domain/calendar"
import {
  type ChildReference,
  type ChildState,
  type Command,
  decide,
  type PathwayEvent,
  type PersonId,
  preview,
  type Refusal
} from "@safe-return/domain/pathway"
import {
  Erasures,
  EventIdUsed,
  Journal,
  type JournalEntry,
  JournalUnavailable,
  VersionConflict
} from "@safe-return/journal"
import { Clock, Effect, Layer, Option, Result, Schedule, Stream } from "effect"
import { Casework, RecordedByNewerVersion, UnknownReference } from "./Casework.ts"
import { caseFiles } from "./caseFiles.ts"
import { keyedMutex } from "./keyedMutex.ts"
import { knownAt } from "./knownAt.ts"
import { NewIds } from "./NewIds.ts"

/** Facts safe beside whatever a newer version recorded: each adds to one episode and takes nothing back. */
const safeUnread: ReadonlySet<Command["_tag"]> = new Set([
  "ReceiveNotification",
  "RejectMisdirectedNotification",
  "AcknowledgeAlert",
  "RecordFound",
  "RecordReturned"
])

/** Whether a command may be decided though a part of the child's record cannot be read. */
export const isSafeUnread = ({ _tag }: Command): boolean => safeUnread.has(_tag)

interface CommandBatch {
  readonly child: ChildReference
  readonly commands: ReadonlyArray<Command>
  readonly by: PersonId
}

/** What the commands come to together, each decided on what the ones before it came to. */
const decideAll = (state: ChildState, { commands, by }: CommandBatch, now: Instant) =>
  commands.reduce<Result.Result<ReadonlyArray<PathwayEvent>, Refusal>>(
    (sofar, command) =>
      Result.flatMap(sofar, (events) =>
        Result.map(decide(preview(state, events), command, { now, by }), (more) => [...events, ...more])
      ),
    Result.succeed([])
  )

const isEventIdUsed = (failed: unknown): failed is EventIdUsed => failed instanceof EventIdUsed

/** Other ids are drawn once: that those are used as well is no accident. */
const withOtherIds = <A, E>(child: ChildReference, append: Effect.Effect<A, E | EventIdUsed>) =>
  Effect.catchIf(
    Effect.catchIf(append, isEventIdUsed, () => append),
    isEventIdUsed,
    ({ message }) => Effect.fail(new JournalUnavailable({ path: `the stream of ${child}`, reason: message }))
  )

const isStreamMoved = (failed: unknown): failed is VersionConflict => failed instanceof VersionConflict

/** How often a decision is made again because another person recorded something meanwhile, before giving up. */
const ATTEMPTS = 20

/** Between two attempts to read what stands after the journal went back. */
const READ_AGAIN = Schedule.spaced("500 millis")

const make = Effect.gen(function* () {
  const journal = yield* Journal
  const newIds = yield* NewIds
  const forChild = yield* keyedMutex<ChildReference>()
  // Other instances record too. Listening begins before everything is read, so that nothing falls in between.
  const news = yield* journal.subscribe
  const erased = yield* (yield* Erasures).subscribe
  const unreadable = yield* journal.subscribeUnreadable
  const wentBack = yield* journal.wentBack
  const files = caseFiles(yield* journal.opening)
  for (const record of yield* journal.unreadable) files.noteUnreadable(record)
  yield* Effect.forkScoped(Stream.runForEach(unreadable, (record) => Effect.sync(() => files.noteUnreadable(record))))
  yield* Effect.forkScoped(Stream.runForEach(news, (entry) => Effect.suspend(() => hear(entry))))
  yield* Effect.forkScoped(Stream.runForEach(erased, (tombstone) => Effect.sync(() => files.forget(tombstone))))

  /** News of finished children whose stream cannot be read yet: it holds up nobody else's. */
  const unheard = new Map<ChildReference, Array<JournalEntry>>()

  const addUnheard = (child: ChildReference) =>
    Effect.sync(() => {
      unheard.get(child)?.forEach(files.add)
      unheard.delete(child)
    })

  const hear = (entry: JournalEntry) => {
    const { child } = entry
    const waiting = unheard.get(child)
    if (waiting !== undefined) return Effect.sync(() => void waiting.push(entry))
    if (!files.isFinished(child)) return Effect.sync(() => files.add(entry))
    unheard.set(child, [entry])
    const readLater = Effect.andThen(Effect.orDie(Effect.retry(hold(child), READ_AGAIN)), addUnheard(child))
    return Effect.matchEffect(hold(child), {
      onFailure: () => Effect.asVoid(Effect.forkScoped(readLater)),
      onSuccess: () => addUnheard(child)
    })
  }

  /** A state is there to decide on from here: the stream of a finished child is read first. */
  const hold = (child: ChildReference) =>
    Effect.suspend(() => (files.isFinished(child) ? Effect.map(journal.read(child), files.hold) : Effect.void))

  const stateOf = (child: ChildReference): Effect.Effect<ChildState | undefined, JournalUnavailable> =>
    Effect.suspend(() => {
      if (!files.isFinished(child)) return Effect.succeed(files.get(child))
      const known = files.stateReadLately(child)
      return known === undefined ? Effect.map(journal.read(child), files.noteRead) : Effect.succeed(known)
    })

  const stamped = (events: ReadonlyArray<PathwayEvent>, recordedAt: Instant, recordedBy: PersonId) =>
    Effect.forEach(events, (event) =>
      Effect.map(newIds.event, (id) => ({ id, recorded: { recordedAt, recordedBy, event } }))
    )

  const isReadWhole = (child: ChildReference) =>
    Effect.suspend(() => (files.isReadWhole(child) ? Effect.void : new RecordedByNewerVersion({ child })))
  /** The children whose differences were taken over already. */
  const asItStands = new Set<ChildReference>()

  const standAgain = Effect.fnUntraced(function* (child: ChildReference) {
    const isDiffering = (yield* journal.differing).has(child) && !asItStands.has(child)
    files.standAgain(yield* journal.read(child), isDiffering || files.isShownAsHeard(child))
    if (isDiffering) asItStands.add(child)
  })

  const attempt = Effect.fnUntraced(function* <E>(
    asked: CommandBatch,
    append: (...asked: Parameters<typeof journal.append>) => Effect.Effect<ReadonlyArray<JournalEntry>, E | EventIdUsed>
  ) {
    const { child, commands, by } = asked
    yield* hold(child)
    const { state } = files.of(child)
    const version = files.versionOf(child)
    const now = Instant(yield* Clock.currentTimeMillis)
    const events = yield* Effect.fromResult(decideAll(state, asked, now))
    if (events.length > 0) {
      if (!commands.every(isSafeUnread)) yield* isReadWhole(child)
      const appendOnce = Effect.flatMap(stamped(events, now, by), (added) => append(child, version, added))
      const entries = yield* withOtherIds(child, appendOnce)
      entries.forEach(files.add)
    } else if (yield* journal.assure) {
      // Nothing is said to be on record that a failover took away: what stands now decides.
      yield* standAgain(child)
      return yield* new VersionConflict({ child, expected: version, actual: files.of(child).version })
    }
    return { events, state: files.of(child).state }
  })

  const catchUp = Effect.fnUntraced(function* (child: ChildReference) {
    if ((yield* journal.differing).has(child) && !asItStands.has(child)) return yield* standAgain(child)
    yield* hold(child)
    const before = files.of(child)
    files.catchUp(yield* journal.read(child), before)
  })

  const decideAgain = <A, E>(
    child: ChildReference,
    attempted: Effect.Effect<A, E | VersionConflict>,
    left: number
  ): Effect.Effect<A, E | VersionConflict | JournalUnavailable> =>
    Effect.catchIf(attempted, isStreamMoved, (moved) =>
      left === 0 ? Effect.fail(moved) : Effect.andThen(catchUp(child), decideAgain(child, attempted, left - 1))
    )

  /** Recorded on the expected version alone: where the stream has moved on, what is there now is read first. */
  const onExpected = (asked: CommandBatch, expected: number) =>
    Effect.suspend(() => {
      const { child } = asked
      const actual = files.countOf(child)
      return actual === expected ? attempt(asked, journal.append) : new VersionConflict({ child, expected, actual })
    }).pipe(Effect.tapErrorTag("StreamMoved", () => catchUp(asked.child)))

  const onNewest = <A, E>(child: ChildReference, attempted: Effect.Effect<A, E | VersionConflict>) =>
    Effect.catchIf(decideAgain(child, attempted, ATTEMPTS), isStreamMoved, (moved) =>
      Effect.fail(new JournalUnavailable({ path: `the stream of ${child}`, reason: moved.message }))
    )

  /** Not interruptible: a request that is given up on must not leave the states behind the journal. */
  const inTurn =
    (child: ChildReference) =>
    <A, E>(effect: Effect.Effect<A, E>) =>
      Effect.uninterruptible(forChild(child)(effect))

  const standAllAgain = (children: ReadonlyArray<ChildReference>) =>
    Effect.forEach(children, (child) => Effect.retry(inTurn(child)(standAgain(child)), READ_AGAIN), { discard: true })
  yield* Effect.forkScoped(Stream.runForEach(wentBack, ({ children }) => Effect.orDie(standAllAgain(children))))

  const executeAll: Casework["Service"]["executeAll"] = (child, commands, by, expectedVersion) => {
    const asked = { child, commands, by }
    return inTurn(child)(
      expectedVersion === undefined
        ? onNewest(child, attempt(asked, journal.append))
        : onExpected(asked, expectedVersion)
    )
  }

  const executeForPoliceReference: Casework["Service"]["executeForPoliceReference"] = (under, child, command, by) => {
    const attempted = attempt({ child, commands: [command], by }, (...asked) => journal.appendUnder(under, ...asked))
    return inTurn(child)(onNewest(child, attempted)).pipe(
      // A caller who asks which child it stands for is told, though the news may be still on its way.
      Effect.tapErrorTag("StandsForAnother", (other) => catchUp(other.child))
    )
  }

  /** Corrected since, or erased: what can be read by now is folded, and the rest is passed over on purpose. */
  const stillUnreadable = Effect.gen(function* () {
    const now = yield* journal.unreadable
    const positions = new Set(now.map(({ position }) => position))
    for (const [child, records] of files.withUnreadable()) {
      if (records.every(({ position }) => positions.has(position))) continue
      yield* inTurn(child)(Effect.map(journal.read(child), files.replaceStream))
    }
    return now
  })

  return Casework.of({
    execute: (child, command, by, expectedVersion) => executeAll(child, [command], by, expectedVersion),
    executeAll,
    executeForPoliceReference,
    isReadWhole,
    unreadable: stillUnreadable,
    history: (child) => Effect.map(journal.read(child), ({ entries }) => entries.map(({ recorded }) => recorded)),
    version: (child) => Effect.sync(() => files.countOf(child)),
    get: (child) =>
      Effect.flatMap(stateOf(child), (state) =>
        state === undefined ? Effect.fail(new UnknownReference({ reference: child })) : Effect.succeed(state)
      ),
    hold: (child) => inTurn(child)(hold(child)),
    children: Effect.sync(files.children),
    active: Effect.sync(files.active),
    activeAt: Effect.fn("Casework.activeAt")(function* (moment: Instant) {
      const states = new Map(files.active())
      for (const child of files.recordedOfAfter(moment)) {
        const { entries } = yield* journal.read(child)
        const known = knownAt(entries, moment)
        if (known === undefined) states.delete(child)
        else states.set(child, known)
      }
      return states
    }),
    foldedTo: (child, position) =>
      Effect.sync(() => {
        const file = files.of(child)
        return file.position === position && !files.isFinished(child) ? Option.some(file.state) : Option.none()
      }),
    childOf: (policeReference) => Effect.sync(() => Option.fromNullishOr(files.childOf(policeReference))),
    childNamed: (typed) => Effect.suspend(() => Effect.fromResult(files.childNamed(typed))),
    policeSpellingOf: (typed, child) => Effect.sync(() => Option.fromNullishOr(files.policeSpellingOf(typed, child)))
  })
})

export const caseworkLayer = Layer.effect(Casework, make)

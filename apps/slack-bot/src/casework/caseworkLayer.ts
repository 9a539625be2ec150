import { Instant } from "@safe-return/domain/calendar"
import {
  type ChildReference,
  type ChildState,
  type Command,
  decide,
  emptyChildState,
  evolve,
  evolveAll,
  type PathwayEvent,
  type PersonId,
  type Refusal
} from "@safe-return/domain/pathway"
import { Journal, type JournalEntry, JournalUnavailable, StreamMoved } from "@safe-return/journal"
import { Clock, Effect, Layer, Option, Result, Stream } from "effect"
import { Casework, UnknownReference } from "./Casework.ts"
import { NewIds } from "./NewIds.ts"
import { oneAtATime } from "./OneAtATime.ts"

interface CaseFile {
  readonly version: number
  readonly state: ChildState
}

const emptyCaseFile: CaseFile = { version: 0, state: emptyChildState }

/** What the commands come to together, each decided on what the ones before it came to. */
const decideAll = (state: ChildState, commands: ReadonlyArray<Command>, now: Instant) =>
  commands.reduce<Result.Result<ReadonlyArray<PathwayEvent>, Refusal>>(
    (sofar, command) =>
      Result.flatMap(sofar, (events) =>
        Result.map(decide(evolveAll(state, events), command, { now }), (more) => [...events, ...more])
      ),
    Result.succeed([])
  )

/** How often a decision is made again because somebody else recorded something meanwhile, before giving up. */
const ATTEMPTS = 20

/** What a police reference stands for, and the event that says so. */
interface Meant {
  readonly child: ChildReference
  readonly position: number
  readonly isReport: boolean
}

/** Which of two counts, in whatever order they are heard of. */
const isAfter = (one: Meant, other: Meant): boolean => {
  if (one.isReport !== other.isReport) return one.isReport
  // A second `missing` is on another child's record only when the first was on the wrong child's.
  return one.isReport ? one.position > other.position : one.position < other.position
}

/** The children's folded states, kept in step with the journal. An entry that is heard of twice is folded once. */
const caseFiles = (entries: ReadonlyArray<JournalEntry>) => {
  const files = new Map<ChildReference, CaseFile>()
  const states = new Map<ChildReference, ChildState>()
  const meant = new Map<string, Meant>()
  let snapshot: ReadonlyMap<ChildReference, ChildState> | undefined
  const add = (entry: JournalEntry) => {
    const { state, version } = files.get(entry.child) ?? emptyCaseFile
    if (entry.version <= version) return
    const next = evolve(state, entry.recorded)
    files.set(entry.child, { version: entry.version, state: next })
    states.set(entry.child, next)
    snapshot = undefined
    const { event } = entry.recorded
    if (event._tag !== "NotificationReceived") return
    const { kind, policeReference } = event.notification
    const meaning = { child: entry.child, position: entry.position, isReport: kind === "missing" }
    const before = meant.get(policeReference)
    if (before === undefined || isAfter(meaning, before)) meant.set(policeReference, meaning)
  }
  entries.forEach(add)
  return {
    add,
    states,
    meant,
    all: () => {
      snapshot ??= new Map(states)
      return snapshot
    },
    of: (child: ChildReference) => files.get(child) ?? emptyCaseFile
  }
}

const make = Effect.gen(function* () {
  const journal = yield* Journal
  const newIds = yield* NewIds
  const forChild = yield* oneAtATime<ChildReference>()
  // Other instances record too. Listening begins before everything is read, so that nothing falls in between.
  const news = yield* journal.subscribe
  const files = caseFiles(yield* journal.readAll)
  yield* Effect.forkScoped(Stream.runForEach(news, (entry) => Effect.sync(() => files.add(entry))))

  const record = Effect.fn("Casework.record")(function* (
    child: ChildReference,
    version: number,
    events: ReadonlyArray<PathwayEvent>,
    recordedAt: Instant,
    recordedBy: PersonId
  ) {
    const stamped = yield* Effect.forEach(events, (event) =>
      Effect.map(newIds.event, (id) => ({ id, recorded: { recordedAt, recordedBy, event } }))
    )
    const entries = yield* journal.append(child, version, stamped)
    entries.forEach(files.add)
  })

  const attempt = Effect.fn("Casework.attempt")(function* (
    child: ChildReference,
    commands: ReadonlyArray<Command>,
    by: PersonId
  ) {
    const { state, version } = files.of(child)
    const now = Instant(yield* Clock.currentTimeMillis)
    const events = yield* Effect.fromResult(decideAll(state, commands, now))
    if (events.length > 0) yield* record(child, version, events, now, by)
    return { events, state: files.of(child).state }
  })

  const catchUp = (child: ChildReference) =>
    Effect.map(journal.read(child), (stream) => stream.entries.forEach(files.add))

  type Attempted = ReturnType<typeof attempt>

  const decideAgain = (
    child: ChildReference,
    commands: ReadonlyArray<Command>,
    by: PersonId,
    left: number
  ): Attempted =>
    attempt(child, commands, by).pipe(
      Effect.catchTag("StreamMoved", (moved) =>
        left === 0 ? Effect.fail(moved) : Effect.andThen(catchUp(child), decideAgain(child, commands, by, left - 1))
      )
    )

  /** Recorded on nothing but what was seen: where the stream has moved, what is there now is read and shown first. */
  const asSeen = (child: ChildReference, commands: ReadonlyArray<Command>, by: PersonId, seen: number) =>
    Effect.suspend(() => {
      const { version: actual } = files.of(child)
      return actual === seen ? attempt(child, commands, by) : new StreamMoved({ child, expected: seen, actual })
    }).pipe(Effect.tapErrorTag("StreamMoved", () => catchUp(child)))

  const onNewest = (child: ChildReference, commands: ReadonlyArray<Command>, by: PersonId) =>
    decideAgain(child, commands, by, ATTEMPTS).pipe(
      Effect.catchTag("StreamMoved", (moved) =>
        Effect.fail(new JournalUnavailable({ path: `the stream of ${child}`, reason: moved.message }))
      )
    )

  const carryOutAll: Casework["Service"]["carryOutAll"] = (child, commands, by, seen) =>
    // Not interruptible: a request that is given up on must not leave the states behind the journal.
    (seen === undefined ? onNewest(child, commands, by) : asSeen(child, commands, by, seen)).pipe(
      forChild(child),
      Effect.uninterruptible
    )

  return Casework.of({
    carryOut: (child, command, by, seen) => carryOutAll(child, [command], by, seen),
    carryOutAll,
    history: (child) => Effect.map(journal.read(child), ({ entries }) => entries.map(({ recorded }) => recorded)),
    get: (child) =>
      Effect.suspend(() => {
        const state = files.states.get(child)
        return state === undefined ? Effect.fail(new UnknownReference({ reference: child })) : Effect.succeed(state)
      }),
    all: Effect.sync(files.all),
    childOf: (policeReference) => Effect.sync(() => Option.fromNullishOr(files.meant.get(policeReference)?.child))
  })
})

export const caseworkLayer = Layer.effect(Casework, make)

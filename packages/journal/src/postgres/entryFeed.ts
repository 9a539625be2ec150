/** News of every instance, once each in order of position; it also looks by itself, because notices can be lost. */

import type { ChildReference } from "@safe-return/domain/pathway"
import { Duration, Effect, Option, PubSub, Queue, Schedule, Semaphore, Stream } from "effect"
import type { JournalEntry, JournalUnavailable } from "../Journal.ts"
import type { WentBack } from "../WentBack.ts"
import type { Mark } from "./appendStatement.ts"
import { Database } from "./Database.ts"
import { InstanceChannel } from "./InstanceChannel.ts"
import { RECENT_LIMIT, recentEntries } from "./recentEntries.ts"
import { openRewriting } from "./rewriting.ts"
import type { EntryReader } from "./storedEntries.ts"

/** How late news can be when the way it is told of was lost without a word. */
const LOOK_EVERY = Duration.seconds(5)

/** Our own appends are answered at the same moment as they are told of; what they answer need not be read again. */
const ANSWERED_WITHIN = Duration.millis(5)

/** Between two attempts while the database is away. */
const AGAIN = Schedule.spaced("500 millis")

/** Told to those who subscribed; `age` counts how often the database went back. */
interface News {
  readonly entry: JournalEntry
  readonly age: number
}

export interface EntryFeed {
  /** The newest entry heard of, which an append asks for. */
  readonly mark: () => Mark | undefined
  /** Entries this process appended: shown at once if nobody else's come before them, read with those otherwise. */
  readonly appended: (entries: ReadonlyArray<JournalEntry>) => void
  /** Writes again what was lost; gives the versions at which children stand whose stream went on otherwise. */
  readonly writeAgain: Effect.Effect<ReadonlyMap<ChildReference, number>, JournalUnavailable>
}

export const openEntryFeed = Effect.fnUntraced(function* (reader: EntryReader) {
  const told = yield* (yield* InstanceChannel).subscribe
  const { leaveReadOnly, read } = yield* Database
  const news = yield* PubSub.unbounded<News>()
  const wentBack = yield* PubSub.unbounded<WentBack>()
  yield* Effect.addFinalizer(() => Effect.andThen(PubSub.shutdown(news), PubSub.shutdown(wentBack)))
  let reached = yield* reader.lastPosition
  let age = 0
  const held = recentEntries()
  const isWhole = (entry: JournalEntry): boolean => !reader.isReadInPart(entry)
  const { entries: newest } = yield* reader.after(Math.max(0, reached - RECENT_LIMIT))
  held.set(newest.filter((entry) => entry.position <= reached && isWhole(entry)))
  const differing = new Map<ChildReference, number>()
  const alone = yield* Semaphore.make(1)
  const writeMissing = yield* openRewriting(held, reader)
  /** The highest position anybody told of; infinite while we may have missed what was told. */
  let toldOf = reached
  /** One signal stands for all that were given before it was taken. */
  const signals = yield* Queue.sliding<void>(1)

  const show = (entries: ReadonlyArray<JournalEntry>): void => {
    for (const entry of entries) {
      if (entry.position <= reached) continue
      PubSub.publishUnsafe(news, { entry, age })
      reached = entry.position
    }
    held.hold(entries.filter(isWhole))
  }

  const readOn = Effect.gen(function* () {
    for (let more = true; more; ) {
      const page = yield* reader.after(reached)
      show(page.entries)
      reached = Math.max(reached, page.reached)
      more = page.more
    }
    if (toldOf === Number.POSITIVE_INFINITY) toldOf = reached
  })

  const isStanding = Effect.suspend(() => {
    const mark = held.newest()
    if (mark === undefined) return Effect.succeed(true)
    const { position, id } = mark
    return Effect.map(
      read((sql) => sql`select from safe_return.events where position = ${position} and id = ${id}`),
      (rows) => rows.length > 0
    )
  })

  const readAfter = Effect.fnUntraced(function* (position: number) {
    const now: Array<JournalEntry> = []
    let last = position
    for (let more = true; more; ) {
      const page = yield* reader.after(last)
      now.push(...page.entries)
      last = page.reached
      more = page.more
    }
    return { now, last }
  })

  /** What stands now is what is followed from here on; what was not heard of before is shown. */
  const followFrom = (
    stood: number,
    { now, last }: { readonly now: ReadonlyArray<JournalEntry>; readonly last: number }
  ): ReadonlySet<ChildReference> => {
    age += 1
    const before = held.all()
    const moved = new Set([...before.filter(({ position }) => position > stood), ...now].map(({ child }) => child))
    for (const entry of now) if (!held.has(entry.id)) PubSub.publishUnsafe(news, { entry, age })
    held.set([...before.filter(({ position }) => position <= stood), ...now.filter(isWhole)])
    reached = last
    toldOf = reached
    return moved
  }

  /** Once for all who notice it at the same time; true where something was gone. */
  const assure = alone.withPermits(1)(
    Effect.gen(function* () {
      if (yield* isStanding) return false
      const newest = held.newest()
      const told = Math.max(reached, Number.isFinite(toldOf) ? toldOf : 0)
      const { stood, versions, ...found } = yield* writeMissing(told)
      // Its records were erased, and nothing before it is gone.
      const { written, differ, lost } = found
      if (written + differ + lost === 0 && stood >= (held.newest()?.position ?? 0)) return false
      const children = followFrom(stood, yield* readAfter(stood))
      for (const [child, version] of versions) differing.set(child, version)
      yield* Effect.logWarning(
        `The database went back behind position ${newest?.position ?? 0}: ${written} events were written again, ${differ} stand otherwise, ${lost} are lost.`
      )
      PubSub.publishUnsafe(wentBack, { ...found, children: [...children] })
      if (written > 0) yield* Effect.ignore(read((sql) => sql`select safe_return.tell()`))
      return true
    })
  )

  const untilItAnswers = <A>(effect: Effect.Effect<A, JournalUnavailable>): Effect.Effect<A> =>
    effect.pipe(
      Effect.tapError((failed) => Effect.logWarning(`News of other instances may be late. ${failed.message}`)),
      Effect.retry(AGAIN),
      Effect.orDie
    )

  /** One question where nothing has happened, in place of one for each thing that may have. */
  const isQuiet = Effect.suspend(() => {
    const { position = 0, id = "" } = held.newest() ?? {}
    return Effect.map(
      read(
        (sql) => sql<{ quiet: boolean | null }>`
          select current_setting('transaction_read_only') = 'off' and c.last_position = ${reached} and (
            ${position} = 0 or exists (select from safe_return.events where position = ${position} and id = ${id})
          ) as quiet
          from safe_return.councils c where c.council = safe_return.own_council()`
      ),
      ([row]) => row?.quiet === true && Number.isFinite(toldOf) && toldOf <= reached
    )
  })

  const lookWhenTold = Effect.gen(function* () {
    const signal = yield* Effect.timeoutOption(Queue.take(signals), LOOK_EVERY)
    if (Option.isNone(signal) && (yield* Effect.orElseSucceed(isQuiet, () => false))) return
    if (Option.isSome(signal)) yield* Effect.sleep(ANSWERED_WITHIN)
    // A server that became a standby answers, and hears of nothing new.
    else yield* Effect.ignore(leaveReadOnly)
    // Where an event was heard of that is not there, what comes after it is another's.
    if (Option.isNone(signal) || toldOf > reached) yield* untilItAnswers(Effect.andThen(assure, readOn))
  })
  yield* Effect.forkScoped(Effect.forever(lookWhenTold))

  const hear = (position: number) =>
    Effect.suspend(() => {
      if (position <= reached) return Effect.void
      toldOf = Math.max(toldOf, position)
      return Queue.offer(signals, undefined)
    })

  const hearNext = Effect.flatMap(PubSub.take(told), (message) => {
    if (message === "erased") return Effect.void
    // Whatever was told before we listened.
    return hear(message === "listening" ? Number.POSITIVE_INFINITY : message)
  })
  yield* Effect.forkScoped(Effect.forever(hearNext))

  return {
    mark: () => held.newest(),
    appended: (entries: ReadonlyArray<JournalEntry>): void => {
      const [first] = entries
      if (first !== undefined && first.position === reached + 1) show(entries)
      else held.hold(entries)
    },
    writeAgain: Effect.as(assure, differing),
    assure,
    differing: Effect.sync((): ReadonlySet<ChildReference> => new Set(differing.keys())),
    wentBack: Effect.map(PubSub.subscribe(wentBack), (subscription) => Stream.fromSubscription(subscription)),
    subscribe: Effect.gen(function* () {
      const subscription = yield* PubSub.subscribe(news)
      const begun = age
      const from = yield* untilItAnswers(reader.lastPosition)
      const isNew = (one: News) => one.age > begun || one.entry.position > from
      return Stream.map(Stream.filter(Stream.fromSubscription(subscription), isNew), ({ entry }) => entry)
    })
  }
})

/**
 * News of every instance, in order of position, each once: whoever appends says on the council's channel how far the
 * positions go, and this reads on from the one it had reached. Nothing hangs on being told: after a connection is lost,
 * and every few seconds besides, it looks by itself.
 */
import { Duration, Effect, Option, PubSub, Queue, Schedule, Stream } from "effect"
import type { JournalEntry, JournalUnavailable } from "../Journal.ts"
import { Database } from "./Database.ts"
import { Told } from "./Told.ts"

/** How late news can be when the way it is told of was lost without a word. */
const LOOK_EVERY = Duration.seconds(5)

/** Our own appends are answered at the same moment as they are told of; what they answer need not be read again. */
const ANSWERED_WITHIN = Duration.millis(5)

/** Between two attempts while the database is away. */
const AGAIN = Schedule.spaced("500 millis")

interface Reader {
  readonly after: (position: number) => Effect.Effect<
    {
      readonly entries: ReadonlyArray<JournalEntry>
      /** Up to where it was read, past what only a newer version can read. */
      readonly reached: number
      readonly more: boolean
    },
    JournalUnavailable
  >
  readonly lastPosition: Effect.Effect<number, JournalUnavailable>
}

export const openFollowing = Effect.fnUntraced(function* (reader: Reader) {
  const told = yield* (yield* Told).subscribe
  const { leaveReadOnly } = yield* Database
  const news = yield* PubSub.unbounded<JournalEntry>()
  yield* Effect.addFinalizer(() => PubSub.shutdown(news))
  let reached = yield* reader.lastPosition
  /** The highest position anybody told of; infinite while we may have missed what was told. */
  let toldOf = reached
  /** One signal stands for all that were given before it was taken. */
  const signals = yield* Queue.sliding<void>(1)

  const show = (entries: ReadonlyArray<JournalEntry>): void => {
    for (const entry of entries) {
      if (entry.position <= reached) continue
      PubSub.publishUnsafe(news, entry)
      reached = entry.position
    }
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

  const untilItAnswers = <A>(effect: Effect.Effect<A, JournalUnavailable>): Effect.Effect<A> =>
    effect.pipe(
      Effect.tapError((failed) => Effect.logWarning(`News of other instances may be late. ${failed.message}`)),
      Effect.retry(AGAIN),
      Effect.orDie
    )

  const lookWhenTold = Effect.gen(function* () {
    const signal = yield* Effect.timeoutOption(Queue.take(signals), LOOK_EVERY)
    if (Option.isSome(signal)) yield* Effect.sleep(ANSWERED_WITHIN)
    // A server that became a standby answers, and hears of nothing new.
    else yield* Effect.ignore(leaveReadOnly)
    if (Option.isNone(signal) || toldOf > reached) yield* untilItAnswers(readOn)
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
    /** Entries this process appended: shown at once if nobody else's come before them, read with those otherwise. */
    appended: (entries: ReadonlyArray<JournalEntry>): void => {
      const [first] = entries
      if (first !== undefined && first.position === reached + 1) show(entries)
    },
    subscribe: Effect.gen(function* () {
      const subscription = yield* PubSub.subscribe(news)
      const from = yield* untilItAnswers(reader.lastPosition)
      return Stream.filter(Stream.fromSubscription(subscription), ({ position }) => position > from)
    })
  }
})

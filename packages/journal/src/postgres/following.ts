/**
 * News of every instance, in order of position, each once: whoever appends says so on the council's channel, and this
 * reads on from the position it had reached. Nothing hangs on being told: after a connection is lost, and every few
 * seconds besides, it looks by itself.
 */
import { Duration, Effect, PubSub, Queue, Schedule, Stream } from "effect"
import type { JournalEntry, JournalUnavailable } from "../Journal.ts"
import { Database } from "./Database.ts"

/** How late news can be when the way it is told of was lost without a word. */
const LOOK_EVERY = Duration.seconds(5)

/** Between two attempts while the database is away. */
const AGAIN = Schedule.spaced("500 millis")

interface Reader {
  readonly after: (position: number) => Effect.Effect<ReadonlyArray<JournalEntry>, JournalUnavailable>
  readonly lastPosition: Effect.Effect<number, JournalUnavailable>
}

export const openFollowing = Effect.fnUntraced(function* (reader: Reader, channel: string) {
  const database = yield* Database
  const news = yield* PubSub.unbounded<JournalEntry>()
  yield* Effect.addFinalizer(() => PubSub.shutdown(news))
  let reached = yield* reader.lastPosition

  /** Whether somebody may have something to tell: one signal stands for all that came before it was taken. */
  const signals = yield* Queue.sliding<void>(1)
  const signal = Queue.offer(signals, undefined)

  const readOn = Effect.gen(function* () {
    for (let more = true; more; ) {
      const entries = yield* reader.after(reached)
      for (const entry of entries) PubSub.publishUnsafe(news, entry)
      reached = entries.at(-1)?.position ?? reached
      more = entries.length > 0
    }
  })

  const untilItAnswers = <A>(effect: Effect.Effect<A, JournalUnavailable>): Effect.Effect<A> =>
    effect.pipe(
      Effect.tapError((failed) => Effect.logWarning(`News of other instances may be late. ${failed.message}`)),
      Effect.retry(AGAIN),
      Effect.orDie
    )

  yield* Effect.forkScoped(
    Effect.forever(Effect.andThen(Queue.take(signals).pipe(Effect.timeoutOption(LOOK_EVERY)), untilItAnswers(readOn)))
  )

  const listenUntilLost = Effect.scoped(
    Effect.flatMap(database.listen(channel), (told) =>
      // What was said before we listened.
      Effect.andThen(signal, Effect.forever(Effect.andThen(Queue.take(told), signal)))
    )
  )
  yield* Effect.forkScoped(Effect.forever(Effect.andThen(Effect.ignore(listenUntilLost), Effect.sleep("500 millis"))))

  return Effect.gen(function* () {
    const subscription = yield* PubSub.subscribe(news)
    const from = yield* untilItAnswers(reader.lastPosition)
    return Stream.filter(Stream.fromSubscription(subscription), ({ position }) => position > from)
  })
})

/** Erasures of every instance and of the command line, each once: who has read of the child has to forget it. */
import { Duration, Effect, PubSub, Stream } from "effect"
import { erasureName, type LeastTombstone, leastOf } from "../Erasures.ts"
import type { JournalUnavailable } from "../Journal.ts"
import { InstanceChannel } from "./InstanceChannel.ts"

/** How late an erasure can be heard of when the way it is told of was lost without a word. */
const LOOK_EVERY = Duration.seconds(30)

interface Reader {
  readonly count: Effect.Effect<number, JournalUnavailable>
  readonly all: Effect.Effect<ReadonlyArray<LeastTombstone>, JournalUnavailable>
}

export const openErasureFeed = Effect.fnUntraced(function* ({ count, all }: Reader) {
  const told = yield* (yield* InstanceChannel).subscribe
  const news = yield* PubSub.unbounded<LeastTombstone>()
  yield* Effect.addFinalizer(() => PubSub.shutdown(news))
  const known = new Set((yield* all).map(erasureName))

  // Tombstones are only ever added, so that their number tells whether there is one more.
  const look = Effect.gen(function* () {
    if ((yield* count) === known.size) return
    for (const tombstone of yield* all) {
      if (known.has(erasureName(tombstone))) continue
      known.add(erasureName(tombstone))
      if (tombstone.strand === undefined) yield* PubSub.publish(news, leastOf(tombstone))
    }
  }).pipe(Effect.catch((failed) => Effect.logWarning(`An erasure may be heard of late. ${failed.message}`)))

  const untilTold: Effect.Effect<void> = Effect.flatMap(PubSub.take(told), (message) =>
    typeof message === "number" ? untilTold : Effect.void
  )
  yield* Effect.forkScoped(Effect.forever(Effect.andThen(Effect.timeoutOption(untilTold, LOOK_EVERY), look)))

  return Effect.map(PubSub.subscribe(news), (subscription) => Stream.fromSubscription(subscription))
})

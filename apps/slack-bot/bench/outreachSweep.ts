import type { Benchmark } from "@safe-return/bench"
import { Outreach } from "@safe-return/outreach"
import { owedMessages } from "@safe-return/outreach/testing"
import { Duration, Effect } from "effect"
import { TestClock } from "effect/testing"
import { manyChildren, START } from "../test/delivery/manyChildren.ts"
import { rounded, timingOf } from "./load/figures.ts"

const CHILDREN = 5_000
const ROUNDS = 15
const IDLE_MUST_MS = 5

/** Milliseconds that the work takes, each time it is done; the first time warms it up. */
const timed = <A, E, R>(work: Effect.Effect<A, E, R>, rounds: number) =>
  Effect.map(
    Effect.forEach(Array.from({ length: rounds + 1 }), () =>
      Effect.suspend(() => {
        const began = performance.now()
        return Effect.map(work, () => performance.now() - began)
      })
    ),
    (times) => times.slice(1)
  )

/** The clock goes on to the watch's next turn, which is waited for. */
const idleTurn = Effect.gen(function* () {
  const outreach = yield* Outreach
  const { watchedAt: before } = yield* outreach.health
  yield* TestClock.adjust(Duration.seconds(20))
  while ((yield* outreach.health).watchedAt === before) yield* Effect.yieldNow
})

export const sweep = async ({ children, rounds }: { readonly children: number; readonly rounds: number }) => {
  const { layer, world, snapshots } = manyChildren(children)
  const { fingerprintOf } = world.carrier
  const naive = Effect.sync(() =>
    snapshots.reduce(
      (made, snapshot) => made + owedMessages(snapshot).map(({ message }) => fingerprintOf(message())).length,
      0
    )
  )
  const times = await Effect.gen(function* () {
    yield* TestClock.setTime(START)
    const outreach = yield* Outreach
    const recomputed = yield* timed(naive, rounds)
    const sweeps = yield* timed(outreach.sweep, rounds)
    yield* Effect.forkScoped(outreach.watch)
    const turns = yield* timed(idleTurn, rounds)
    return { sweeps, turns, recomputed }
  }).pipe(Effect.scoped, Effect.provide(layer), Effect.provide(TestClock.layer()), Effect.runPromise)
  if (world.posted.length > 0) throw new Error(`${world.posted.length} messages were sent, and none was owed`)
  return times
}

export const outreachSweep: Benchmark = {
  id: "outreach.sweep",
  work: `a look at each of ${CHILDREN.toLocaleString("en-GB")} children without news`,
  run: async () => {
    const { sweeps, turns, recomputed } = await sweep({ children: CHILDREN, rounds: ROUNDS })
    const [own, idle, peer] = [timingOf(sweeps), timingOf(turns), timingOf(recomputed)]
    return {
      ours: { ...own, unit: "ms", runs: ROUNDS },
      peers: [
        {
          name: "everything that is owed made and compared again, nothing read",
          ...peer,
          ratio: rounded(peer.median / own.median)
        }
      ],
      must: `no slower than making all of it again; a turn of the watch in which nothing falls due under ${IDLE_MUST_MS} ms (measured: ${rounded(idle.median)})`,
      met: own.median <= peer.median && idle.median < IDLE_MUST_MS
    }
  }
}

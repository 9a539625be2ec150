import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { utc } from "@safe-return/domain/calendar"
import { ChildReference, EpisodeId, PoliceReference } from "@safe-return/domain/pathway"
import { type Erasures, Journal, JournalUnavailable } from "@safe-return/journal"
import { lowdbLayer } from "@safe-return/journal/files"
import { Context, Effect, Layer, Option, Result, type Scope } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { Casework } from "../src/Casework.ts"
import { caseworkLayer } from "../src/caseworkLayer.ts"
import { NewIds } from "../src/NewIds.ts"
import { at, child, missing, notified, type Told } from "../testing/madeUpCase.ts"

const reference = PoliceReference.make("SYP-2026-0000001")
const cancelled = notified(at(2), { kind: "cancelled", reason: "recorded in error" })

/** What is done in a process that starts long after the child's only episode was cancelled. */
const longAfter = async <A, E>(look: (reads: () => number) => Effect.Effect<A, E, Casework>) => {
  const directory = await mkdtemp(join(tmpdir(), "safe-return-casework-"))
  let reads = 0
  const journal = Layer.provideMerge(
    Layer.effect(
      Journal,
      Effect.map(Journal, (journal) => ({
        ...journal,
        read: (child: ChildReference) =>
          Effect.suspend(() => {
            reads += 1
            return journal.read(child)
          })
      }))
    ),
    lowdbLayer({ directory })
  )
  const layer = caseworkLayer.pipe(Layer.provide(Layer.mergeAll(NewIds.layer, journal)))
  const run = <B, F>(effect: Effect.Effect<B, F, Casework>) => Effect.provide(effect, layer, { local: true })
  const told = Effect.gen(function* () {
    const { execute } = yield* Casework
    for (const { command, by, now } of [missing(), cancelled]) {
      yield* TestClock.setTime(now)
      yield* execute(child, command, by)
    }
  })
  const all = Effect.gen(function* () {
    yield* run(told)
    yield* TestClock.setTime(utc(2027, 6, 1))
    return yield* run(look(() => reads))
  })
  try {
    return await Effect.runPromise(Effect.provide(all, TestClock.layer()))
  } finally {
    await rm(directory, { recursive: true })
  }
}

it("a finished child is on record under every spelling, and no stream is read for it", () =>
  longAfter((reads) =>
    Effect.gen(function* () {
      const casework = yield* Casework
      expect(yield* casework.children).toEqual([child])
      expect((yield* casework.active).size).toBe(0)
      expect(yield* casework.childOf(reference)).toEqual(Option.some(child))
      expect(yield* casework.policeSpellingOf(PoliceReference.make("syp-2026-0000001"), child)).toEqual(
        Option.some(reference)
      )
      expect(yield* casework.childNamed(ChildReference.make(child.toLowerCase()))).toEqual(Option.some(child))
      expect(yield* casework.version(child)).toBeGreaterThan(1)
      expect((yield* casework.activeAt(utc(2027, 5, 1))).size).toBe(0)
      expect(reads()).toBe(0)
    })
  ))

it("a finished child's state is read once for those who ask after one another", () =>
  longAfter((reads) =>
    Effect.gen(function* () {
      const casework = yield* Casework
      const state = yield* casework.get(child)
      expect(state.episodes.map(({ progress }) => progress._tag)).toEqual(["Cancelled"])
      expect(yield* casework.get(child)).toBe(state)
      expect(reads()).toBe(1)
      expect((yield* casework.activeAt(at(1.5))).get(child)?.episodes).toHaveLength(1)
    })
  ))

it("a finished child who goes missing again is active, with all that was recorded before", () =>
  longAfter(() =>
    Effect.gen(function* () {
      const casework = yield* Casework
      const version = yield* casework.version(child)
      const id = EpisodeId.make("episode-2")
      const again = missing(24 * 180, { id, reference: "SYP-2027-0000001" })
      const stale = yield* Effect.result(casework.execute(child, again.command, again.by, version - 1))
      expect(Result.isFailure(stale) && stale.failure._tag).toBe("StreamMoved")
      const { state } = yield* casework.execute(child, again.command, again.by, version)
      expect(state.episodes.map(({ id }) => id)).toEqual(["episode-1", id])
      expect((yield* casework.active).get(child)).toBe(state)
      expect(yield* casework.children).toEqual([child])
      expect(yield* casework.version(child)).toBeGreaterThan(version)
    })
  ))

it("a finished child with other facts on record is looked at again", () =>
  longAfter(() =>
    Effect.gen(function* () {
      const casework = yield* Casework
      yield* casework.hold(child)
      expect([...(yield* casework.active).keys()]).toEqual([child])
    })
  ))

it("an unreadable finished child holds up no other child's news, and is heard of once readable", async () => {
  const directory = await mkdtemp(join(tmpdir(), "safe-return-casework-"))
  const other = ChildReference.make("LCS-20002")
  let isReadable = true
  const unreadable = Layer.effect(
    Journal,
    Effect.map(Journal, (journal) => ({
      ...journal,
      read: (one: ChildReference) =>
        one === child && !isReadable
          ? Effect.fail(new JournalUnavailable({ path: "made up", reason: "damaged" }))
          : journal.read(one)
    }))
  )
  const tell = Effect.fnUntraced(function* (casework: Casework["Service"], one: ChildReference, told: Told) {
    yield* TestClock.setTime(told.now)
    yield* casework.execute(one, told.command, told.by)
  })
  const instance = (journal: Layer.Layer<Journal, never, Journal>) =>
    Effect.map(
      Layer.build(Layer.fresh(caseworkLayer).pipe(Layer.provide(Layer.merge(NewIds.layer, journal)))),
      (context) => Context.get(context, Casework)
    )
  const asItIs = Layer.effect(Journal, Journal)
  const lived = Effect.gen(function* () {
    const before = yield* instance(asItIs)
    for (const told of [missing(), cancelled]) yield* tell(before, child, told)
    yield* TestClock.setTime(utc(2027, 6, 1))
  })
  const all = Effect.gen(function* () {
    const teller = yield* instance(asItIs)
    const listener = yield* instance(unreadable)
    isReadable = false
    const again = missing(24 * 220, { id: EpisodeId.make("episode-2"), reference: "SYP-2027-0000001" })
    yield* tell(teller, child, again)
    yield* tell(teller, other, missing(24 * 220, { id: EpisodeId.make("episode-3"), reference: "SYP-2027-0000002" }))
    const heardOf = Effect.gen(function* () {
      for (let turn = 0; turn < 50; turn += 1) yield* Effect.yieldNow
      return [...(yield* listener.active).keys()]
    })
    expect(yield* heardOf).toEqual([other])
    isReadable = true
    yield* TestClock.adjust("1 second")
    expect((yield* heardOf).toSorted()).toEqual([child, other].toSorted())
    expect((yield* listener.get(child)).episodes).toHaveLength(2)
  })
  const on = <A, E>(effect: Effect.Effect<A, E, Erasures | Journal | Scope.Scope>) =>
    Effect.scoped(Effect.provide(effect, lowdbLayer({ directory }), { local: true }))
  try {
    await Effect.runPromise(Effect.provide(Effect.andThen(on(lived), on(all)), TestClock.layer()))
  } finally {
    await rm(directory, { recursive: true })
  }
})

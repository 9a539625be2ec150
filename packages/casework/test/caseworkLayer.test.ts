import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ChildReference, EventId } from "@safe-return/domain/pathway"
import { lowdbLayer } from "@safe-return/journal/files"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { Casework } from "../src/Casework.ts"
import { caseworkLayer } from "../src/caseworkLayer.ts"
import { NewIds } from "../src/NewIds.ts"
import { at, child, found, missing } from "../testing/madeUpCase.ts"

it("knows how things stood at a moment, whatever was recorded since", async () => {
  const directory = await mkdtemp(join(tmpdir(), "safe-return-casework-"))
  const layer = caseworkLayer.pipe(Layer.provide(Layer.mergeAll(NewIds.layer, lowdbLayer({ directory }))))
  const look = Effect.gen(function* () {
    const casework = yield* Casework
    const known = yield* Effect.forEach([at(9), at(10), at(11), at(12)], (moment) => casework.activeAt(moment))
    return { known: known.map((states) => states.get(child)), now: (yield* casework.active).get(child) }
  })
  const recorded = Effect.gen(function* () {
    const casework = yield* Casework
    for (const [hours, { by, command }] of [
      [10, missing()],
      [12, found(5)]
    ] as const) {
      yield* TestClock.setTime(at(hours))
      yield* casework.execute(child, command, by)
    }
    return yield* look
  })
  const run = <A, E>(effect: Effect.Effect<A, E, Casework>) =>
    effect.pipe(Effect.provide(layer), Effect.provide(TestClock.layer()), Effect.runPromise)
  const { known, now } = await run(recorded)
  expect(known.map((state) => state?.episodes.map(({ progress }) => progress._tag))).toEqual([
    undefined,
    ["Missing"],
    ["Missing"],
    ["Found"]
  ])
  expect(known[3]).toEqual(now)
  // Read again at a start, it is the same.
  expect(await run(look)).toEqual({ known, now })
  await rm(directory, { recursive: true })
})

it("gives the same states until something is recorded, and never changes earlier ones", async () => {
  const directory = await mkdtemp(join(tmpdir(), "safe-return-casework-"))
  const layer = caseworkLayer.pipe(Layer.provide(Layer.mergeAll(NewIds.layer, lowdbLayer({ directory }))))
  await Effect.gen(function* () {
    yield* TestClock.setTime(at(10))
    const casework = yield* Casework
    const [report, find] = [missing(), found(5)]
    yield* casework.execute(child, report.command, report.by)
    const before = yield* casework.active
    expect(yield* casework.active).toBe(before)
    const stillMissing = before.get(child)
    const { state } = yield* casework.execute(child, find.command, find.by)
    expect(before.get(child)).toBe(stillMissing)
    expect((yield* casework.active).get(child)).toBe(state)
  }).pipe(Effect.provide(layer), Effect.provide(TestClock.layer()), Effect.runPromise)
  await rm(directory, { recursive: true })
})

/** Ids in that order, and the last of them for ever. */
const idsInTurn = (...ids: ReadonlyArray<string>) => {
  let next = 0
  const event = Effect.sync(() => EventId.make(ids[Math.min(next++, ids.length - 1)] ?? ""))
  return Layer.effect(
    NewIds,
    Effect.map(NewIds, (real) => ({ ...real, event }))
  ).pipe(Layer.provide(NewIds.layer))
}

it("records under another id where the one it drew names an event of another child", async () => {
  const directory = await mkdtemp(join(tmpdir(), "safe-return-casework-"))
  const ids = idsInTurn("event-1", "event-2", "event-1", "event-3", "event-4", "event-5", "event-1")
  const layer = caseworkLayer.pipe(Layer.provide(Layer.mergeAll(ids, lowdbLayer({ directory }))))
  await Effect.gen(function* () {
    yield* TestClock.setTime(at(10))
    const casework = yield* Casework
    const { command, by } = missing()
    const other = ChildReference.make("LCS-99999")
    expect((yield* casework.execute(child, command, by)).events).toHaveLength(2)
    expect((yield* casework.execute(other, command, by)).events).toHaveLength(2)
    const third = ChildReference.make("LCS-99998")
    const refusal = yield* Effect.flip(casework.execute(third, command, by))
    expect(refusal).toMatchObject({ _tag: "JournalUnavailable" })
    expect(refusal.message).toContain("The id event-1 names an event in the journal already")
    expect((yield* casework.active).get(third)).toBeUndefined()
  }).pipe(Effect.provide(layer), Effect.provide(TestClock.layer()), Effect.runPromise)
  await rm(directory, { recursive: true, force: true })
})

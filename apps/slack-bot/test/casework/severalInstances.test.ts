import { ChildReference } from "@safe-return/domain/pathway"
import { Journal } from "@safe-return/journal"
import { postgresLayer } from "@safe-return/journal/postgres"
import { askForPostgres, freshDatabaseOn } from "@safe-return/postgres-testkit"
import { Context, Effect, Layer, Redacted, Result } from "effect"
import { expect, it } from "vitest"
import { Casework } from "../../src/casework/Casework.ts"
import { caseworkLayer } from "../../src/casework/caseworkLayer.ts"
import { NewIds } from "../../src/casework/NewIds.ts"
import { movableClock } from "../endToEnd/movableClock.ts"
import { waitUntil } from "../endToEnd/whatPeopleSee.ts"
import { at, child, found, manager, missing } from "../messages/madeUpCase.ts"

const clock = movableClock(at(10), "going").layer

/** One instance's casework with its own connection to the council's database. */
const instanceOn = (url: string) =>
  Layer.build(
    Layer.fresh(
      caseworkLayer.pipe(
        Layer.provideMerge(
          Layer.mergeAll(NewIds.layer, postgresLayer({ url: Redacted.make(url), council: "Training council" }))
        )
      )
    )
  )

const databaseOfOneCouncil = Effect.gen(function* () {
  const database = yield* freshDatabaseOn(yield* Effect.promise(askForPostgres))
  return database.as(database.owner)
})

it("instances see what the others record, and decide on it", async () => {
  const together = Effect.gen(function* () {
    const url = yield* databaseOfOneCouncil
    const [one, other] = yield* Effect.all([instanceOn(url), instanceOn(url)])
    const [here, there] = [Context.get(one, Casework), Context.get(other, Casework)]
    yield* here.carryOut(child, missing().command, manager)
    yield* Effect.promise(() =>
      waitUntil(async () => Effect.runSync(Effect.result(there.get(child)))._tag === "Success")
    )
    // Both press the button at once: one of them records it, the other is told that it is.
    const both = yield* Effect.all(
      [here, there].map((casework) => Effect.result(casework.carryOut(child, found(1).command, manager))),
      { concurrency: "unbounded" }
    )
    expect(both.map((one) => (Result.isFailure(one) ? one.failure._tag : "recorded")).sort()).toEqual([
      "AlreadyFound",
      "recorded"
    ])
    expect(yield* Effect.map(Context.get(one, Journal).read(child), ({ version }) => version)).toBe(
      (yield* here.history(child)).length
    )
  })
  await Effect.runPromise(Effect.provide(Effect.scoped(together), clock))
})

it("what is recorded while an instance starts is neither missed nor counted twice", async () => {
  const starting = Effect.gen(function* () {
    const url = yield* databaseOfOneCouncil
    const writer = Context.get(yield* instanceOn(url), Casework)
    const children = Array.from({ length: 60 }, (_, number) => ChildReference.make(`LCS-${40_000 + number}`))
    const recording = yield* Effect.forkChild(
      Effect.forEach(children, (one, number) =>
        writer.carryOut(one, missing(0, { reference: `SYP-2026-${5_000_000 + number}` }).command, manager)
      )
    )
    const late = Context.get(yield* instanceOn(url), Casework)
    expect(recording.pollUnsafe()).toBeUndefined()
    yield* Effect.promise(() => waitUntil(async () => Effect.runSync(late.all).size === children.length))
    const [ours, theirs] = [yield* writer.all, yield* late.all]
    for (const one of children) expect(theirs.get(one)).toEqual(ours.get(one))
  })
  await Effect.runPromise(Effect.provide(Effect.scoped(starting), clock))
})

import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { lowdbLayer } from "@safe-return/journal/files"
import { Effect, Layer, Result } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { Casework } from "../src/Casework.ts"
import { caseworkLayer } from "../src/caseworkLayer.ts"
import { NewIds } from "../src/NewIds.ts"
import { at, child, found, manager, missing } from "../testing/madeUpCase.ts"

it("of several commands that expect the same version, only the first is recorded", async () => {
  const directory = await mkdtemp(join(tmpdir(), "safe-return-expected-version-"))
  const recording = Effect.gen(function* () {
    yield* TestClock.setTime(at(10))
    const casework = yield* Casework
    yield* casework.execute(child, missing().command, manager)
    const seen = yield* casework.version(child)
    const tries = Array.from({ length: 10 }, (_, hour) =>
      Effect.result(casework.execute(child, found(hour).command, manager, seen))
    )
    const came = yield* Effect.all(tries, { concurrency: "unbounded" })
    const moved = came.flatMap((one) => (Result.isFailure(one) ? [one.failure._tag] : []))
    expect(moved).toEqual(Array.from({ length: 9 }, () => "StreamMoved"))
    const now = yield* casework.version(child)
    expect(now).toBe(seen + 1)
    const said = yield* Effect.result(casework.execute(child, found(9).command, manager, now))
    expect(Result.isFailure(said) && said.failure._tag).toBe("AlreadyFound")
  })
  const layer = caseworkLayer.pipe(Layer.provide(Layer.mergeAll(NewIds.layer, lowdbLayer({ directory }))))
  await Effect.runPromise(recording.pipe(Effect.provide(layer), Effect.provide(TestClock.layer())))
  await rm(directory, { recursive: true })
})

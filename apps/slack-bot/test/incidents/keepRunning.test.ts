import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { Incidents } from "../../src/incidents/Incidents.ts"
import { keepRunning } from "../../src/incidents/keepRunning.ts"

/** What administrators read of a part that fails after so long each time, and how often it was started, in an hour. */
const failingAfter = (minutes: number) =>
  Effect.gen(function* () {
    let starts = 0
    const part = Effect.suspend(() => {
      starts += 1
      return Effect.andThen(Effect.sleep(`${minutes} minutes`), Effect.die(new Error("made up")))
    })
    yield* Effect.forkScoped(keepRunning("the made-up part", part))
    for (let minute = 0; minute < 60; minute += 1) yield* TestClock.adjust("1 minute")
    const [incident] = yield* (yield* Incidents).open
    return { starts, what: incident?.what }
  }).pipe(Effect.scoped, Effect.provide(Incidents.layer), Effect.provide(TestClock.layer()), Effect.runPromise)

it("a part that fails is started again, and administrators read how often in a row it failed", async () => {
  const { starts, what } = await failingAfter(1)
  expect(starts).toBeGreaterThan(3)
  expect(what).toContain(`(${starts - 1} times in a row) and was started again: the made-up part.`)
})

it("a part that ran well before it failed counts as failing for the first time", async () => {
  const { starts, what } = await failingAfter(10)
  expect(starts).toBeGreaterThan(3)
  expect(what).toContain("(1 times in a row)")
})

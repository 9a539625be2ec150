import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { Incidents } from "../../src/incidents/Incidents.ts"
import { keepRunning } from "../../src/incidents/keepRunning.ts"

/** What administrators read of a part that fails after so long each time, and how often it failed, in an hour. */
const failingAfter = (minutes: number) =>
  Effect.gen(function* () {
    let failures = 0
    const fail = Effect.suspend(() => {
      failures += 1
      return Effect.die(new Error("made up"))
    })
    const part = Effect.andThen(Effect.sleep(`${minutes} minutes`), fail)
    yield* Effect.forkScoped(keepRunning("the made-up part", part))
    for (let minute = 0; minute < 60; minute += 1) yield* TestClock.adjust("1 minute")
    const [incident] = yield* (yield* Incidents).open
    return { failures, what: incident?.what }
  }).pipe(Effect.scoped, Effect.provide(Incidents.layer), Effect.provide(TestClock.layer()), Effect.runPromise)

it("a part that fails is started again, and administrators read how often in a row it failed", async () => {
  const { failures, what } = await failingAfter(1)
  expect(failures).toBeGreaterThan(3)
  expect(what).toContain(`(${failures} times in a row) and was started again: the made-up part.`)
})

it("a part that ran well before it failed counts as failing for the first time", async () => {
  const { failures, what } = await failingAfter(10)
  expect(failures).toBeGreaterThan(3)
  expect(what).toContain("(1 times in a row)")
})

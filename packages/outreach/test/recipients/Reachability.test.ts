import { PersonId } from "@safe-return/domain/pathway"
import { Effect, Exit, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { Reachability } from "../../src/recipients/Reachability.ts"

const person = PersonId.make("U0PERSON")

const run = <A>(look: (tellable: Reachability["Service"]) => Effect.Effect<A>) =>
  Effect.flatMap(Reachability, look).pipe(
    Effect.provide(Reachability.layer),
    Effect.provide(TestClock.layer()),
    Effect.runPromise
  )

it("a person no message reaches is known as such until one reaches them", async () => {
  const seen = await run(({ learn, notTold, isTold }) =>
    Effect.gen(function* () {
      const known = Effect.all([Effect.map(notTold, (all) => all.get(person)), isTold(person)])
      const before = yield* known
      yield* learn(person, "guest")
      yield* TestClock.adjust("1 minute")
      yield* learn(person, "guest")
      const guest = yield* known
      yield* learn(person, "deactivated")
      const left = yield* known
      yield* learn(person, undefined)
      const reached = yield* known
      yield* learn(person, "closed")
      return { before, guest, left, reached, again: yield* known }
    })
  )
  expect(seen).toMatchObject({
    before: [undefined, false],
    guest: [{ person, why: "guest", since: 0 }, false],
    left: [{ person, why: "deactivated", since: 60_000 }, false],
    reached: [undefined, true],
    again: [{ person, why: "closed", since: 60_000 }, false]
  })
})

it("there is news once something else is known of a person, and none of what was known", async () => {
  const seen = await run(({ learn, changed }) =>
    Effect.gen(function* () {
      const news: Array<boolean> = []
      for (const why of ["guest", "guest", undefined, undefined, "guest"] as const) {
        yield* learn(person, why)
        const waiting = yield* Effect.forkChild(changed)
        yield* Effect.yieldNow
        yield* Effect.yieldNow
        const exit = waiting.pollUnsafe()
        news.push(exit !== undefined && Exit.isSuccess(exit))
        yield* Fiber.interrupt(waiting)
      }
      return news
    })
  )
  expect(seen).toEqual([true, false, true, false, true])
})

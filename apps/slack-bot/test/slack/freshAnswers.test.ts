import { describe, expect, it } from "@effect/vitest"
import { Deferred, Effect, Fiber } from "effect"
import { makeFreshAnswers } from "../../src/slack/freshAnswers.ts"

/** Every fiber goes as far as it can. */
const settle = Effect.repeat(Effect.yieldNow, { times: 10 })

/** Questions that stay open until the test answers them. */
const makeQuestions = Effect.gen(function* () {
  const open: Array<Deferred.Deferred<number, string>> = []
  const fresh = yield* makeFreshAnswers((_person: string) =>
    Effect.suspend(() => {
      const answer = Deferred.makeUnsafe<number, string>()
      open.push(answer)
      return Deferred.await(answer)
    })
  )
  const end = (place: number, answer: Effect.Effect<number, string>) =>
    Effect.gen(function* () {
      const question = open[place]
      if (question === undefined) throw new Error(`question ${place} was not asked`)
      yield* Deferred.complete(question, answer)
      yield* settle
    })
  return {
    open,
    fresh,
    end,
    begin: (person: string) => Effect.tap(Effect.forkChild(Effect.result(fresh(person))), settle)
  }
})

const answered = (value: number) => ({ _tag: "Success", success: value })

describe("fresh answers", () => {
  it.effect("those who ask while a question is under way share the next one", () =>
    Effect.gen(function* () {
      const { open, begin, end } = yield* makeQuestions
      const first = yield* begin("U1")
      const later = yield* Effect.forEach([1, 2, 3], () => begin("U1"))
      expect(open).toHaveLength(1)
      yield* end(0, Effect.succeed(1))
      yield* end(1, Effect.succeed(2))
      expect(yield* Fiber.join(first)).toMatchObject(answered(1))
      expect(yield* Effect.forEach(later, Fiber.join)).toMatchObject([2, 2, 2].map(answered))
      expect(open).toHaveLength(2)
    })
  )

  it.effect("those who ask in the same moment as the first share a question of their own", () =>
    Effect.gen(function* () {
      const { open, fresh, end } = yield* makeQuestions
      const all = yield* Effect.forkChild(
        Effect.all([fresh("U1"), fresh("U1"), fresh("U1")], { concurrency: "unbounded" })
      )
      yield* settle
      yield* end(0, Effect.succeed(1))
      yield* end(1, Effect.succeed(2))
      expect(yield* Fiber.join(all)).toEqual([1, 2, 2])
      expect(open).toHaveLength(2)
    })
  )

  it.effect("a question that failed is asked again for those who came meanwhile", () =>
    Effect.gen(function* () {
      const { begin, end } = yield* makeQuestions
      const first = yield* begin("U1")
      const second = yield* begin("U1")
      yield* end(0, Effect.fail("away"))
      yield* end(1, Effect.succeed(2))
      expect(yield* Fiber.join(first)).toMatchObject({ _tag: "Failure", failure: "away" })
      expect(yield* Fiber.join(second)).toMatchObject(answered(2))
    })
  )

  it.effect("a question about one person does not wait for another's, nor for one that is over", () =>
    Effect.gen(function* () {
      const { open, begin, end } = yield* makeQuestions
      const people = [yield* begin("U1"), yield* begin("U2")]
      expect(open).toHaveLength(2)
      yield* end(0, Effect.succeed(1))
      yield* end(1, Effect.succeed(2))
      expect(yield* Effect.forEach(people, Fiber.join)).toMatchObject([1, 2].map(answered))
      const again = yield* begin("U1")
      expect(open).toHaveLength(3)
      yield* end(2, Effect.succeed(3))
      expect(yield* Fiber.join(again)).toMatchObject(answered(3))
    })
  )

  it.effect("a person who gives up waiting takes no answer from the others", () =>
    Effect.gen(function* () {
      const { begin, end } = yield* makeQuestions
      const first = yield* begin("U1")
      const second = yield* begin("U1")
      yield* Fiber.interrupt(first)
      yield* end(0, Effect.succeed(1))
      yield* end(1, Effect.succeed(2))
      expect(yield* Fiber.join(second)).toMatchObject(answered(2))
    })
  )
})

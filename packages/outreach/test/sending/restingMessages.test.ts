import { ChildReference } from "@safe-return/domain/pathway"
import { Deliveries } from "@safe-return/journal"
import { Duration, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { makeRestingMessages } from "../../src/sending/restingMessages.ts"

const [child, other] = ["LCS-1", "LCS-10"].map((reference) => ChildReference.make(reference)) as [
  ChildReference,
  ChildReference
]

const resting = Effect.gen(function* () {
  const messages = makeRestingMessages(yield* Deliveries, { restsFor: Duration.minutes(10), instance: "one" })
  yield* messages.rest(child, "card")
  yield* messages.rest(child, "line", 30)
  yield* messages.rest(other, "card")
  const until = () =>
    [child, other].flatMap((about) => ["card", "line"].map((key) => messages.restsUntil(about, key, 0)))
  return { messages, until }
}).pipe(Effect.provide(Layer.merge(Layer.mock(Deliveries, {}), TestClock.layer())))

it("a message rests for as long as it is asked to, or else for the usual time", async () => {
  const { messages, until } = await Effect.runPromise(resting)
  expect(until()).toEqual([600_000, 30_000, 600_000, undefined])
  expect(messages.restsUntil(child, "line", 29_999)).toBe(30_000)
  expect(messages.restsUntil(child, "line", 30_000)).toBeUndefined()
})

it("nothing rests of a child that is forgotten, and another child's messages go on resting", async () => {
  const { messages, until } = await Effect.runPromise(resting)
  messages.forget(child)
  expect(until()).toEqual([undefined, undefined, 600_000, undefined])
})

it("a message that arrived rests no longer, and once woken none does", async () => {
  const { messages, until } = await Effect.runPromise(resting)
  messages.wake(child, "card")
  expect(until()).toEqual([undefined, 30_000, 600_000, undefined])
  messages.wakeAll()
  expect(until()).toEqual([undefined, undefined, undefined, undefined])
})

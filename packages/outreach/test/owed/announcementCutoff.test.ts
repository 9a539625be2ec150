/** The moment from which people are told of things. */
import { Instant } from "@safe-return/domain/calendar"
import { Deliveries } from "@safe-return/journal"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { announcementCutoff } from "../../src/owed/announcementCutoff.ts"
import { CLOCKS_APART } from "../../src/sending/clocksApart.ts"

/** Fixed by this start, or by an earlier one. */
const fromAt = (start: Instant, looks: ReadonlyArray<Instant>, fixed?: Instant) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(start)
    const announceFrom = yield* announcementCutoff
    return looks.map((now) => announceFrom(now))
  }).pipe(
    Effect.provide(Layer.mock(Deliveries, { announceFrom: (now) => Effect.succeed(fixed ?? now) })),
    Effect.provide(TestClock.layer()),
    Effect.runPromise
  )

const start = Instant(10_000_000)
const later = Instant(20_000_000)
const back = Instant(5_000_000)

it("what is recorded by a clock a little behind the first start's is news", async () => {
  expect(await fromAt(start, [start, later])).toEqual([start - CLOCKS_APART, start - CLOCKS_APART])
})

it("a later start leaves the moment as the first has fixed it", async () => {
  expect(await fromAt(later, [later], start)).toEqual([start])
})

it("what is recorded by a clock that was put back is no history, also once the clock is right", async () => {
  expect(await fromAt(start, [back, later])).toEqual([back - CLOCKS_APART, back - CLOCKS_APART])
})

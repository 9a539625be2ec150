import { Casework } from "@safe-return/casework"
import { ChildReference, EventId, PersonId } from "@safe-return/domain/pathway"
import {
  Availabilities,
  Erasures,
  Holds,
  Journal,
  JournalUnavailable,
  type UnreadableRecord
} from "@safe-return/journal"
import { Duration, Effect, Layer, PubSub, Stream } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { Incidents } from "../../src/incidents/Incidents.ts"
import { watchUnreadable } from "../../src/incidents/unreadableRecords.ts"

const record = (reference: string, position: number): UnreadableRecord => ({
  id: EventId.make(`event-${position}`),
  child: ChildReference.make(reference),
  version: position,
  position,
  tag: "DroneSent",
  isReadInPart: false
})

it("people are told which records need a newer version, and when all can be read again", async () => {
  await Effect.runPromise(
    Effect.gen(function* () {
      let now: ReadonlyArray<UnreadableRecord> = []
      let isAway = false
      let beside = { held: 0, erased: 0, people: 0 }
      const children = (count: number) => Array.from({ length: count }, (_, nth) => ChildReference.make(`LCS-${nth}`))
      const met = yield* PubSub.unbounded<UnreadableRecord>()
      const unreadable = Effect.suspend(() =>
        isAway ? new JournalUnavailable({ path: "x", reason: "it is away" }) : Effect.succeed(now)
      )
      const subscribeUnreadable = Effect.map(PubSub.subscribe(met), Stream.fromSubscription)
      yield* Effect.gen(function* () {
        const incidents = yield* Incidents
        yield* Effect.forkScoped(watchUnreadable)
        yield* TestClock.adjust(Duration.seconds(1))
        expect(yield* incidents.open).toEqual([])

        now = [record("LCS-10001", 3), record("LCS-10002", 4), record("LCS-10001", 5)]
        yield* PubSub.publish(met, record("LCS-10001", 3))
        yield* TestClock.adjust(Duration.seconds(1))
        const [open] = yield* incidents.open
        expect(open).toMatchObject({ kind: "records-unreadable" })
        expect(open?.what).toContain("3 records of 2 children")
        expect(`${open?.what} ${open?.remedy}`).not.toMatch(/LCS/)
        expect(open?.remedy).toContain("Update this instance")
        expect(open?.duty?.sentence).toContain("LCS-10001, LCS-10002")
        expect(open?.duty?.outsideSlack).toBeUndefined()

        now = [record("LCS-10001", 3)]
        yield* TestClock.adjust(Duration.minutes(1))
        expect((yield* incidents.open)[0]?.duty?.sentence).toContain("1 record of LCS-10001. Alerts go on")
        expect((yield* incidents.open)[0]?.duty?.sentence).toContain("what it shows of this child may be out of date")
        now = Array.from({ length: 21 }, (_, nth) => record(`LCS-${20_001 + nth}`, nth))
        yield* TestClock.adjust(Duration.minutes(1))
        const { duty } = (yield* incidents.open)[0] ?? {}
        expect(duty?.sentence).toContain("LCS-20019, LCS-20020 and 1 more. Alerts go on")
        expect(duty?.sentence).toContain("what it shows of these children may be out of date")

        now = []
        beside = { held: 1, erased: 2, people: 3 }
        yield* TestClock.adjust(Duration.minutes(1))
        const [other] = yield* incidents.open
        for (const words of ["legal holds of 1 child,", "the erasure of 2 children;", "when 3 people"]) {
          expect(other?.what).toContain(words)
        }
        expect(other?.what).not.toMatch(/LCS|record/)
        expect(other?.duty).toBeUndefined()

        isAway = true
        yield* TestClock.adjust(Duration.minutes(3))
        expect(yield* incidents.open).toHaveLength(1)
        isAway = false
        beside = { held: 0, erased: 0, people: 0 }
        yield* TestClock.adjust(Duration.minutes(1))
        expect(yield* incidents.open).toEqual([])
        expect(yield* incidents.ended).toMatchObject([{ outcome: "Every record can be read again." }])
      }).pipe(
        Effect.provide([
          Layer.mock(Journal, { subscribeUnreadable }),
          Layer.mock(Casework, { unreadable }),
          Layer.mock(Holds, { unreadable: Effect.sync(() => children(beside.held)) }),
          Layer.mock(Erasures, { unreadable: Effect.sync(() => children(beside.erased)) }),
          Layer.mock(Availabilities, {
            unreadable: Effect.sync(() => children(beside.people).map((name) => PersonId.make(name)))
          }),
          Incidents.layer
        ])
      )
    }).pipe(Effect.scoped, Effect.provide(TestClock.layer()))
  )
})

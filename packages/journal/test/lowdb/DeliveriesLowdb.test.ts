import { describe, expect, it } from "@effect/vitest"
import { Instant, utc } from "@safe-return/domain/calendar"
import { Effect, Fiber } from "effect"
import { Deliveries, type Delivery, lowdbLayer } from "../../src/index.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { restarted } from "../restart.ts"
import { child } from "../syntheticEvents.ts"

const claimed = (key: string): Delivery => ({ _tag: "Claimed", key, channel: "C1", claimedAt: utc(2026, 11, 1) })
const sent = (key: string): Delivery => ({
  _tag: "Sent",
  key,
  channel: "C1",
  ts: "1793577600.000100",
  fingerprint: "abc",
  sentAt: utc(2026, 11, 1, 9)
})
const superseded = (key: string): Delivery => ({ _tag: "Superseded", key, by: "breach", at: utc(2026, 11, 2) })

const restartable = Effect.map(freshDirectory, (directory) => restarted(lowdbLayer({ directory })))

describe("deliveries in lowdb", () => {
  it.live("keep every shape over a restart, the newest of each key", () =>
    Effect.gen(function* () {
      const restart = yield* restartable
      yield* restart(
        Effect.gen(function* () {
          const deliveries = yield* Deliveries
          expect(yield* deliveries.of(child("LCS-1"))).toEqual(new Map())
          yield* deliveries.keep(child("LCS-1"), claimed("card:1"))
          yield* deliveries.keep(child("LCS-1"), claimed("dm:1"))
          yield* deliveries.keep(child("LCS-1"), sent("card:1"))
          yield* deliveries.keep(child("LCS-1"), superseded("reminder:1"))
          yield* deliveries.keep(child("lcs-1"), claimed("card:2"))
        })
      )
      const ofBoth = yield* restart(
        Effect.gen(function* () {
          const deliveries = yield* Deliveries
          return [yield* deliveries.of(child("LCS-1")), yield* deliveries.of(child("lcs-1"))]
        })
      )
      const expected = [sent("card:1"), claimed("dm:1"), superseded("reminder:1")]
      expect(ofBoth).toEqual([
        new Map(expected.map((delivery) => [delivery.key, delivery])),
        new Map([["card:2", claimed("card:2")]])
      ])
    }).pipe(Effect.scoped)
  )

  it.live("keep those about no child apart from every child's, those of the last weeks", () =>
    Effect.gen(function* () {
      const restart = yield* restartable
      const later: Delivery = { _tag: "Claimed", key: "digest:2026-12-11", channel: "C1", claimedAt: utc(2026, 12, 11) }
      yield* restart(
        Effect.gen(function* () {
          const deliveries = yield* Deliveries
          yield* deliveries.keep(child("TEAM-1"), claimed("card:1"))
          yield* Effect.forEach(
            [claimed("digest:2026-11-02"), sent("digest:2026-11-02"), sent("digest:2026-11-03"), superseded("late")],
            (delivery) => deliveries.keep("team", delivery),
            { concurrency: "unbounded" }
          )
          expect(yield* deliveries.of("team")).toEqual(
            new Map(
              [sent("digest:2026-11-02"), sent("digest:2026-11-03"), superseded("late")].map((one) => [one.key, one])
            )
          )
        })
      )
      yield* restart(Effect.flatMap(Deliveries, (deliveries) => deliveries.keep("team", later)))
      const [ofTeam, ofChild] = yield* restart(
        Effect.flatMap(Deliveries, (deliveries) =>
          Effect.all([deliveries.of("team"), deliveries.of(child("TEAM-1"))] as const)
        )
      )
      expect(ofChild).toEqual(new Map([["card:1", claimed("card:1")]]))
      expect(ofTeam).toEqual(new Map([["digest:2026-12-11", later]]))
    }).pipe(Effect.scoped)
  )

  it.live("lose none that are kept for one child at once", () =>
    Effect.gen(function* () {
      const restart = yield* restartable
      const keys = Array.from({ length: 30 }, (_, number) => `key-${number}`)
      yield* restart(
        Effect.gen(function* () {
          const deliveries = yield* Deliveries
          yield* Effect.forEach(keys, (key) => deliveries.keep(child("LCS-1"), claimed(key)), {
            concurrency: "unbounded"
          })
        })
      )
      const kept = yield* restart(Effect.flatMap(Deliveries, (deliveries) => deliveries.of(child("LCS-1"))))
      expect(new Set(kept.keys())).toEqual(new Set(keys))
    }).pipe(Effect.scoped)
  )

  it.live("are the same in memory and on disk when some are interrupted while they are kept", () =>
    Effect.gen(function* () {
      const restart = yield* restartable
      const before = yield* restart(
        Effect.gen(function* () {
          const deliveries = yield* Deliveries
          for (let number = 0; number < 40; number++) {
            const keeping = yield* Effect.forkChild(deliveries.keep(child("LCS-1"), claimed(`interrupted-${number}`)))
            yield* Effect.sleep((number % 10) / 5)
            yield* Fiber.interrupt(keeping)
            yield* deliveries.keep(child("LCS-1"), claimed(`sure-${number}`))
          }
          return yield* deliveries.of(child("LCS-1"))
        })
      )
      expect([...before.keys()].filter((key) => key.startsWith("sure"))).toHaveLength(40)
      expect(yield* restart(Effect.flatMap(Deliveries, (deliveries) => deliveries.of(child("LCS-1"))))).toEqual(before)
    }).pipe(Effect.scoped)
  )

  it.live("refuse a time that could not be read again", () =>
    Effect.gen(function* () {
      const restart = yield* restartable
      const year12000 = Instant(Date.UTC(12_000, 0))
      const refused = yield* restart(
        Effect.gen(function* () {
          const deliveries = yield* Deliveries
          const late = { _tag: "Claimed", key: "card:1", channel: "C1", claimedAt: year12000 } as const
          return [
            yield* Effect.flip(deliveries.keep(child("LCS-1"), late)),
            yield* Effect.flip(deliveries.announceFrom(year12000))
          ]
        })
      )
      expect(refused.map(({ _tag }) => _tag)).toEqual(["JournalUnavailable", "JournalUnavailable"])
      expect(yield* restart(Effect.flatMap(Deliveries, (deliveries) => deliveries.of(child("LCS-1"))))).toEqual(
        new Map()
      )
    }).pipe(Effect.scoped)
  )

  it.live("fix the start of announcements by the first call, for good", () =>
    Effect.gen(function* () {
      const restart = yield* restartable
      const days = [3, 1, 2].map((day) => utc(2026, 11, day))
      const announceFrom = (now: Instant) => Effect.flatMap(Deliveries, (deliveries) => deliveries.announceFrom(now))
      const answers = yield* restart(Effect.forEach(days, announceFrom, { concurrency: "unbounded" }))
      expect(answers).toEqual([utc(2026, 11, 3), utc(2026, 11, 3), utc(2026, 11, 3)])
      expect(yield* restart(announceFrom(utc(2027, 1, 1)))).toBe(utc(2026, 11, 3))
    }).pipe(Effect.scoped)
  )
})

import { describe, expect, it } from "@effect/vitest"
import { Instant, utc } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { Effect, Fiber } from "effect"
import {
  Deliveries,
  type Delivery,
  type ShadowPeriod,
  shadowedKey,
  withShadowBegun,
  withShadowEnded
} from "../src/index.ts"
import { type FreshPlace, restarted } from "./restart.ts"
import { child } from "./syntheticEvents.ts"

const claimed = (key: string): Delivery => ({ _tag: "Claimed", key, channel: "C1", claimedAt: utc(2026, 11, 1) })
const sent = (key: string): Delivery & { readonly _tag: "Sent" } => ({
  _tag: "Sent",
  key,
  channel: "C1",
  ts: "1793577600.000100",
  fingerprint: "abc",
  sentAt: utc(2026, 11, 1, 9)
})
const toPerson = (key: string): Delivery => ({ ...sent(key), recipient: PersonId.make("worker@council.example") })
const superseded = (key: string): Delivery => ({ _tag: "Superseded", key, by: "breach", at: utc(2026, 11, 2) })

export const deliveriesContract = (name: string, freshPlace: FreshPlace) => {
  const restartable = Effect.map(freshPlace, ({ layer, leasesRunOut }) => {
    const restart = restarted(layer)
    return <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.ensuring(restart(effect), leasesRunOut)
  })

  describe(`${name}: deliveries`, () => {
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
            yield* deliveries.keep(child("LCS-1"), toPerson("alert:1"))
            yield* deliveries.keep(child("lcs-1"), claimed("card:2"))
          })
        )
        const ofBoth = yield* restart(
          Effect.gen(function* () {
            const deliveries = yield* Deliveries
            return [yield* deliveries.of(child("LCS-1")), yield* deliveries.of(child("lcs-1"))]
          })
        )
        const expected = [sent("card:1"), claimed("dm:1"), superseded("reminder:1"), toPerson("alert:1")]
        expect(ofBoth).toEqual([
          new Map(expected.map((delivery) => [delivery.key, delivery])),
          new Map([["card:2", claimed("card:2")]])
        ])
      }).pipe(Effect.scoped)
    )

    it.live("keep with a first claim since when its message may have been posted without a record", () =>
      Effect.gen(function* () {
        const restart = yield* restartable
        const since = utc(2026, 10, 31)
        const asked = { key: "card:1", channel: "C1", claimedAt: utc(2026, 11, 1), by: "us", since }
        yield* restart(Effect.flatMap(Deliveries, (deliveries) => deliveries.claim(child("LCS-1"), asked)))
        const kept = yield* restart(Effect.flatMap(Deliveries, (deliveries) => deliveries.of(child("LCS-1"))))
        expect(kept.get("card:1")).toMatchObject({ _tag: "Claimed", since })
      }).pipe(Effect.scoped)
    )

    it.live("keep those about no child apart from every child's, those of the last weeks", () =>
      Effect.gen(function* () {
        const restart = yield* restartable
        const later: Delivery = {
          _tag: "Claimed",
          key: "digest:2026-12-11",
          channel: "C1",
          claimedAt: utc(2026, 12, 11)
        }
        yield* restart(
          Effect.gen(function* () {
            const deliveries = yield* Deliveries
            yield* deliveries.keep(child("TEAM-1"), claimed("card:1"))
            yield* deliveries.keep("team", claimed("digest:2026-11-02"))
            yield* Effect.forEach(
              [sent("digest:2026-11-02"), sent("digest:2026-11-03"), superseded("late")],
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

    it.live("are claimed once: again by one who may have posted, never when sent or superseded", () =>
      Effect.gen(function* () {
        const restart = yield* restartable
        const asked = (key: string, day: number, by: string) => ({
          key,
          channel: "C1",
          claimedAt: utc(2026, 11, day),
          by
        })
        const claim = (...parameters: Parameters<typeof asked>) =>
          Effect.flatMap(Deliveries, (deliveries) => deliveries.claim(child("LCS-1"), asked(...parameters)))
        const won = (before?: Delivery) => ({ _tag: "Won", before })
        yield* restart(
          Effect.gen(function* () {
            const deliveries = yield* Deliveries
            yield* deliveries.keep(child("LCS-1"), claimed("kept-before"))
            yield* deliveries.keep(child("LCS-1"), superseded("superseded"))
            expect(yield* claim("card", 2, "first")).toEqual(won())
            expect(yield* claim("kept-before", 2, "first")).toEqual(won(claimed("kept-before")))
            expect(yield* claim("superseded", 2, "first")).toEqual({ _tag: "Held", by: superseded("superseded") })
          })
        )
        yield* restart(
          Effect.gen(function* () {
            const deliveries = yield* Deliveries
            const before = { _tag: "Claimed", ...asked("card", 2, "first") } as const
            expect(yield* claim("card", 3, "second")).toEqual(won(before))
            // However often it is claimed, our message is looked for back to the first claim.
            const since = { since: utc(2026, 11, 2) }
            expect(yield* claim("card", 4, "second")).toEqual(
              won({ _tag: "Claimed", ...asked("card", 3, "second"), ...since })
            )
            expect((yield* deliveries.of(child("LCS-1"))).get("card")).toEqual({
              _tag: "Claimed",
              ...asked("card", 4, "second"),
              ...since
            })
            yield* deliveries.keep(child("LCS-1"), sent("card"))
            expect(yield* claim("card", 5, "second")).toEqual({ _tag: "Held", by: sent("card") })
            const { ts } = sent("card") as { readonly ts: string }
            const second = yield* deliveries.claim(child("LCS-1"), { ...asked("card", 5, "second"), inPlaceOf: ts })
            expect(second).toEqual(won(sent("card")))
          })
        )
      }).pipe(Effect.scoped)
    )

    it.live("that were given up are listed over all children until they are sent", () =>
      Effect.gen(function* () {
        const restart = yield* restartable
        const givenUp = (key: string): Delivery => ({
          _tag: "Undelivered",
          key,
          reason: "is_archived",
          since: utc(2026, 11, 1),
          at: utc(2026, 11, 1, 1)
        })
        yield* restart(
          Effect.gen(function* () {
            const deliveries = yield* Deliveries
            yield* deliveries.keep(child("LCS-1"), givenUp("card:1"))
            yield* deliveries.keep(child("LCS-2"), givenUp("card:2"))
            yield* deliveries.keep(child("LCS-2"), sent("card:3"))
            yield* deliveries.keep("team", givenUp("digest"))
          })
        )
        yield* restart(
          Effect.gen(function* () {
            const deliveries = yield* Deliveries
            expect(yield* deliveries.undelivered).toEqual([
              { subject: child("LCS-1"), delivery: givenUp("card:1") },
              { subject: child("LCS-2"), delivery: givenUp("card:2") },
              { subject: "team", delivery: givenUp("digest") }
            ])
            yield* deliveries.keep(child("LCS-1"), sent("card:1"))
            yield* deliveries.keep("team", sent("digest"))
            expect(yield* deliveries.undelivered).toEqual([{ subject: child("LCS-2"), delivery: givenUp("card:2") }])
          })
        )
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
        expect(yield* restart(Effect.flatMap(Deliveries, (deliveries) => deliveries.of(child("LCS-1"))))).toEqual(
          before
        )
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
        expect(days).toContain(answers[0])
        expect(new Set(answers).size).toBe(1)
        expect(yield* restart(announceFrom(utc(2027, 1, 1)))).toBe(answers[0])
      }).pipe(Effect.scoped)
    )

    it.live("keep the times of shadow over a restart, each change seeing the one before", () =>
      Effect.gen(function* () {
        const restart = yield* restartable
        const change = (to: (known: ReadonlyArray<ShadowPeriod>) => ReadonlyArray<ShadowPeriod>) =>
          Effect.flatMap(Deliveries, (deliveries) => deliveries.changeShadows(to))
        const [begun, live, again] = [1, 2, 3].map((day) => utc(2026, 11, day)) as [Instant, Instant, Instant]
        const begin = change((known) => withShadowBegun(known, begun))
        expect(yield* restart(Effect.all([begin, begin, begin], { concurrency: "unbounded" }))).toEqual(
          Array(3).fill([{ from: begun }])
        )
        yield* restart(change((known) => withShadowEnded(known, live)))
        yield* restart(change((known) => withShadowBegun(known, again)))
        expect(yield* restart(Effect.flatMap(Deliveries, ({ shadows }) => shadows))).toEqual([
          { from: begun, until: live },
          { from: again }
        ])
      }).pipe(Effect.scoped)
    )

    it.live("give what was kept in shadow since a moment, without what was sent", () =>
      Effect.gen(function* () {
        const restart = yield* restartable
        const shadowed = (key: string, hour: number) => ({ ...sent(shadowedKey(key)), sentAt: utc(2026, 11, 1, hour) })
        yield* restart(
          Effect.gen(function* () {
            const deliveries = yield* Deliveries
            yield* deliveries.keep(child("LCS-1"), sent("card:1"))
            yield* deliveries.keep(child("LCS-1"), shadowed("card:1", 8))
            yield* deliveries.keep(child("LCS-1"), { ...shadowed("card:2", 9), lateBy: 7_200_000 })
            yield* deliveries.keep("team", shadowed("morning:1", 10))
          })
        )
        const since = Effect.flatMap(Deliveries, (deliveries) => deliveries.shadowedSince(utc(2026, 11, 1, 9)))
        expect((yield* restart(since)).map(({ key, lateBy }) => [key, lateBy])).toEqual([
          ["card:2", 7_200_000],
          ["morning:1", undefined]
        ])
      }).pipe(Effect.scoped)
    )
  })
}

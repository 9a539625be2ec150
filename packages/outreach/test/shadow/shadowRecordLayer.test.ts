/** What was shadowed stands beside what was sent, whatever the other copies of the bot are set to. */
import { at, child } from "@safe-return/casework/testing"
import { Instant } from "@safe-return/domain/calendar"
import {
  claimedOver,
  claimOf,
  Deliveries,
  type Delivery,
  type DeliveryKey,
  type DeliverySubject,
  type ShadowPeriod,
  shadowedKey
} from "@safe-return/journal"
import { Clock, Context, Duration, Effect, Layer, type Scope } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, it } from "vitest"
import { Incidents } from "../../src/incidents/Incidents.ts"
import { Shadow } from "../../src/shadow/Shadow.ts"
import { shadowRecordLayer } from "../../src/shadow/shadowRecordLayer.ts"

/** A record that several copies of the bot share, and what is wrong as each of them sees it. */
const sharedRecord = () => {
  const kept = new Map<DeliverySubject, Map<DeliveryKey, Delivery>>()
  const of = (subject: DeliverySubject) => {
    const known = kept.get(subject) ?? new Map<DeliveryKey, Delivery>()
    kept.set(subject, known)
    return known
  }
  let periods: ReadonlyArray<ShadowPeriod> = []
  const record = Deliveries.of({
    of: (subject) => Effect.sync(() => new Map(of(subject))),
    claim: (subject, asked) =>
      Effect.sync(() => {
        const before = of(subject).get(asked.key)
        const claim = claimOf(before, asked)
        if (claim._tag === "Won") of(subject).set(asked.key, claimedOver(before, asked))
        return claim
      }),
    keep: (subject, delivery) => Effect.sync(() => void of(subject).set(delivery.key, delivery)),
    undelivered: Effect.succeed([]),
    announceFrom: Effect.succeed,
    shadows: Effect.sync(() => periods),
    changeShadows: (to) => Effect.sync(() => (periods = to(periods))),
    shadowedSince: () => Effect.succeed([])
  })
  const start = (isOn: boolean) =>
    Effect.map(
      Layer.build(
        Layer.fresh(
          shadowRecordLayer(isOn).pipe(
            Layer.provideMerge(Layer.fresh(Incidents.layer)),
            Layer.provide(Layer.succeed(Deliveries, record))
          )
        )
      ),
      (built) => ({
        deliveries: Context.get(built, Deliveries),
        shadow: Context.get(built, Shadow),
        open: Effect.map(Context.get(built, Incidents).open, (open) => open.map(({ kind }) => kind))
      })
    )
  return { kept: of, start, periods: () => periods }
}

const run = <A, E>(effect: Effect.Effect<A, E, Scope.Scope>) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(at(0))
    return yield* effect
  }).pipe(Effect.scoped, Effect.provide(TestClock.layer()), Effect.runPromise)

const sent = (key: string) =>
  Effect.map(
    Clock.currentTimeMillis,
    (now): Delivery => ({ _tag: "Sent", key, channel: "C1", ts: "1", fingerprint: "made-up", sentAt: Instant(now) })
  )

const anHour = TestClock.adjust(Duration.hours(1))
const aLook = TestClock.adjust(Duration.seconds(20))

describe("the record in shadow", () => {
  it("shows what was shadowed as sent, and claims it under a key of its own", () =>
    run(
      Effect.gen(function* () {
        const { kept, start } = sharedRecord()
        const { deliveries } = yield* start(true)
        const asked = { key: "card:1", channel: "shadow", claimedAt: at(0), by: "one" }
        expect(yield* deliveries.claim(child, asked)).toEqual({ _tag: "Won", before: undefined })
        yield* deliveries.keep(child, yield* sent("card:1"))
        expect([...(yield* deliveries.of(child)).keys()]).toContain("card:1")
        expect(yield* deliveries.claim(child, asked)).toMatchObject({ _tag: "Held", by: { key: "card:1" } })
        expect([...kept(child).keys()]).toEqual([shadowedKey("card:1")])
      })
    ))

  it("keeps news of the bot itself to one person as sent, and that to a channel as shadowed", () =>
    run(
      Effect.gen(function* () {
        const { kept, start } = sharedRecord()
        const { deliveries } = yield* start(true)
        for (const key of ["comparison:2026-11-23:U0ADMIN", "heartbeat:C0BEATS"]) {
          yield* deliveries.keep("team", yield* sent(key))
        }
        expect([...kept("team").keys()]).toEqual(["comparison:2026-11-23:U0ADMIN", shadowedKey("heartbeat:C0BEATS")])
      })
    ))
})

describe("the record once live", () => {
  it("marks what was shadowed before and not sent since, but for the ladder of an alert", () =>
    run(
      Effect.gen(function* () {
        const { start } = sharedRecord()
        const before = yield* start(true)
        for (const key of ["card:1", "worker-alert:1:U0WORKER", "ladder:1:1:worker:U0WORKER"]) {
          yield* before.deliveries.keep(child, yield* sent(key))
        }
        yield* anHour
        const live = yield* start(false)
        yield* live.deliveries.keep(child, yield* sent("card:1"))
        const known = yield* live.deliveries.of(child)
        expect(known.get("card:1")).not.toHaveProperty("isShadowed")
        expect(known.get("worker-alert:1:U0WORKER")).toHaveProperty("isShadowed", true)
        expect(known.has("ladder:1:1:worker:U0WORKER")).toBe(false)
        expect(live.shadow.wentLiveAt()).toBe(at(1))
      })
    ))

  it("takes nothing for shadowed that a copy with the old setting keeps, and says so", () =>
    run(
      Effect.gen(function* () {
        const { start, periods } = sharedRecord()
        const live = yield* start(false)
        const old = yield* start(true)
        yield* old.deliveries.keep(child, yield* sent("timeline:1"))
        yield* aLook
        expect(yield* live.open).toEqual(["shadow-setting"])
        yield* aLook
        expect(yield* old.open).toEqual(["shadow-setting"])
        expect((yield* live.deliveries.of(child)).has("timeline:1")).toBe(false)
        const again = yield* start(false)
        expect((yield* again.deliveries.of(child)).has("timeline:1")).toBe(false)
        expect(periods().every(({ until }) => until === undefined || until > at(0))).toBe(true)
      })
    ))

  it("is in shadow again from a later start, and takes for shadowed what was kept in either", () =>
    run(
      Effect.gen(function* () {
        const { start } = sharedRecord()
        for (const key of ["timeline:1", "timeline:2"]) {
          const { deliveries } = yield* Effect.scoped(start(true))
          yield* deliveries.keep(child, yield* sent(key))
          yield* anHour
          yield* Effect.scoped(start(false))
          yield* anHour
        }
        const { deliveries, shadow } = yield* start(false)
        expect([...(yield* deliveries.of(child)).values()].filter((one) => "isShadowed" in one)).toHaveLength(2)
        expect(shadow.wentLiveAt()).toBe(at(3))
        expect(shadow.since()).toBeUndefined()
      })
    ))
})

/** What was sent while the record of it could not be written or read: sent once, and written down afterwards. */

import { at } from "@safe-return/casework/testing"
import { Instant } from "@safe-return/domain/calendar"
import { ChildReference } from "@safe-return/domain/pathway"
import { Deliveries, type Delivery, type DeliverySubject, Erasures, JournalUnavailable } from "@safe-return/journal"
import { Effect, Layer, Queue, type Scope, Stream } from "effect"
import { expect, it } from "vitest"
import { Incidents } from "../../src/incidents/Incidents.ts"
import { RecordStanding } from "../../src/incidents/RecordStanding.ts"
import { DeliveryRecord, deliveryRecordLayer, isWhole } from "../../src/sending/DeliveryRecord.ts"

const CHILD = ChildReference.make("LCS-50001")
const OTHER = ChildReference.make("LCS-50002")
const KEY = "card:episode-1"

const sent = (hours: number, key = KEY): Delivery => ({
  _tag: "Sent",
  key,
  channel: "C1",
  ts: `${hours}`,
  fingerprint: "",
  sentAt: at(hours)
})
const undelivered = (key: string): Delivery => ({
  _tag: "Undelivered",
  key,
  reason: "is_archived",
  since: at(0),
  at: at(1)
})
const asked = (by: string) => ({ key: KEY, channel: "C1", claimedAt: at(1), by })
const refused = new JournalUnavailable({ path: "journal", reason: "no space left", fault: "disk-full" })

const recordWorld = () => {
  const kept = new Map<DeliverySubject, Map<string, Delivery>>()
  const written: Array<string> = []
  let isRefusing = false
  const damaged = new Set<DeliverySubject>()
  const asks = <A>(answer: () => A) => Effect.suspend(() => (isRefusing ? Effect.fail(refused) : Effect.sync(answer)))
  const asksWhole = <A>(subject: DeliverySubject, answer: () => A) =>
    damaged.has(subject) ? Effect.fail(new JournalUnavailable({ path: "one", reason: "damaged" })) : asks(answer)
  const ofSubject = (subject: DeliverySubject) => kept.get(subject) ?? new Map<string, Delivery>()
  const record = Layer.mock(Deliveries, {
    of: (subject) => asksWhole(subject, () => new Map(ofSubject(subject))),
    claim: (subject, { key, channel, claimedAt, by }) =>
      asks(() => {
        const before = ofSubject(subject).get(key)
        kept.set(subject, new Map([...ofSubject(subject), [key, { _tag: "Claimed", key, channel, claimedAt, by }]]))
        return { _tag: "Won", before } as const
      }),
    keep: (subject, delivery) =>
      asksWhole(subject, () => {
        written.push(`${subject} ${delivery.key} ${delivery._tag}`)
        kept.set(subject, new Map([...ofSubject(subject), [delivery.key, delivery]]))
      }),
    announceFrom: () => asks(() => Instant(0)),
    undelivered: asks(() =>
      [...kept].flatMap(([subject, all]) =>
        [...all.values()].flatMap((delivery) => (delivery._tag === "Undelivered" ? [{ subject, delivery }] : []))
      )
    )
  })
  return {
    kept: (subject: DeliverySubject, delivery: Delivery) =>
      void kept.set(subject, new Map([...ofSubject(subject), [delivery.key, delivery]])),
    ofSubject,
    written,
    damaged,
    refuse: () => {
      isRefusing = true
    },
    heal: () => {
      isRefusing = false
    },
    live: <A, E>(
      life: (parts: {
        readonly deliveries: Deliveries["Service"]
        readonly writeDown: DeliveryRecord["Service"]["writeDown"]
        readonly erase: (child: ChildReference) => Effect.Effect<void>
      }) => Effect.Effect<A, E, Scope.Scope>
    ) =>
      Effect.gen(function* () {
        const erased = yield* Queue.unbounded<{ readonly child: ChildReference }>()
        const erasures = Layer.mock(Erasures, { subscribe: Effect.succeed(Stream.fromQueue(erased) as never) })
        const standing = RecordStanding.layer.pipe(Layer.provide(Incidents.layer))
        const layer = deliveryRecordLayer.pipe(Layer.provide(Layer.mergeAll(record, erasures, standing)))
        const settle = Effect.forEach(Array.from({ length: 10 }), () => Effect.yieldNow, { discard: true })
        return yield* Effect.gen(function* () {
          const deliveries = yield* Deliveries
          const { writeDown } = yield* DeliveryRecord
          const erase = (child: ChildReference) => Effect.andThen(Queue.offer(erased, { child }), settle)
          yield* settle
          return yield* life({ deliveries, writeDown, erase })
        }).pipe(Effect.provide(layer))
      }).pipe(Effect.scoped, Effect.runPromise)
  }
}

it("a claim that cannot be recorded is won once and says so, and is lost once it was sent", () => {
  const world = recordWorld()
  return world.live(({ deliveries }) =>
    Effect.gen(function* () {
      expect(yield* deliveries.claim(CHILD, asked("us"))).not.toHaveProperty("isUnrecorded")
      world.refuse()
      const unrecorded = yield* deliveries.claim(CHILD, asked("us"))
      expect(unrecorded).toMatchObject({ _tag: "Won", isUnrecorded: true })
      yield* deliveries.keep(CHILD, sent(2))
      expect((yield* deliveries.of(CHILD)).get(KEY)).toEqual(sent(2))
      expect(yield* deliveries.claim(CHILD, asked("us"))).toMatchObject({ _tag: "Held", by: sent(2) })
      expect(yield* deliveries.claim(OTHER, asked("us"))).toMatchObject({ _tag: "Won" })
    })
  )
})

it("what was sent meanwhile is written down in order once it can be, and only once", () => {
  const world = recordWorld()
  return world.live(({ deliveries, writeDown }) =>
    Effect.gen(function* () {
      world.refuse()
      yield* deliveries.claim(CHILD, asked("us"))
      yield* deliveries.keep(CHILD, sent(2, "first"))
      yield* deliveries.keep(OTHER, sent(2))
      yield* deliveries.keep(CHILD, sent(2))
      expect((yield* Effect.result(writeDown))._tag).toBe("Failure")
      expect(world.written).toEqual([])
      world.heal()
      yield* writeDown
      const all = [`${CHILD} first Sent`, `${CHILD} ${KEY} Sent`, `${OTHER} ${KEY} Sent`]
      expect(world.written).toEqual(all)
      yield* writeDown
      expect(world.written).toEqual(all)
    })
  )
})

it("one damaged record keeps no other from being written down", () => {
  const world = recordWorld()
  return world.live(({ deliveries, writeDown }) =>
    Effect.gen(function* () {
      world.refuse()
      yield* deliveries.keep(CHILD, sent(2))
      yield* deliveries.keep(OTHER, sent(2))
      world.heal()
      world.damaged.add(CHILD)
      yield* writeDown
      expect(world.written).toEqual([`${OTHER} ${KEY} Sent`])
      expect(isWhole(yield* deliveries.of(CHILD))).toBe(false)
      world.damaged.clear()
      yield* writeDown
      expect(world.written).toEqual([`${OTHER} ${KEY} Sent`, `${CHILD} ${KEY} Sent`])
    })
  )
})

it("what waits in memory is written before anything new about the child", () => {
  const world = recordWorld()
  return world.live(({ deliveries }) =>
    Effect.gen(function* () {
      world.refuse()
      yield* deliveries.keep(CHILD, sent(2))
      world.heal()
      yield* deliveries.keep(CHILD, sent(3, "next"))
      expect(world.written).toEqual([`${CHILD} ${KEY} Sent`, `${CHILD} next Sent`])
    })
  )
})

it("what another instance has sent since stands, and what it sent before does not", () => {
  const world = recordWorld()
  return world.live(({ deliveries, writeDown }) =>
    Effect.gen(function* () {
      world.refuse()
      yield* deliveries.keep(CHILD, sent(2))
      yield* deliveries.keep(OTHER, sent(2))
      world.heal()
      world.kept(CHILD, sent(3))
      world.kept(OTHER, sent(1))
      expect((yield* deliveries.of(CHILD)).get(KEY)).toEqual(sent(3))
      expect((yield* deliveries.of(OTHER)).get(KEY)).toEqual(sent(2))
      yield* writeDown
      expect(world.ofSubject(CHILD).get(KEY)).toEqual(sent(3))
      expect(world.ofSubject(OTHER).get(KEY)).toEqual(sent(2))
    })
  )
})

it("what was read before the record was away is remembered, and the rest is not whole", () => {
  const world = recordWorld()
  world.kept(CHILD, sent(1))
  return world.live(({ deliveries }) =>
    Effect.gen(function* () {
      yield* deliveries.of(CHILD)
      world.refuse()
      const known = yield* deliveries.of(CHILD)
      expect([known.get(KEY), isWhole(known)]).toEqual([sent(1), true])
      yield* deliveries.keep(OTHER, sent(2))
      const part = yield* deliveries.of(OTHER)
      expect([part.get(KEY), isWhole(part)]).toEqual([sent(2), false])
      world.heal()
      expect(isWhole(yield* deliveries.of(OTHER))).toBe(true)
    })
  )
})

it("the undelivered are listed as this process knows them, each once", () => {
  const world = recordWorld()
  for (const key of ["still", "arrived"]) world.kept(CHILD, undelivered(key))
  return world.live(({ deliveries }) =>
    Effect.gen(function* () {
      world.refuse()
      yield* deliveries.keep(CHILD, sent(2, "arrived"))
      yield* deliveries.keep(CHILD, undelivered("new"))
      world.heal()
      const listed = yield* deliveries.undelivered
      expect(listed.map(({ delivery: { key } }) => key)).toEqual(["still", "new"])
    })
  )
})

it("nothing about a child whose records were erased is written down afterwards", () => {
  const world = recordWorld()
  return world.live(({ deliveries, writeDown, erase }) =>
    Effect.gen(function* () {
      world.refuse()
      yield* deliveries.keep(CHILD, sent(2))
      yield* deliveries.keep(OTHER, sent(2))
      yield* erase(CHILD)
      world.heal()
      yield* writeDown
      expect(world.written).toEqual([`${OTHER} ${KEY} Sent`])
    })
  )
})

it("the moment people are told from is now where it cannot be fixed", () => {
  const world = recordWorld()
  world.refuse()
  return world.live(({ deliveries }) => Effect.map(deliveries.announceFrom(Instant(5)), (from) => expect(from).toBe(5)))
})

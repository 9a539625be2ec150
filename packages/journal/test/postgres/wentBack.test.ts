import { describe, expect, it } from "@effect/vitest"
import { connectedAs } from "@safe-return/postgres-testkit"
import { Context, Effect, Fiber, Layer, Redacted, Stream } from "effect"
import { Erasures, Journal } from "../../src/index.ts"
import { postgresLayer } from "../../src/postgres/index.ts"
import { asked } from "../madeUpErasure.ts"
import { under } from "../referencesContract.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"
import { newCouncil } from "./freshDatabase.ts"

/** Two instances that have heard of five events, and what takes the last of them away as a failover would. */
const world = Effect.gen(function* () {
  const council = yield* newCouncil
  const start = Effect.map(Layer.build(Layer.fresh(postgresLayer(council))), (services) => ({
    journal: Context.get(services, Journal),
    erasures: Context.get(services, Erasures)
  }))
  const [one, other] = [yield* start, yield* start]
  const superuser = yield* connectedAs(Redacted.value(council.url).replace(`//${council.role}@`, "//postgres@"))
  const goBackTo = (position: number) =>
    superuser.withTransaction(
      Effect.gen(function* () {
        yield* superuser`set local session_replication_role = replica`
        yield* superuser`delete from safe_return.events where council = ${council.council} and position > ${position}`
        yield* superuser`update safe_return.councils set last_position = ${position} where council = ${council.council}`
      })
    )
  const heard = yield* other.journal.subscribe
  for (const number of [1, 2, 3, 4]) yield* one.journal.append(child("LCS-1"), number - 1, [madeUpEvent(number)])
  yield* one.journal.append(child("LCS-2"), 0, [madeUpEvent(5)])
  const first = yield* heard.pipe(Stream.take(5), Stream.runCollect)
  expect(first.map(({ id }) => id)).toEqual(idsOf(1, 2, 3, 4, 5))
  return { start, one, other, goBackTo, heard }
})

const idsOf = (...numbers: ReadonlyArray<number>) => numbers.map((number) => `event-${number}`)

const kept = ({ journal }: { readonly journal: Journal["Service"] }) =>
  Effect.map(journal.readAll, (entries) => entries.map(({ id, position }) => `${position} ${id}`))

describe("a database that a failover set back", () => {
  it.live("is given back what instances hold, once, before anything else is appended", () =>
    Effect.gen(function* () {
      const { one, other, goBackTo, heard } = yield* world
      const reports = yield* one.journal.wentBack
      yield* goBackTo(3)
      const [six] = yield* one.journal.append(child("LCS-2"), 1, [madeUpEvent(6)])
      expect(six).toMatchObject({ position: 6, version: 2 })
      expect(yield* kept(other)).toEqual([1, 2, 3, 4, 5, 6].map((number) => `${number} event-${number}`))
      const [report] = yield* reports.pipe(Stream.take(1), Stream.runCollect)
      expect(report).toMatchObject({ written: 2, differ: 0, differing: [], lost: 0 })
      expect(yield* other.journal.assure).toBe(false)
      expect((yield* heard.pipe(Stream.take(1), Stream.runCollect)).map(({ id }) => id)).toEqual(idsOf(6))
    }).pipe(Effect.scoped)
  )

  it.live("is heard of at once by an instance that knew nothing of what is written again", () =>
    Effect.gen(function* () {
      const { start, one, goBackTo } = yield* world
      yield* goBackTo(3)
      const news = yield* (yield* start).journal.subscribe
      expect(yield* one.journal.assure).toBe(true)
      // By itself it looks every five seconds.
      const heard = yield* news.pipe(Stream.take(2), Stream.runCollect, Effect.timeout("2 seconds"))
      expect(heard.map(({ id }) => id)).toEqual(idsOf(4, 5))
    }).pipe(Effect.scoped)
  )

  it.live("is given it back by two at once, and under a police reference too", () =>
    Effect.gen(function* () {
      const { one, other, goBackTo } = yield* world
      yield* goBackTo(0)
      yield* Effect.all(
        [
          one.journal.append(child("LCS-1"), 4, [madeUpEvent(6)]),
          other.journal.appendUnder(under(1), child("LCS-3"), 0, [madeUpEvent(7)])
        ],
        { concurrency: "unbounded" }
      )
      const there = yield* kept(one)
      expect(there.slice(0, 5)).toEqual([1, 2, 3, 4, 5].map((number) => `${number} event-${number}`))
      expect(there.slice(5).map((entry) => entry.slice(0, 1))).toEqual(["6", "7"])
    }).pipe(Effect.scoped)
  )

  it.live("is noticed by an instance that only listens, when others have used the positions again", () =>
    Effect.gen(function* () {
      const { start, other, goBackTo, heard } = yield* world
      const reports = yield* other.journal.wentBack
      const noticed = yield* Effect.forkChild(reports.pipe(Stream.take(1), Stream.runCollect))
      yield* goBackTo(3)
      // It has heard of nothing that is gone.
      const fresh = yield* start
      for (const number of [7, 8, 9]) yield* fresh.journal.append(child(`LCS-${number}`), 0, [madeUpEvent(number)])
      const [report] = yield* Fiber.join(noticed)
      expect(report).toMatchObject({ differ: 0, lost: 0 })
      expect((yield* heard.pipe(Stream.take(3), Stream.runCollect)).map(({ id }) => id)).toEqual(idsOf(7, 8, 9))
      const there = yield* kept(other)
      expect(there.slice(0, 6)).toEqual(["1 event-1", "2 event-2", "3 event-3", "4 event-7", "5 event-8", "6 event-9"])
      expect(there.slice(6)).toEqual(["7 event-4", "8 event-5"])
    }).pipe(Effect.scoped)
  )

  it.live("is left to a person where a child's stream went on otherwise, and decisions are made again", () =>
    Effect.gen(function* () {
      const { start, one, goBackTo } = yield* world
      const reports = yield* one.journal.wentBack
      yield* goBackTo(3)
      const fresh = yield* start
      yield* fresh.journal.append(child("LCS-1"), 3, [madeUpEvent(9)])
      const moved = yield* Effect.flip(one.journal.append(child("LCS-1"), 4, [madeUpEvent(6)]))
      expect(moved).toMatchObject({ _tag: "StreamMoved", expected: 4, actual: 4 })
      const [report] = yield* reports.pipe(Stream.take(1), Stream.runCollect)
      expect(report).toMatchObject({ written: 1, differ: 1, differing: ["LCS-1"], lost: 0 })
      expect([...(yield* one.journal.differing)]).toEqual(["LCS-1"])
      expect(yield* one.journal.append(child("LCS-1"), 4, [madeUpEvent(6)])).toMatchObject([{ version: 5 }])
    }).pipe(Effect.scoped)
  )

  it.live("is given nothing back of a child whose records were erased", () =>
    Effect.gen(function* () {
      const { one, other } = yield* world
      yield* other.erasures.erase({ ...asked, child: child("LCS-2") })
      expect(yield* one.journal.assure).toBe(false)
      expect(yield* one.journal.append(child("LCS-1"), 4, [madeUpEvent(6)])).toMatchObject([{ position: 6 }])
      expect(yield* kept(one)).not.toContain("5 event-5")
    }).pipe(Effect.scoped)
  )
})

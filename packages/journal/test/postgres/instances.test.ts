import { describe, expect, it } from "@effect/vitest"
import { utc } from "@safe-return/domain/calendar"
import { connectedAs } from "@safe-return/postgres-testkit"
import { Context, Effect, Layer, Redacted, Stream } from "effect"
import { Deliveries, Journal, Profiles } from "../../src/index.ts"
import { type CouncilDatabase, postgresLayer } from "../../src/postgres/index.ts"
import { appendAtTheEnd } from "../journalContract.ts"
import { runProcess } from "../processes/runProcess.ts"
import { changedByMany } from "../profilesContract.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"
import { newCouncil } from "./freshDatabase.ts"

/** One more instance on the same database, with what it holds. */
const instanceOn = (place: CouncilDatabase) => Layer.build(Layer.fresh(postgresLayer(place)))

const three = Effect.gen(function* () {
  const council = yield* newCouncil
  return { council, instances: yield* Effect.all([1, 2, 3].map(() => instanceOn(council))) }
})

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number)

describe("several instances on one database", () => {
  it.live("each hear what all of them append, in one order, once", () =>
    Effect.gen(function* () {
      const { instances } = yield* three
      const journals = instances.map((one) => Context.get(one, Journal))
      const heard = yield* Effect.forEach(journals, (journal) => journal.subscribe)
      yield* Effect.forEach(
        instances,
        (one, index) =>
          Effect.forEach(numbers(30), (number) =>
            appendAtTheEnd(`LCS-${number % 7}`, madeUpEvent(`${index}-${number}`))
          ).pipe(Effect.provideContext(one)),
        { concurrency: "unbounded" }
      )
      const [kept = [], ...others] = yield* Effect.forEach(journals, (journal) => journal.readAll)
      expect(kept.map(({ position }) => position)).toEqual(numbers(90).map((number) => number + 1))
      expect(others).toEqual([kept, kept])
      for (const news of heard) expect(yield* news.pipe(Stream.take(90), Stream.runCollect)).toEqual(kept)
    }).pipe(Effect.scoped)
  )

  it.live("hear of it when it was appended, and not when they look by themselves", () =>
    Effect.gen(function* () {
      const { instances } = yield* three
      const [here, ...others] = instances.map((one) => Context.get(one, Journal))
      const heard = yield* Effect.forEach(others, (journal) => journal.subscribe)
      // By itself an instance looks every five seconds.
      for (const number of numbers(8)) {
        const began = performance.now()
        yield* here?.append(child("LCS-1"), number, [madeUpEvent(number)]) ?? Effect.die("no instance")
        for (const news of heard) yield* news.pipe(Stream.take(1), Stream.runDrain)
        expect(performance.now() - began).toBeLessThan(2_500)
      }
    }).pipe(Effect.scoped)
  )

  it.live("claim each delivery exactly once between them, and see who has it", () =>
    Effect.gen(function* () {
      const { instances } = yield* three
      for (const key of numbers(40).map((number) => `reminder:${number}`)) {
        const claims = yield* Effect.forEach(
          instances,
          (one, index) =>
            Context.get(one, Deliveries).claim(child("LCS-1"), {
              key,
              channel: "C1",
              claimedAt: utc(2026, 11, 1),
              by: `instance-${index}`
            }),
          { concurrency: "unbounded" }
        )
        expect(claims.filter(({ _tag }) => _tag === "Won")).toEqual([{ _tag: "Won", before: undefined }])
        const winner = claims.findIndex(({ _tag }) => _tag === "Won")
        for (const claim of claims) {
          if (claim._tag === "Held") expect(claim.by).toMatchObject({ _tag: "Claimed", by: `instance-${winner}` })
        }
      }
    }).pipe(Effect.scoped)
  )

  it.live("lose nothing of what they change in one profile at once", () =>
    Effect.gen(function* () {
      const { instances } = yield* three
      yield* changedByMany(instances.map((one) => Context.get(one, Profiles)))
    }).pipe(Effect.scoped)
  )

  it.live("fix the start of announcements once for all of them", () =>
    Effect.gen(function* () {
      const { instances } = yield* three
      const moments = yield* Effect.forEach(
        instances,
        (one, index) => Context.get(one, Deliveries).announceFrom(utc(2026, 11, index + 1)),
        { concurrency: "unbounded" }
      )
      expect(new Set(moments).size).toBe(1)
    }).pipe(Effect.scoped)
  )

  it.live("take over what an instance had claimed that was killed, once its lease has run out", () =>
    Effect.gen(function* () {
      const council = yield* newCouncil
      const killed = yield* runProcess("claimAndHang", Redacted.value(council.url), council.council, "killed")
      expect(yield* Effect.promise(() => killed.firstLine)).toBe("Won")
      yield* Effect.promise(killed.kill)

      const deliveries = Context.get(yield* instanceOn(council), Deliveries)
      const asked = { key: "card:1", channel: "C1", claimedAt: utc(2026, 11, 2), by: "living" }
      const claim = deliveries.claim(child("LCS-1"), asked)
      const theirs = { _tag: "Claimed", key: "card:1", channel: "C1", claimedAt: utc(2026, 11, 1), by: "killed" }
      expect(yield* claim).toEqual({ _tag: "Held", by: theirs })

      const sql = yield* connectedAs(Redacted.value(council.url))
      yield* sql`update safe_return.deliveries set claimed_at = clock_timestamp() - interval '50 seconds'`
      expect((yield* claim)._tag).toBe("Held")
      yield* sql`update safe_return.deliveries set claimed_at = clock_timestamp() - interval '60 seconds'`
      expect(yield* claim).toEqual({ _tag: "Won", before: theirs })
    }).pipe(Effect.scoped)
  )
})

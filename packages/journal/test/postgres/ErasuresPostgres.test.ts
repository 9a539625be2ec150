import { describe, expect, it } from "@effect/vitest"
import { utc } from "@safe-return/domain/calendar"
import { askForPostgres, connectedAs } from "@safe-return/postgres-testkit"
import { Context, Effect, Fiber, Layer, Result, Stream } from "effect"
import { leastOf } from "../../src/Erasures.ts"
import { Deliveries, type Delivery, Erasures, Journal, Profiles } from "../../src/index.ts"
import { postgresLayer } from "../../src/postgres/index.ts"
import { erasuresContract, fill, heldOf, nothing } from "../erasuresContract.ts"
import { asked } from "../madeUpErasure.ts"
import { restarted } from "../restart.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"
import { newCouncil } from "./freshDatabase.ts"
import { postgresPlace } from "./freshPlace.ts"

erasuresContract(
  "PostgreSQL",
  Effect.map(postgresPlace, ({ layer }) => layer)
)

/** Two instances on one database that holds two children. */
const two = Effect.gen(function* () {
  const council = yield* newCouncil
  const [one, other] = yield* Effect.all([1, 2].map(() => Layer.build(Layer.fresh(postgresLayer(council)))))
  if (one === undefined || other === undefined) return yield* Effect.die("no instances")
  yield* Effect.provideContext(fill, one)
  return { council, one, other }
})

describe("an erasure at one of several instances", () => {
  it.live("is heard of at the others once each, after a lost connection too", () =>
    Effect.gen(function* () {
      const { council, one, other } = yield* two
      const news = yield* Context.get(other, Erasures).subscribe
      const first = yield* Context.get(one, Erasures).erase(asked)
      const heard = yield* Effect.forkChild(news.pipe(Stream.take(2), Stream.runCollect))
      yield* Effect.sleep(100)
      const superuser = yield* connectedAs(yield* Effect.promise(askForPostgres))
      yield* superuser`select pg_terminate_backend(pid) from pg_stat_activity where usename = ${council.role}`
      // At one that has not been cut off, as the command line is.
      const elsewhere = Effect.flatMap(Erasures, (erasures) => erasures.erase({ ...asked, child: child("LCS-2") }))
      const second = yield* restarted(postgresLayer(council))(elsewhere)
      expect(yield* Fiber.join(heard)).toEqual([first, second].map(leastOf))
    }).pipe(Effect.scoped)
  )

  it.live("takes no profile for a child who was erased while a form was open", () =>
    Effect.gen(function* () {
      const { one, other } = yield* two
      const profiles = Context.get(other, Profiles)
      yield* Context.get(one, Erasures).erase(asked)
      const refused = yield* Effect.flip(profiles.change(child("LCS-1"), () => Result.succeed({ revision: 1 })))
      expect(refused.message).toContain("the records of LCS-1 were erased meanwhile. Nothing was changed.")
      expect(yield* Effect.provideContext(heldOf("LCS-1"), other)).toEqual(nothing)
      yield* Context.get(one, Journal).append(child("LCS-1"), 0, [madeUpEvent(9)])
      yield* profiles.change(child("LCS-1"), () => Result.succeed({ revision: 1 }))
      expect(yield* Effect.provideContext(heldOf("LCS-1"), other)).toMatchObject({ events: 1, profile: true })
    }).pipe(Effect.scoped)
  )

  it.live("leaves nothing of a message that was on its way meanwhile", () =>
    Effect.gen(function* () {
      const { one, other } = yield* two
      const deliveries = Context.get(other, Deliveries)
      const claim = { key: "card:1", channel: "C1", claimedAt: utc(2026, 11, 1), by: "other" }
      expect(yield* deliveries.claim(child("LCS-1"), claim)).toMatchObject({ _tag: "Won" })
      const sent: Delivery = {
        _tag: "Sent",
        key: "card:1",
        channel: "C1",
        ts: "1.2",
        fingerprint: "made-up",
        sentAt: utc(2026, 11, 1)
      }
      yield* Context.get(one, Erasures).erase(asked)
      yield* deliveries.keep(child("LCS-1"), sent)
      expect(yield* Effect.provideContext(heldOf("LCS-1"), other)).toEqual(nothing)
      // Of a child who is on record again it is kept like anybody's.
      yield* Effect.provideContext(fill, one).pipe(Effect.ignore)
      yield* deliveries.keep(child("LCS-1"), sent)
      expect((yield* deliveries.of(child("LCS-1"))).has("card:1")).toBe(true)
    }).pipe(Effect.scoped)
  )
})

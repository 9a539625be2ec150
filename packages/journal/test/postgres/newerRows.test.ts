import { expect, it } from "@effect/vitest"
import { utc } from "@safe-return/domain/calendar"
import { connectedAs } from "@safe-return/postgres-testkit"
import { Context, Effect, Layer, Result } from "effect"
import { Deliveries, Profiles } from "../../src/index.ts"
import { postgresLayer } from "../../src/postgres/index.ts"
import { appendAtTheEnd } from "../journalContract.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"
import { freshCouncil, freshDatabase } from "./freshDatabase.ts"

const [one, other] = [child("L-1"), child("L-2")]
const sent = { _tag: "Superseded", key: "card:1", by: "x", at: utc(2026, 11, 1) } as const

it.live("a row of a newer version hides no other row, and is not written over unseen", () =>
  Effect.gen(function* () {
    const database = yield* freshDatabase
    const services = yield* Layer.build(Layer.orDie(postgresLayer(yield* freshCouncil(database))))
    const [deliveries, profiles] = [Context.get(services, Deliveries), Context.get(services, Profiles)]
    for (const each of ["L-1", "L-2"]) {
      yield* Effect.provide(appendAtTheEnd(each, madeUpEvent(each)), services)
      yield* profiles.bring({ child: child(each), revision: 1 })
    }
    yield* deliveries.keep(one, sent)
    yield* deliveries.keep(one, { ...sent, key: "alert:1" })
    const superuser = yield* connectedAs(database.as("postgres"))
    const newer = '{"_tag":"Whispered","key":"alert:1","whisperedAt":"2026-11-02T00:00:00.000Z"}'
    yield* superuser`update safe_return.deliveries set delivery = ${newer}, tag = 'Whispered' where key = 'alert:1'`
    const ofLater = '{"revision":1,"caseStatus":"of-later"}'
    yield* superuser`update safe_return.profiles set profile = ${ofLater} where child = ${one}`

    const claimed = { _tag: "Claimed", key: "alert:1", claimedAt: utc(2026, 11, 2), isOfNewer: true }
    const seen = yield* deliveries.of(one)
    expect([seen.get("card:1"), seen.get("alert:1")]).toMatchObject([sent, claimed])
    const asked = { key: "alert:1", channel: "C1", claimedAt: utc(2026, 11, 4), by: "me" }
    expect(yield* deliveries.claim(one, asked)).toMatchObject({ _tag: "Won", before: claimed })

    expect((yield* profiles.all).map((profile) => profile.child)).toEqual([other])
    const change = profiles.change(one, () => Result.succeed({}))
    expect((yield* Effect.flip(change)).message).toContain("newer version")
    // What merely says more is read, and not written without it either.
    const wider = '{"revision":1,"ofLater":true}'
    yield* superuser`update safe_return.profiles set profile = ${wider} where child = ${one}`
    expect(yield* profiles.all).toHaveLength(2)
    expect((yield* Effect.flip(change)).message).toContain("newer version")
    const [row] = yield* superuser<{ profile: string }>`select profile from safe_return.profiles where child = ${one}`
    expect(row?.profile).toBe(wider)

    yield* superuser`update safe_return.deliveries set delivery = '{"key":"alert:1"}' where key = 'alert:1'`
    expect(Result.isFailure(yield* Effect.result(deliveries.of(one)))).toBe(true)
  }).pipe(Effect.scoped)
)

import { expect, it } from "@effect/vitest"
import { utc } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { connectedAs } from "@safe-return/postgres-testkit"
import { Context, Effect, Layer, Result, Stream } from "effect"
import { Availabilities, Deliveries, EducationCases, Erasures, Holds, Journal, Profiles } from "../../src/index.ts"
import { postgresLayer } from "../../src/postgres/index.ts"
import { readAllRecords } from "../../src/upkeep/allRecords.ts"
import { madeUpLeave } from "../availabilitiesContract.ts"
import { madeUpHold } from "../holdsContract.ts"
import { appendAtTheEnd } from "../journalContract.ts"
import { pupil, recordCase } from "../madeUpCases.ts"
import { asked } from "../madeUpErasure.ts"
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

it.live("an education case with an event of a newer version is refused by name and hides no other", () =>
  Effect.gen(function* () {
    const database = yield* freshDatabase
    const services = yield* Layer.build(Layer.orDie(postgresLayer(yield* freshCouncil(database))))
    const cases = Context.get(services, EducationCases)
    for (const each of ["EDU-1", "EDU-2"]) yield* Effect.provide(recordCase(each, 2), services)
    const superuser = yield* connectedAs(database.as("postgres"))
    yield* superuser`alter table safe_return.education_events disable trigger only_added`
    yield* superuser`
      update safe_return.education_events set recorded = replace(recorded, 'StartRecorded', 'StartOfLater')
      where key = 'EDU1'`
    const refusals = [
      yield* Effect.flip(cases.read(pupil("EDU-1"))),
      yield* Effect.flip(Effect.provide(recordCase("EDU-1", 1, 2), services)),
      yield* Effect.flip(readAllRecords(services))
    ]
    for (const { message } of refusals) expect(message).toMatch(/EDU-1 was written by a newer version/)
    expect(yield* cases.pupils).toHaveLength(2)
    expect(yield* cases.read(pupil("EDU-2"))).toMatchObject({ version: 2 })
  }).pipe(Effect.scoped)
)

it.live("a newer version's hold, tombstone or absence hides no other, and is not written over", () =>
  Effect.gen(function* () {
    const database = yield* freshDatabase
    const place = yield* freshCouncil(database)
    const services = yield* Layer.build(Layer.orDie(postgresLayer(place)))
    const [holds, erasures] = [Context.get(services, Holds), Context.get(services, Erasures)]
    const [availabilities, journal] = [Context.get(services, Availabilities), Context.get(services, Journal)]
    for (const each of ["L-1", "L-2", "L-3"]) yield* Effect.provide(appendAtTheEnd(each, madeUpEvent(each)), services)
    for (const each of ["L-1", "L-2"]) yield* holds.set(madeUpHold(1, each))
    for (const each of ["UONE", "UTWO"]) yield* availabilities.bring(madeUpLeave(each))
    const [worker, another] = [PersonId.make("UONE"), PersonId.make("UTWO")]
    const superuser = yield* connectedAs(database.as("postgres"))

    yield* superuser`
      update safe_return.holds set holds = regexp_replace(holds, '"reason":"[^"]+"', '"reason":"of-later"')
      where child = ${one}`
    expect((yield* holds.all).map((hold) => hold.child)).toEqual([other])
    expect(yield* holds.unreadable).toEqual([one])
    const spelt = { ...asked, child: child("l-1") }
    const refusals = [
      yield* Effect.flip(holds.of(one)),
      yield* Effect.flip(holds.set(madeUpHold(2, "L-1"))),
      yield* Effect.flip(erasures.erase(spelt))
    ]
    for (const { message } of refusals) expect(message).toMatch(/legal hold .* L-1 .*newer version/)
    expect((yield* journal.read(one)).entries).toHaveLength(1)

    yield* superuser`
      update safe_return.availabilities set availability = regexp_replace(availability, '"away":', '"ofLater":1,"away":')
      where person = ${worker}`
    expect((yield* availabilities.all).size).toBe(2)
    yield* superuser`
      update safe_return.availabilities set availability = regexp_replace(availability, '"09:00"', '"of-later"')
      where person = ${worker}`
    const [row] = yield* superuser<{ availability: string }>`
      select availability from safe_return.availabilities where person = ${worker}`
    expect([...(yield* availabilities.all).keys()]).toEqual([another])
    expect(yield* availabilities.unreadable).toEqual([worker])
    const back = (person: PersonId) =>
      availabilities.change({ person, by: person, at: utc(2026, 11, 3), to: () => ({ away: [] }) })
    expect((yield* Effect.flip(back(worker))).message).toContain("newer version")
    yield* back(another)
    expect(yield* availabilities.letGo(() => ({ away: [] }))).toEqual([another])
    expect(yield* superuser`select availability from safe_return.availabilities where person = ${worker}`).toEqual([
      row
    ])

    // As a newer instance erases beside this one.
    const news = yield* erasures.subscribe
    const newer = yield* Layer.build(Layer.orDie(postgresLayer(place)))
    const gone = child("L-3")
    const { lastPosition, at } = yield* Context.get(newer, Erasures).erase({ ...asked, child: gone })
    yield* superuser`
      update safe_return.tombstones set tombstone = regexp_replace(tombstone, '"reason":"[^"]+"', '"reason":"of-later"')`
    expect(yield* Stream.runCollect(Stream.take(news, 1))).toEqual([{ child: gone, at, lastPosition }])
    expect([yield* erasures.all, yield* erasures.unreadable]).toEqual([[], [gone]])
    expect((yield* Effect.flip(readAllRecords(services))).message).toContain("newer version")

    yield* superuser`update safe_return.holds set holds = '[{"child":"L-1"}]' where child = ${one}`
    yield* superuser`update safe_return.availabilities set availability = '[]' where person = ${worker}`
    yield* superuser`update safe_return.tombstones set tombstone = '{"child":"L-3"}'`
    const damaged = [
      yield* Effect.flip(holds.all),
      yield* Effect.flip(availabilities.all),
      yield* Effect.flip(erasures.all)
    ]
    for (const { message } of damaged) expect(message).not.toContain("newer version")
  }).pipe(Effect.scoped)
)

import { describe, expect, it } from "@effect/vitest"
import { Instant } from "@safe-return/domain/calendar"
import { connectedAs } from "@safe-return/postgres-testkit"
import { Effect, Redacted } from "effect"
import { Journal, type NewEvent } from "../../src/index.ts"
import { postgresLayer } from "../../src/postgres/index.ts"
import { migrations } from "../../src/postgres/migrations/index.ts"
import { restarted } from "../restart.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"
import { freshDatabase } from "./freshDatabase.ts"

const ownedPlace = Effect.map(freshDatabase, (database) => ({
  url: Redacted.make(database.as(database.owner)),
  council: "Nowhereshire"
}))

const appended = (about: string, version: number, event: NewEvent) =>
  Effect.flatMap(Journal, (journal) => journal.append(child(about), version, [event]))

/** The database as a program left it that took an id for one of a child's alone. */
const asOfVersion7 = (url: string) =>
  Effect.gen(function* () {
    const sql = yield* connectedAs(url)
    const since = migrations.filter(({ version }) => version > 7)
    expect(since.map(({ version, statements }) => [version, statements.length])).toEqual([
      [8, 6],
      [9, 29],
      [10, 15],
      [11, 2],
      [12, 7],
      [13, 10],
      [14, 7],
      [15, 14]
    ])
    yield* sql`drop table safe_return.joined_up_events`
    yield* sql`drop function safe_return.erase_social_care_joins`
    yield* sql`drop table safe_return.published_scorecards`
    yield* sql`drop table safe_return.education_events`
    yield* sql`drop function safe_return.erase_education`
    yield* sql`drop table safe_return.duty_rota`
    yield* sql`alter table safe_return.councils drop column shadows`
    yield* sql`drop table safe_return.finished`
    yield* sql`drop index safe_return.streams_begin, safe_return.unsaid, safe_return.changed`
    yield* sql`drop trigger note_change on safe_return.profiles`
    yield* sql`drop function safe_return.note_change`
    yield* sql`alter table safe_return.profiles drop column changed_at`
    for (const trigger of ["only_added", "never_emptied"]) {
      yield* sql.unsafe(`drop trigger ${trigger} on safe_return.events`)
    }
    for (const name of ["only_added", "erase_held", "drop_deliveries_of_erased", "drop_team_deliveries"]) {
      yield* sql.unsafe(`drop function safe_return.${name}`)
    }
    yield* sql`alter table safe_return.events drop constraint one_of_each_id`
    yield* sql`alter table safe_return.events add unique (council, child, id)`
    yield* sql`drop function safe_return.leave_out_used_ids`
    yield* sql`delete from safe_return.migrations where version > 7`
    return sql
  })

const readAll = Effect.flatMap(Journal, (journal) => journal.readAll)

const otherwise: NewEvent = { ...madeUpEvent(1), recorded: { ...madeUpEvent(1).recorded, recordedAt: Instant(0) } }

describe("the shape of the database", () => {
  it.live("is made once when several instances start on an empty database together", () =>
    Effect.gen(function* () {
      const place = yield* ownedPlace
      const starts = Array.from({ length: 4 }, () => restarted(postgresLayer(place))(readAll))
      expect(yield* Effect.all(starts, { concurrency: "unbounded" })).toEqual([[], [], [], []])
    })
  )

  it.live.each(["none", "some"])("brings ids under one roof where of those before %s stood twice", (before) =>
    Effect.gen(function* () {
      const place = yield* ownedPlace
      const inPlace = restarted(postgresLayer(place))
      yield* inPlace(Effect.andThen(appended("LCS-1", 0, madeUpEvent(1)), appended("LCS-2", 0, madeUpEvent(2))))
      const sql = yield* asOfVersion7(Redacted.value(place.url))
      if (before === "some") {
        yield* sql`alter table safe_return.events no force row level security`
        yield* sql`update safe_return.events set id = 'event-1'`
      }
      const ids = before === "some" ? ["event-1", "event-1"] : ["event-1", "event-2"]
      expect((yield* inPlace(readAll)).map(({ id }) => id)).toEqual(ids)
      yield* inPlace(
        Effect.gen(function* () {
          for (const [about, version] of [
            ["LCS-3", 0],
            ["LCS-1", 1]
          ] as const) {
            const two = [madeUpEvent(9), otherwise]
            for (const events of [two, two.slice(1)]) {
              const journal = yield* Journal
              const refusal = yield* Effect.flip(journal.append(child(about), version, events))
              expect(refusal).toMatchObject({ _tag: "EventIdUsed", id: "event-1" })
            }
          }
          expect(yield* appended("LCS-1", 0, madeUpEvent(1))).toMatchObject([{ version: 1, position: 1 }])
          expect(yield* appended("LCS-3", 0, madeUpEvent(3))).toMatchObject([{ version: 1, position: 3 }])
          expect(yield* readAll).toHaveLength(3)
        })
      )
    }).pipe(Effect.scoped)
  )

  it.live("is refused in a sentence when a newer version has changed it, and left as it is", () =>
    Effect.gen(function* () {
      const place = yield* ownedPlace
      yield* restarted(postgresLayer(place))(
        Effect.flatMap(Journal, (journal) => journal.append(child("LCS-1"), 0, [madeUpEvent(1)]))
      )
      const sql = yield* connectedAs(Redacted.value(place.url))
      yield* sql`insert into safe_return.migrations (version, name) values (999, 'from the future')`
      const { message } = yield* Effect.flip(restarted(postgresLayer(place))(readAll))
      expect(message).toMatch(
        /has the shape of version 999, and this program knows versions up to \d+: start the newer/
      )
      yield* sql`delete from safe_return.migrations where version = 999`
      expect(yield* restarted(postgresLayer(place))(readAll)).toHaveLength(1)
    }).pipe(Effect.scoped)
  )
})

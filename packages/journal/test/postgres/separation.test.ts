import { describe, expect, it } from "@effect/vitest"
import { utc } from "@safe-return/domain/calendar"
import { connectedAs } from "@safe-return/postgres-testkit"
import { Effect, Redacted } from "effect"
import { Audit, Availabilities, Deliveries, Journal, Profiles } from "../../src/index.ts"
import { postgresLayer } from "../../src/postgres/index.ts"
import { madeUpLeave } from "../availabilitiesContract.ts"
import { madeUpEntry } from "../madeUpEntry.ts"
import { under } from "../referencesContract.ts"
import { restarted } from "../restart.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"
import { freshCouncil, freshDatabase } from "./freshDatabase.ts"

const TABLES = ["events", "police_references", "deliveries", "profiles", "availabilities", "audit", "audit_ends"]

const rememberSomething = Effect.gen(function* () {
  const journal = yield* Journal
  yield* journal.append(child("LCS-1"), 0, [madeUpEvent(1)])
  yield* journal.appendUnder(under(1), child("LCS-1"), 1, [madeUpEvent(2)])
  yield* (yield* Deliveries).keep(child("LCS-1"), { _tag: "Superseded", key: "a", by: "b", at: utc(2026, 11, 1) })
  yield* (yield* Profiles).bring({ child: child("LCS-1") })
  yield* (yield* Availabilities).bring(madeUpLeave("UMADEUP1"))
  yield* (yield* Audit).add(madeUpEntry(1))
})

/** Two councils in one database, both with something in it, and a connection of the second one's role. */
const neighbours = Effect.gen(function* () {
  const database = yield* freshDatabase
  const [ours, theirs] = [yield* freshCouncil(database), yield* freshCouncil(database)]
  for (const council of [ours, theirs]) yield* restarted(postgresLayer(council))(rememberSomething)
  const intruder = yield* connectedAs(Redacted.value(theirs.url))
  const superuser = yield* connectedAs(database.as("postgres"))
  return { database, ours, theirs, intruder, superuser }
})

describe("two councils in one database", () => {
  it.live("count their positions apart, and read their own alone", () =>
    Effect.gen(function* () {
      const { ours, theirs } = yield* neighbours
      for (const council of [ours, theirs]) {
        const entries = yield* restarted(postgresLayer(council))(Effect.flatMap(Journal, (journal) => journal.readAll))
        expect(entries.map(({ position }) => position)).toEqual([1, 2])
      }
    }).pipe(Effect.scoped)
  )

  it.live("cannot read, count, change, add to or take away from each other's, whatever is sent", () =>
    Effect.gen(function* () {
      const { ours, theirs, intruder, superuser } = yield* neighbours
      for (const table of [...TABLES, "councils", "roles"]) {
        const seen = yield* intruder.unsafe<{ council: string }>(`select council from safe_return.${table}`)
        expect(new Set(seen.map(({ council }) => council)), table).toEqual(new Set([theirs.council]))
        expect(yield* intruder.unsafe(`select from safe_return.${table} where council = '${ours.council}'`)).toEqual([])
      }
      const before = yield* superuser`select * from safe_return.events order by council, position`
      const forbidden = [
        `insert into safe_return.events values ('${ours.council}', 'LCS-9', 1, 3, 'event-9', '{}')`,
        `insert into safe_return.deliveries (council, subject, key, delivery, tag, said_at)
           values ('${ours.council}', 'LCS-9', 'k', '{}', 'Sent', now())`,
        `insert into safe_return.profiles values ('${ours.council}', 'LCS-9', '{}')`,
        `update safe_return.availabilities set council = '${ours.council}'`,
        `update safe_return.profiles set council = '${ours.council}'`,
        `insert into safe_return.police_references values ('${ours.council}', 'SYP-2026-9', 'LCS-9')`,
        `update safe_return.police_references set council = '${ours.council}'`,
        `update safe_return.deliveries set council = '${ours.council}'`,
        `insert into safe_return.roles values (current_user, '${ours.council}')`,
        `update safe_return.roles set council = '${ours.council}'`,
        `insert into safe_return.councils (council) values ('Elsewhere')`,
        `update safe_return.councils set council = 'Elsewhere'`,
        `delete from safe_return.profiles where council = '${ours.council}'`,
        `select set_config('role', '${ours.role}', false)`,
        `set role ${ours.role}`,
        "alter table safe_return.events disable row level security",
        "drop policy own_council on safe_return.events",
        "truncate safe_return.events"
      ]
      for (const statement of forbidden) {
        expect((yield* Effect.exit(intruder.unsafe(statement)))._tag, statement).toBe("Failure")
      }
      yield* intruder.unsafe(`update safe_return.councils set last_position = 99 where council = '${ours.council}'`)
      // A setting is a setting: who a person is depends on none.
      yield* intruder.unsafe(`select set_config('safe_return.council', '${ours.council}', false)`)
      expect(yield* intruder`select safe_return.own_council() as council`).toEqual([{ council: theirs.council }])
      expect(yield* superuser`select * from safe_return.events order by council, position`).toEqual(before)
      const [row] = yield* superuser<{ last: bigint; profiles: bigint }>`
        select last_position as last, (select count(*) from safe_return.profiles) as profiles
        from safe_return.councils where council = ${ours.council}`
      expect(row).toEqual({ last: 2n, profiles: 2n })
    }).pipe(Effect.scoped)
  )

  it.live("cannot edit or take away what they recorded themselves", () =>
    Effect.gen(function* () {
      const { intruder } = yield* neighbours
      for (const statement of [
        "update safe_return.events set recorded = '{}'",
        "delete from safe_return.events",
        "update safe_return.audit set line = '{}'",
        "delete from safe_return.audit",
        "delete from safe_return.audit_ends"
      ]) {
        expect((yield* Effect.exit(intruder.unsafe(statement)))._tag, statement).toBe("Failure")
      }
    }).pipe(Effect.scoped)
  )

  it.live("do not learn where the other's news are told of", () =>
    Effect.gen(function* () {
      const { ours, intruder, superuser } = yield* neighbours
      const channels = yield* intruder<{ channel: string }>`select channel from safe_return.councils`
      const [theirs] = yield* superuser<{ channel: string }>`
        select channel from safe_return.councils where council = ${ours.council}`
      expect(channels).toHaveLength(1)
      expect(channels.map(({ channel }) => channel)).not.toContain(theirs?.channel)
    }).pipe(Effect.scoped)
  )
})

describe("a role of the database", () => {
  const refusal = (place: Parameters<typeof postgresLayer>[0]) =>
    Effect.map(Effect.flip(restarted(postgresLayer(place))(Effect.void)), ({ message }) => message)

  it.live("is refused when it goes past row security", () =>
    Effect.gen(function* () {
      const database = yield* freshDatabase
      const message = yield* refusal({ url: Redacted.make(database.as("postgres")), council: "Nowhereshire" })
      expect(message).toContain("the user postgres goes past row security and would see every council's children")
    })
  )

  it.live("is refused by name when nobody admitted it, and when it speaks for another council", () =>
    Effect.gen(function* () {
      const { database, ours, superuser } = yield* neighbours
      yield* superuser.unsafe(`create role ${ours.role}_stranger login`)
      const stranger = Redacted.make(database.as(`${ours.role}_stranger`))
      expect(yield* refusal({ url: stranger, council: ours.council })).toContain(
        "this user has not been admitted to any council"
      )
      expect(yield* refusal({ url: ours.url, council: "Elsewhere" })).toContain(
        `the user ${ours.role} speaks for ${ours.council}, and this program is set up for Elsewhere`
      )
    }).pipe(Effect.scoped)
  )
})

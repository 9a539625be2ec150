import { describe, expect, it } from "@effect/vitest"
import { utc } from "@safe-return/domain/calendar"
import { connectedAs, freshDatabaseOn, startPostgres, wayTo } from "@safe-return/postgres-testkit"
import { Context, Effect, Fiber, Layer, Logger, Redacted, Schedule, Stream } from "effect"
import { Audit, Deliveries, Journal, JournalUnavailable, Profiles } from "../../src/index.ts"
import { admitCouncil, type CouncilDatabase, postgresLayer } from "../../src/postgres/index.ts"
import { madeUpEntry } from "../madeUpEntry.ts"
import { under } from "../referencesContract.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"
import { freshCouncil, freshDatabase, newCouncil } from "./freshDatabase.ts"

const READ_ONLY = "this database server takes no writes: let the address lead to the primary"

const over = <Place extends CouncilDatabase>(place: Place, ...ports: ReadonlyArray<number>): Place => ({
  ...place,
  url: Redacted.make(
    Redacted.value(place.url).replace(/127\.0\.0\.1:\d+/, ports.map((port) => `127.0.0.1:${port}`).join(","))
  )
})

const portOf = (place: CouncilDatabase) => Number(new URL(Redacted.value(place.url)).port)

const append = (about: string, version: number, event: number) =>
  Effect.flatMap(Journal, (journal) => journal.append(child(about), version, [madeUpEvent(event)]))

/** Connections made as this role from now on only read, as on a standby. */
const readOnly = (place: CouncilDatabase & { readonly role: string }, how: "on" | "off") =>
  Effect.scoped(
    Effect.gen(function* () {
      const superuser = yield* connectedAs(Redacted.value(place.url).replace(`//${place.role}@`, "//postgres@"))
      yield* superuser.unsafe(`alter role ${place.role} set default_transaction_read_only = ${how}`)
    })
  )

const refusal = <A, E>(effect: Effect.Effect<A, E, Journal>) =>
  Effect.map(Effect.flip(effect), (failed) => {
    if (!(failed instanceof JournalUnavailable)) throw failed
    return failed
  })

describe("a database server that takes no writes any more", () => {
  it.live("is left as soon as another answers at the same address, without a restart", () =>
    Effect.gen(function* () {
      const council = yield* newCouncil
      yield* readOnly(council, "on")
      const services = yield* Layer.build(postgresLayer(council))
      yield* Effect.gen(function* () {
        const refused = yield* refusal(append("LCS-1", 0, 1))
        expect(refused.reason).toContain(READ_ONLY)
        expect(refused.message).toContain("Nothing was changed.")
        const asked = { key: "card:1", channel: "C1", claimedAt: utc(2026, 11, 1), by: "this" }
        const unclaimed = yield* Effect.flip((yield* Deliveries).claim(child("LCS-1"), asked))
        expect(unclaimed.reason).toContain(READ_ONLY)
        const unaudited = yield* (yield* Audit).add(madeUpEntry(1)).pipe(Effect.timeout("5 seconds"), Effect.flip)
        expect(unaudited).toMatchObject({ _tag: "NotAudited", reason: expect.stringContaining(READ_ONLY) })
        yield* readOnly(council, "off")
        expect(yield* append("LCS-1", 0, 1)).toMatchObject([{ version: 1, position: 1 }])
        expect(yield* (yield* Deliveries).claim(child("LCS-1"), asked)).toMatchObject({ _tag: "Won" })
        yield* (yield* Profiles).bring({ child: child("LCS-1") })
        yield* (yield* Audit).add(madeUpEntry(2))
      }).pipe(Effect.provideContext(services))
    }).pipe(Effect.scoped)
  )

  it.live("is one of two that take none, and the other is let go of", () =>
    Effect.gen(function* () {
      const council = yield* newCouncil
      yield* readOnly(council, "on")
      const superuser = yield* connectedAs(Redacted.value(council.url).replace(`//${council.role}@`, "//postgres@"))
      const [port, way] = [portOf(council), yield* wayTo(portOf(council))]
      const connections = Effect.map(
        superuser<{ n: number }>`select count(*)::int as n from pg_stat_activity where usename = ${council.role}`,
        ([row]) => row?.n
      )
      const holds = (...ports: ReadonlyArray<number>) =>
        Effect.andThen(Layer.build(Layer.fresh(postgresLayer(over(council, ...ports)))), Effect.sleep(200))
      const one = yield* Effect.scoped(Effect.andThen(holds(port), connections))
      expect(one).toBeGreaterThan(0)
      yield* holds(port, way.port)
      // The server takes a moment to end a session.
      const two = yield* Effect.repeat(connections, {
        until: (count) => count === one,
        schedule: Schedule.spaced(50),
        times: 40
      })
      expect(two).toBe(one)
    }).pipe(Effect.scoped)
  )

  it.live(
    "is left for its standby once that is promoted, by an instance that only listens too",
    () =>
      Effect.gen(function* () {
        const server = (start: ReturnType<typeof startPostgres>) =>
          Effect.acquireRelease(
            Effect.promise(() => start),
            ({ remove }) => Effect.promise(remove)
          )
        const primary = yield* server(startPostgres({ settings: { fsync: "off" } }))
        const council = yield* freshCouncil(yield* freshDatabaseOn(primary.url("postgres", "postgres")))
        const standby = yield* server(primary.startStandby(primary.port))
        // The standby comes first in the address, and is passed over while it is one.
        const place = over(council, standby.port, primary.port)
        const [here, there] = yield* Effect.all([0, 1].map(() => Layer.build(Layer.fresh(postgresLayer(place)))))
        if (here === undefined || there === undefined) return yield* Effect.die("no instances")
        const news = yield* Context.get(there, Journal).subscribe
        const heard = yield* Effect.forkChild(news.pipe(Stream.take(2), Stream.runCollect))
        const [first] = yield* Effect.provideContext(append("LCS-1", 0, 1), here)
        const superuser = yield* connectedAs(primary.url("postgres", "postgres"))
        yield* superuser`alter system set default_transaction_read_only = on`
        yield* superuser`select pg_reload_conf()`
        const promoter = yield* connectedAs(standby.url("postgres", "postgres"))
        for (let replayed = false; !replayed; ) {
          const [row] = yield* promoter<{
            there: boolean
          }>`select pg_last_wal_replay_lsn() >= pg_last_wal_receive_lsn() as there`
          replayed = row?.there === true
        }
        yield* promoter`select pg_promote()`
        const [second] = yield* Effect.provideContext(append("LCS-2", 0, 2), here)
        expect(yield* Fiber.join(heard)).toEqual([first, second])
        expect(second?.position).toBe(2)
      }).pipe(Effect.scoped),
    60_000
  )
})

describe("an answer that is lost on its way", () => {
  it.live("is asked for again, and what it was about is recorded once", () =>
    Effect.gen(function* () {
      const council = yield* newCouncil
      const way = yield* wayTo(portOf(council))
      const services = yield* Layer.build(postgresLayer(over(council, way.port)))
      yield* Effect.gen(function* () {
        const journal = yield* Journal
        yield* append("LCS-1", 0, 1)
        yield* way.loseAnswerTo("event-2")
        expect(yield* append("LCS-1", 1, 2)).toMatchObject([{ version: 2, position: 2 }])
        yield* way.loseAnswerTo("event-3")
        expect(yield* journal.appendUnder(under(1), child("LCS-1"), 2, [madeUpEvent(3)])).toMatchObject([
          { position: 3 }
        ])
        expect((yield* journal.readAll).map(({ id }) => id)).toEqual(["event-1", "event-2", "event-3"])
      }).pipe(Effect.provideContext(services))
    }).pipe(Effect.scoped)
  )

  it.live("is said to be in doubt where the server is gone for those who ask again", () =>
    Effect.gen(function* () {
      const council = yield* newCouncil
      const way = yield* wayTo(portOf(council))
      const services = yield* Layer.build(postgresLayer(over(council, way.port)))
      yield* Effect.gen(function* () {
        yield* append("LCS-1", 0, 1)
        yield* way.loseAnswerTo("event-2")
        // Nobody is at the other end for the next.
        yield* way.leadTo(1)
        const lost = yield* refusal(append("LCS-1", 1, 2))
        expect(lost).toMatchObject({ inDoubt: true, reason: "the database does not answer" })
        expect(lost.message).toContain("It may have been saved all the same: look first.")
        const never = yield* refusal(append("LCS-1", 2, 3))
        expect(never.inDoubt).toBeUndefined()
        yield* way.leadTo(portOf(council))
        expect(yield* append("LCS-1", 1, 2)).toMatchObject([{ version: 2, position: 2 }])
        expect(yield* append("LCS-1", 2, 3)).toMatchObject([{ version: 3, position: 3 }])
      }).pipe(Effect.provideContext(services))
    }).pipe(Effect.scoped)
  )
})

describe("a server that refuses for a while", () => {
  it.live("names the session to end where a row stays locked, and changes nothing", () =>
    Effect.gen(function* () {
      const council = yield* newCouncil
      const superuser = yield* connectedAs(Redacted.value(council.url).replace(`//${council.role}@`, "//postgres@"))
      const services = yield* Layer.build(postgresLayer(council))
      yield* Effect.gen(function* () {
        yield* append("LCS-1", 0, 1)
        yield* superuser.withTransaction(
          Effect.gen(function* () {
            yield* superuser`select from safe_return.councils where council = ${council.council} for update`
            const waiting = yield* Effect.forkChild(refusal(append("LCS-1", 1, 2)))
            const locked = yield* Fiber.join(waiting)
            expect(locked.reason).toContain("another session holds a table or a row of the database")
            expect(locked.message).toContain("Nothing was changed.")
          })
        )
        expect(yield* append("LCS-1", 1, 2)).toMatchObject([{ version: 2, position: 2 }])
      }).pipe(Effect.provideContext(services))
    }).pipe(Effect.scoped)
  )

  it.live("says that it has no connection left, and takes the next when it has", () =>
    Effect.gen(function* () {
      const council = yield* newCouncil
      const superuser = yield* connectedAs(Redacted.value(council.url).replace(`//${council.role}@`, "//postgres@"))
      const services = yield* Layer.build(postgresLayer(council))
      yield* Effect.gen(function* () {
        yield* append("LCS-1", 0, 1)
        yield* superuser.unsafe(`alter role ${council.role} connection limit 0`)
        yield* superuser`select pg_terminate_backend(pid) from pg_stat_activity where usename = ${council.role}`
        const full = yield* refusal(Effect.flatMap(Journal, (journal) => journal.read(child("LCS-1"))))
        expect(full.reason).toContain("the database has no connection left for this user")
        yield* superuser.unsafe(`alter role ${council.role} connection limit -1`)
        expect(yield* append("LCS-1", 1, 2)).toMatchObject([{ version: 2, position: 2 }])
      }).pipe(Effect.provideContext(services))
    }).pipe(Effect.scoped)
  )
})

describe("a connection pooler in between", () => {
  it.live("that takes no settings is used without them where the server makes appends durable", () =>
    Effect.gen(function* () {
      const council = yield* newCouncil
      const way = yield* wayTo(portOf(council), { refusesSettings: true })
      const place = over(council, way.port)
      const services = yield* Layer.build(postgresLayer(place))
      expect(yield* Effect.provideContext(append("LCS-1", 0, 1), services)).toMatchObject([{ position: 1 }])
      const superuser = yield* connectedAs(Redacted.value(council.url).replace(`//${council.role}@`, "//postgres@"))
      yield* superuser.unsafe(`alter role ${council.role} set synchronous_commit = off`)
      const refused = yield* Effect.flip(Effect.scoped(Layer.build(Layer.fresh(postgresLayer(place)))))
      expect(refused.message).toContain(`alter role ${council.role} set synchronous_commit = on`)
    }).pipe(Effect.scoped)
  )
})

describe("what a council's role may do in the shared tables", () => {
  const SHARED = ["events", "deliveries", "profiles", "audit", "audit_ends", "holds", "police_references", "councils"]

  it.live("is not to lock them for the other councils", () =>
    Effect.gen(function* () {
      const council = yield* newCouncil
      const sql = yield* connectedAs(Redacted.value(council.url))
      for (const table of SHARED) {
        const locking = sql.withTransaction(sql.unsafe(`lock table safe_return.${table} in share mode`))
        expect((yield* Effect.exit(locking))._tag, table).toBe("Failure")
      }
    }).pipe(Effect.scoped)
  )

  it.live("is not to edit events, whatever was granted since, and that is said and taken back", () =>
    Effect.gen(function* () {
      const database = yield* freshDatabase
      const council = yield* freshCouncil(database)
      const superuser = yield* connectedAs(database.as("postgres"))
      const sql = yield* connectedAs(Redacted.value(council.url))
      const services = yield* Layer.build(Layer.fresh(postgresLayer(council)))
      yield* Effect.provideContext(append("LCS-1", 0, 1), services)
      yield* superuser.unsafe(`grant update, delete, truncate on safe_return.events to public, ${council.role}`)
      for (const statement of [
        "update safe_return.events set recorded = '{}'",
        "delete from safe_return.events",
        "truncate safe_return.events"
      ]) {
        expect((yield* Effect.exit(sql.unsafe(statement)))._tag, statement).toBe("Failure")
      }
      const said: Array<string> = []
      const hearing = Logger.layer([Logger.make(({ message }) => said.push(String(message)))])
      yield* Effect.scoped(Layer.build(Layer.fresh(postgresLayer(council)))).pipe(Effect.provide(hearing))
      expect(said.join()).toContain(
        `(events): as the database's owner, run safe-return journal admit --role ${council.role}`
      )
      yield* admitCouncil({ url: Redacted.make(database.as(database.owner)) }, council.role, council.council)
      const after = yield* sql`
        select has_table_privilege('safe_return.events', 'update, delete, truncate') as more,
          has_column_privilege('safe_return.profiles', 'profile', 'update') as enough`
      expect(after).toEqual([{ more: false, enough: true }])
    }).pipe(Effect.scoped)
  )
})

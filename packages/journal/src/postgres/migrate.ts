/** Brings the database to the shape this version knows, once, by the first of several instances to start. */
import type { PgClient } from "@effect/sql-pg"
import { Effect } from "effect"
import { JournalUnavailable } from "../Journal.ts"
import { Database } from "./Database.ts"
import { migrations, newestVersion } from "./migrations/index.ts"

/** Any number nobody else in the database locks. */
const LOCK = 7_233_733_777

/** Instances that start together wait here for the first, until its transaction is over. */
export const startingAlone = (sql: PgClient.PgClient) =>
  Effect.andThen(sql`set local lock_timeout = '60s'`, sql`select pg_advisory_xact_lock(${BigInt(LOCK)})`)

/** Version 0 without the schema; `closed` where it is there and this role may not enter it. */
const lookAt = Effect.fnUntraced(function* (sql: PgClient.PgClient) {
  const [found] = yield* sql<{ entered: boolean | null }>`
    select has_schema_privilege(to_regnamespace('safe_return')::oid, 'usage') as entered`
  if (found?.entered == null) return { version: 0, closed: false }
  if (!found.entered) return { version: 0, closed: true }
  const [row] = yield* sql<{ version: number }>`select coalesce(max(version), 0) as version from safe_return.migrations`
  return { version: row?.version ?? 0, closed: false }
})

const apply = Effect.fnUntraced(function* (sql: PgClient.PgClient) {
  yield* startingAlone(sql)
  // Waiting for a table holds up all who come after, so it gives up and says who has it.
  yield* sql`set local lock_timeout = '2s'`
  yield* sql.unsafe("create schema if not exists safe_return")
  yield* sql.unsafe(`create table if not exists safe_return.migrations (
    version integer primary key, name text not null, applied_at timestamptz not null default now()
  )`)
  yield* sql.unsafe("grant select on safe_return.migrations to public")
  const { version } = yield* lookAt(sql)
  for (const migration of migrations.filter((migration) => migration.version > version)) {
    for (const statement of migration.statements) yield* sql.unsafe(statement)
    yield* sql`insert into safe_return.migrations ${sql.insert({ version: migration.version, name: migration.name })}`
  }
})

const mayMigrate = (sql: PgClient.PgClient) =>
  Effect.map(
    sql<{ may: boolean }>`
      select coalesce(
        (select pg_has_role(nspowner, 'usage') from pg_namespace where nspname = 'safe_return'),
        has_database_privilege(current_database(), 'create')
      ) as may`,
    ([row]) => row?.may === true
  )

/** Applies every missing migration, all or none; refuses a newer database, and an older one it may not change. */
export const migrate = Effect.gen(function* () {
  const { read, readAtLength, shown } = yield* Database
  const refuse = (reason: string) => new JournalUnavailable({ path: shown, reason })
  const { closed, version } = yield* read(lookAt)
  if (version > newestVersion) {
    const newer = `it has the shape of version ${version}, and this program knows versions up to ${newestVersion}`
    return yield* refuse(`${newer}: start the newer program, or restore a backup from before it ran`)
  }
  if (version === newestVersion) return
  if (closed) {
    return yield* refuse("this user has not been admitted to any council: ask the owner of the database to admit it")
  }
  if (!(yield* read(mayMigrate))) {
    const older = `it has the shape of version ${version}, this program needs version ${newestVersion}`
    return yield* refuse(`${older}, and this user may not change it: run the program once as the schema's owner`)
  }
  yield* readAtLength((sql) => sql.withTransaction(apply(sql)))
})

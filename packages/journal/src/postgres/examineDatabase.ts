/** What a check of the settings can say of a database without changing it. */
import { PgClient } from "@effect/sql-pg"
import { type ChildReference, referencesOnRecord } from "@safe-return/domain/pathway"
import { Duration, Effect, Result, Schema } from "effect"
import { Reactivity } from "effect/reactivity"
import { type DatabaseHost, type DatabasePlace, databaseAddress } from "./databaseAddress.ts"
import { newestVersion } from "./migrations/index.ts"

export interface DatabaseStanding {
  /** The server's clock, in milliseconds. */
  readonly now: number
  readonly version: number
  readonly newestVersion: number
  readonly isReadOnly: boolean
  /** As this role and database have it: each session of ours turns it on. */
  readonly synchronousCommit: string
  /** The council the user speaks for; none where it speaks for none yet. */
  readonly council: string | undefined
  readonly mayMigrate: boolean
  /** Of everybody on record. */
  readonly references: ReadonlyArray<ChildReference>
  /** References with a record each, though they differ in spelling alone. */
  readonly ambiguousReferences: ReadonlyArray<ReadonlyArray<ChildReference>>
}

/** It does not answer, refuses us, or its address cannot be used. */
class DatabaseNotExamined extends Schema.TaggedError<DatabaseNotExamined>()("DatabaseNotExamined", {
  reason: Schema.String
}) {
  override get message() {
    return `${this.reason}.`
  }
}

/** How long the whole may take. */
const WITHIN = Duration.seconds(8)

/** PostgreSQL's own word or the code of the connection, which hold no password. */
const reasonOf = (cause: unknown): string => {
  const { code, cause: inner, reason } = (cause ?? {}) as Readonly<Record<string, unknown>>
  if (typeof code === "string") return code
  for (const next of [inner, reason]) if (typeof next === "object" && next !== null) return reasonOf(next)
  return "no answer"
}

export const examineDatabase = Effect.fn("examineDatabase")(function* (place: DatabasePlace) {
  const address = yield* Effect.mapError(
    databaseAddress(place),
    ({ reason }) => new DatabaseNotExamined({ reason: `its address cannot be used: ${reason}` })
  )
  const ask = Effect.fnUntraced(
    function* ({ host, port }: DatabaseHost) {
      const sql = yield* PgClient.make({
        host,
        port,
        // A pooler in between keeps no prepared statements.
        prepare: false,
        database: address.database,
        username: address.username,
        ...(address.password === undefined ? {} : { password: address.password }),
        ssl: address.ssl,
        applicationName: "safe-return-doctor",
        connectTimeout: Duration.seconds(5),
        maxConnections: 1
      }).pipe(Effect.provide(Reactivity.layer))
      const [server] = yield* sql<{
        now: string
        readonly: boolean
        commit: string
        entered: boolean | null
        may: boolean
      }>`
        select (extract(epoch from clock_timestamp()) * 1000)::bigint::text as now,
          pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' as readonly,
          current_setting('synchronous_commit') as commit,
          has_schema_privilege(to_regnamespace('safe_return')::oid, 'usage') as entered,
          coalesce(
            (select pg_has_role(nspowner, 'usage') from pg_namespace where nspname = 'safe_return'),
            has_database_privilege(current_database(), 'create')
          ) as may`
      const isEntered = server?.entered === true
      const [made] = isEntered
        ? yield* sql<{ version: number }>`select coalesce(max(version), 0) as version from safe_return.migrations`
        : []
      // The table of roles comes with the first migration.
      const [role] =
        isEntered && (made?.version ?? 0) > 0
          ? yield* sql<{ council: string }>`select council from safe_return.roles where role = current_user`
          : []
      const children =
        role === undefined
          ? []
          : yield* sql<{ child: ChildReference }>`select distinct child from safe_return.events order by child`
      return {
        now: Number(server?.now),
        version: made?.version ?? 0,
        newestVersion,
        isReadOnly: server?.readonly === true,
        synchronousCommit: server?.commit ?? "not known",
        council: role?.council,
        mayMigrate: server?.may === true,
        references: children.map(({ child }) => child),
        ambiguousReferences: referencesOnRecord(children.map(({ child }) => child)).ambiguousReferences()
      } satisfies DatabaseStanding
    },
    Effect.scoped,
    Effect.timeout(WITHIN),
    Effect.mapError((cause) => new DatabaseNotExamined({ reason: reasonOf(cause) }))
  )

  const answers = yield* Effect.forEach(address.hosts, (host) => Effect.result(ask(host)), { concurrency: "unbounded" })
  const standings = answers.flatMap((answer) => (Result.isSuccess(answer) ? [answer.success] : []))
  // The bot uses the first that takes writes, too.
  const standing = standings.find(({ isReadOnly }) => !isReadOnly) ?? standings[0]
  return (
    standing ?? (yield* Effect.fromResult(answers[0] ?? Result.fail(new DatabaseNotExamined({ reason: "no host" }))))
  )
})

/** Which council a role of the database speaks for. */
import type { PgClient } from "@effect/sql-pg"
import { Effect } from "effect"
import { JournalUnavailable } from "../Journal.ts"
import { Database } from "./Database.ts"
import { startingAlone } from "./migrate.ts"
import { leastPrivilege } from "./migrations/0009_least_privilege.ts"
import { finishedRights } from "./migrations/0010_finished_children.ts"
import { shadowRights } from "./migrations/0011_shadow.ts"
import { dutyRotaRights } from "./migrations/0012_duty_rota.ts"
import { educationRights } from "./migrations/0013_education_cases.ts"
import { publishedScorecardsRights } from "./migrations/0014_published_scorecards.ts"
import { joinedUpRights } from "./migrations/0015_joined_up.ts"

interface Standing {
  readonly role: string
  readonly owns: boolean
  readonly unbound: boolean
  readonly council: string | null
  /** Tables in which it may do more than the bot does. */
  readonly excess: string | null
}

const standing = (sql: PgClient.PgClient) =>
  Effect.map(
    sql<Standing>`
      select current_user::text as role, pg_has_role(n.nspowner, 'usage') as owns,
        u.rolsuper or u.rolbypassrls as unbound,
        (select r.council from safe_return.roles r where r.role = current_user) as council,
        (select string_agg(c.relname, ', ' order by c.relname) from pg_class c
          where c.relnamespace = n.oid and c.relkind = 'r'
            and has_table_privilege(c.oid, 'update, delete, truncate')) as excess
      from pg_roles u, pg_namespace n where u.rolname = current_user and n.nspname = 'safe_return'`,
    ([row]) => row
  )

const admitted = (role: string, council: string) => (sql: PgClient.PgClient) =>
  sql.withTransaction(
    Effect.gen(function* () {
      // PostgreSQL refuses one of two grants on a schema that are made at the same moment.
      yield* startingAlone(sql)
      yield* sql`insert into safe_return.councils ${sql.insert({ council })} on conflict do nothing`
      yield* sql`insert into safe_return.roles ${sql.insert({ role, council })} on conflict do nothing`
      yield* sql`grant usage on schema safe_return to ${sql(role)}`
      // A right granted by hand since would let this council lock the others out.
      const [row] = yield* sql<{ owns: boolean }>`
        select pg_has_role(${role}, nspowner, 'usage') as owns from pg_namespace where nspname = 'safe_return'`
      const others = row?.owns === true ? ["public"] : ["public", `"${role.replaceAll('"', '""')}"`]
      for (const statement of [
        ...others.flatMap(leastPrivilege),
        ...finishedRights,
        ...shadowRights,
        ...dutyRotaRights,
        ...publishedScorecardsRights,
        ...educationRights,
        ...joinedUpRights
      ])
        yield* sql.unsafe(statement)
    })
  )

/** For the schema's owner: lets a role of the database speak for one council, for good. */
export const admit = Effect.fn("admit")(function* (role: string, council: string) {
  const { read, shown, write } = yield* Database
  yield* write(admitted(role, council))
  const [row] = yield* read(
    (sql) => sql<{ council: string }>`select council from safe_return.roles where role = ${role}`
  )
  if (row?.council === council) return
  const reason = `the user ${role} speaks for ${row?.council ?? "nobody"} already: make one of its own for ${council}`
  return yield* new JournalUnavailable({ path: shown, reason })
})

/** Makes sure that this role speaks for `council` alone; the schema's owner admits itself. */
export const speakFor = Effect.fn("speakFor")(function* (council: string) {
  const { read, shown } = yield* Database
  const refuse = (reason: string) => new JournalUnavailable({ path: shown, reason })
  const found = yield* read(standing)
  if (found === undefined || found.unbound) {
    const who = `the user ${found?.role ?? "asked for"} goes past row security and would see every council's children`
    return yield* refuse(`${who}: make a user of its own for this program, without superuser or bypassrls`)
  }
  if (!found.owns && found.excess !== null) {
    const remedy = `as the database's owner, run safe-return journal admit --role ${found.role} --council ${council}`
    yield* Effect.logWarning(
      `The user ${found.role} may change or lock what other councils share (${found.excess}): ${remedy}.`
    )
  }
  if (found.council === council) return
  if (found.council !== null) {
    return yield* refuse(
      `the user ${found.role} speaks for ${found.council}, and this program is set up for ${council}`
    )
  }
  if (!found.owns) return yield* refuse(`the user ${found.role} has not been admitted to ${council}`)
  yield* admit(found.role, council)
})

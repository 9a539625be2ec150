import { randomUUID } from "node:crypto"
import { PgClient } from "@effect/sql-pg"
import { askForPostgres } from "@safe-return/postgres-testkit"
import { Effect, Redacted } from "effect"
import { Reactivity } from "effect/reactivity"
import { admitCouncil, type CouncilDatabase } from "../../src/postgres/index.ts"

/** A connection of the test's own, for what only the database's owner or another program would do. */
export const connectedAs = (url: string) =>
  PgClient.make({ url: Redacted.make(url), maxConnections: 2 }).pipe(Effect.provide(Reactivity.layer), Effect.orDie)

const named = (word: string) => `${word}_${randomUUID().replaceAll("-", "")}`

export interface FreshDatabase {
  /** The address for one of its users. */
  readonly as: (user: string) => string
  /** The role that owns it and is nothing else. */
  readonly owner: string
}

/** A database of the test's own on the run's server, or on another one. */
export const freshDatabaseOn = (superuser: string): Effect.Effect<FreshDatabase> =>
  Effect.scoped(
    Effect.gen(function* () {
      const sql = yield* connectedAs(superuser)
      const database = named("test")
      const owner = named("owner")
      yield* sql.unsafe(`create role ${owner} login`)
      yield* sql.unsafe(`create database ${database} owner ${owner}`)
      const as = (user: string) => {
        const url = new URL(superuser)
        url.username = user
        url.pathname = database
        return url.href
      }
      return { as, owner }
    }).pipe(Effect.orDie)
  )

export const freshDatabase = Effect.flatMap(Effect.promise(askForPostgres), freshDatabaseOn)

/** A made-up council of the test's own in a database, and the role that speaks for it. */
export const freshCouncil = (database: FreshDatabase): Effect.Effect<CouncilDatabase & { readonly role: string }> =>
  Effect.scoped(
    Effect.gen(function* () {
      const superuser = yield* connectedAs(database.as("postgres"))
      const role = named("bot")
      const council = named("Nowhereshire")
      yield* superuser.unsafe(`create role ${role} login`)
      yield* admitCouncil({ url: Redacted.make(database.as(database.owner)) }, role, council)
      return { url: Redacted.make(database.as(role)), council, role }
    }).pipe(Effect.orDie)
  )

let shared: Promise<FreshDatabase> | undefined

/** The same in one database of the test file's own: quicker, and as separate. */
export const newCouncil = Effect.suspend(() => {
  shared ??= Effect.runPromise(freshDatabase)
  return Effect.flatMap(
    Effect.promise(() => shared as Promise<FreshDatabase>),
    freshCouncil
  )
})

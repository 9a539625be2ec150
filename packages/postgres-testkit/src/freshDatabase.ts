/** A database of its own on a server, for tests that must not see one another. */
import { randomUUID } from "node:crypto"
import { PgClient } from "@effect/sql-pg"
import { Effect, Redacted } from "effect"
import { Reactivity } from "effect/reactivity"

/** A connection of the test's own, for what only the database's owner or another program would do. */
export const connectedAs = (url: string) =>
  PgClient.make({ url: Redacted.make(url), maxConnections: 2 }).pipe(Effect.provide(Reactivity.layer), Effect.orDie)

/** A name nobody else on the server has. */
export const named = (word: string) => `${word}_${randomUUID().replaceAll("-", "")}`

export interface FreshDatabase {
  /** The address for one of its users. */
  readonly as: (user: string) => string
  /** The role that owns it and is nothing else. */
  readonly owner: string
}

/** A new database, for a user who may do anything on its server. */
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

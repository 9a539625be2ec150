import { askForPostgres, connectedAs, type FreshDatabase, freshDatabaseOn, named } from "@safe-return/postgres-testkit"
import { Effect, Redacted } from "effect"
import { admitCouncil, type CouncilDatabase } from "../../src/postgres/index.ts"

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

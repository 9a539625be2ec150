/** A transaction that no append, hold or erasure of the same council overlaps. */
import type { PgClient } from "@effect/sql-pg"
import { Effect } from "effect"

export const councilTransaction = <A, E>(sql: PgClient.PgClient, effect: Effect.Effect<A, E>) =>
  sql.withTransaction(
    Effect.andThen(
      sql`select from safe_return.councils where council = safe_return.own_council() for no key update`,
      effect
    )
  )

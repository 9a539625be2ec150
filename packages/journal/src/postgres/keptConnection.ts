/** A connection kept for statements in a row: borrowing one for each costs as much as the statement. */
import type { PgClient } from "@effect/sql-pg"
import { Effect, Exit, Scope } from "effect"
import type { Connection } from "effect/sql/SqlConnection"
import type { SqlError } from "effect/sql/SqlError"

interface Kept {
  readonly connection: Connection
  readonly scope: Scope.Closeable
}

/** Rows as lists of values. */
export type Statement = (
  text: string,
  parameters: ReadonlyArray<unknown>
) => Effect.Effect<ReadonlyArray<ReadonlyArray<unknown>>, SqlError>

export const openKeptConnection = Effect.fnUntraced(function* (sql: PgClient.PgClient) {
  const parent = yield* Effect.scope
  let kept: Kept | undefined

  const open = Effect.suspend(() => {
    const scope = Scope.forkUnsafe(parent)
    return Scope.provide(sql.reserve, scope).pipe(
      Effect.map((connection): Kept => ({ connection, scope })),
      Effect.onError((cause) => Scope.close(scope, Exit.failCause(cause)))
    )
  })

  const statement: Statement = (text, parameters) =>
    Effect.suspend(() => {
      const found = kept
      // Taken while in use and put back when it has answered, so that one that hangs holds up nobody else.
      kept = undefined
      return Effect.flatMap(found === undefined ? open : Effect.succeed(found), (using) =>
        using.connection.executeValues(text, parameters).pipe(
          Effect.onError((cause) => Scope.close(using.scope, Exit.failCause(cause))),
          Effect.map((rows) => {
            kept = using
            return rows
          })
        )
      )
    })
  return statement
})

/** Holds in PostgreSQL, a row a child. */
import type { PgClient } from "@effect/sql-pg"
import type { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Layer, type Result, Schema } from "effect"
import { Hold, type HoldRefused, Holds, withHold, withRelease } from "../Holds.ts"
import { alone } from "./alone.ts"
import { Database } from "./Database.ts"
import { keptText } from "./keptText.ts"

const everyRow = (sql: PgClient.PgClient) => sql<{ holds: string }>`select holds from safe_return.holds order by child`

const findHolds = (child: ChildReference) => (sql: PgClient.PgClient) =>
  sql<{ holds: string }>`select holds from safe_return.holds where child = ${child}`

/** Holds, a child's own oldest first, as seen within a transaction or outside of one. */
export const holdsOf = (shown: string) => {
  const kept = keptText(Schema.Array(Hold), shown)
  return {
    kept,
    all: (sql: PgClient.PgClient) =>
      Effect.flatMap(everyRow(sql), (rows) =>
        Effect.map(
          Effect.forEach(rows, ({ holds }) => kept.decode(holds)),
          (holds) => holds.flat()
        )
      ),
    of: (child: ChildReference) => (sql: PgClient.PgClient) =>
      Effect.flatMap(findHolds(child)(sql), ([row]) =>
        row === undefined ? Effect.succeed([]) : kept.decode(row.holds)
      )
  }
}

const openHolds = Effect.gen(function* () {
  const { read, readAtLength, shown, write } = yield* Database
  const { all, kept, of } = holdsOf(shown)

  const change = (
    child: ChildReference,
    changed: (holds: ReadonlyArray<Hold>) => Result.Result<ReadonlyArray<Hold>, HoldRefused>
  ) =>
    write((sql) =>
      alone(
        sql,
        Effect.gen(function* () {
          const holds = yield* kept.encode(yield* Effect.fromResult(changed(yield* of(child)(sql))))
          yield* sql`
            insert into safe_return.holds (council, child, holds)
            values (safe_return.own_council(), ${child}, ${holds})
            on conflict (council, child) do update set holds = excluded.holds`
        })
      )
    )

  return Holds.of({
    of: Effect.fn("Holds.of")((child) => read(of(child))),
    all: readAtLength(all),
    set: Effect.fn("Holds.set")((hold) => change(hold.child, (holds) => withHold(holds, hold))),
    release: Effect.fn("Holds.release")((release) => change(release.child, (holds) => withRelease(holds, release)))
  })
})

export const holdsInDatabase = Layer.effect(Holds, openHolds)

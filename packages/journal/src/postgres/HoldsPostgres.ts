/** Holds in PostgreSQL, a row a child. */
import type { PgClient } from "@effect/sql-pg"
import type { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Layer, type Result, Schema } from "effect"
import { Hold, type HoldRefused, Holds, withHold, withRelease } from "../Holds.ts"
import { alone } from "./alone.ts"
import { Database } from "./Database.ts"
import { keptText } from "./keptText.ts"

const findHolds = (child: ChildReference) => (sql: PgClient.PgClient) =>
  sql<{ holds: string }>`select holds from safe_return.holds where child = ${child}`

/** A child's holds, oldest first, as whoever asks within a transaction or outside of one sees them. */
export const holdsOf = (shown: string) => {
  const kept = keptText(Schema.Array(Hold), shown)
  return {
    kept,
    of: (child: ChildReference) => (sql: PgClient.PgClient) =>
      Effect.flatMap(findHolds(child)(sql), ([row]) =>
        row === undefined ? Effect.succeed([]) : kept.decode(row.holds)
      )
  }
}

const openHolds = Effect.gen(function* () {
  const { read, readAtLength, shown, write } = yield* Database
  const { kept, of } = holdsOf(shown)

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
    all: Effect.gen(function* () {
      const rows = yield* readAtLength(
        (sql) => sql<{ holds: string }>`select holds from safe_return.holds order by child`
      )
      return (yield* Effect.forEach(rows, ({ holds }) => kept.decode(holds))).flat()
    }),
    set: Effect.fn("Holds.set")((hold) => change(hold.child, (holds) => withHold(holds, hold))),
    release: Effect.fn("Holds.release")((release) => change(release.child, (holds) => withRelease(holds, release)))
  })
})

export const holdsInDatabase = Layer.effect(Holds, openHolds)

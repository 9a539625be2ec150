/** Holds in PostgreSQL, a row a child. */
import type { PgClient } from "@effect/sql-pg"
import { ChildReference, isSameReference } from "@safe-return/domain/pathway"
import { Effect, Layer, Option, type Result, Schema } from "effect"
import { needsNewer } from "../documents/newerDocument.ts"
import { Hold, type HoldRefused, Holds, withHold, withRelease } from "../Holds.ts"
import { councilTransaction } from "./councilTransaction.ts"
import { Database } from "./Database.ts"
import { textColumn } from "./textColumn.ts"

/** What every version's holds have had in common. */
const LeastHolds = Schema.Array(Schema.Struct({ child: ChildReference, reference: Schema.NonEmptyString }))

interface Row {
  readonly child: ChildReference
  readonly holds: string
}

const everyRow = (sql: PgClient.PgClient) => sql<Row>`select child, holds from safe_return.holds order by child`

const findRow = (child: ChildReference) => (sql: PgClient.PgClient) =>
  sql<Row>`select child, holds from safe_return.holds where child = ${child}`

/** Holds, a child's own oldest first, as seen within a transaction or outside of one. */
export const holdsOf = (shown: string) => {
  const kept = textColumn(Schema.Array(Hold), shown, LeastHolds)
  const newer = (child: ChildReference) => needsNewer(shown, `a legal hold on the records of ${child}`)

  /** Where they cannot be read nobody knows that none stands: the child's records are not erased. */
  const read = (rows: ReadonlyArray<Row>) =>
    Effect.map(
      Effect.forEach(rows, ({ child, holds }) =>
        Effect.flatMap(
          kept.decodeOrPassOver(holds),
          Option.match({ onNone: () => Effect.fail(newer(child)), onSome: Effect.succeed })
        )
      ),
      (holds) => holds.flat()
    )

  return {
    kept,
    all: (sql: PgClient.PgClient) =>
      Effect.flatMap(everyRow(sql), (rows) =>
        Effect.map(
          Effect.forEach(rows, ({ holds }) => kept.decodeOrPassOver(holds)),
          (holds) => holds.flatMap(Option.toArray).flat()
        )
      ),
    of: (child: ChildReference) => (sql: PgClient.PgClient) => Effect.flatMap(findRow(child)(sql), read),
    ofAnySpelling: (child: ChildReference) => (sql: PgClient.PgClient) =>
      Effect.flatMap(everyRow(sql), (rows) => read(rows.filter((row) => isSameReference(row.child, child)))),
    /** What a change begins with: refused where it would lose what this version does not know. */
    changeable: (child: ChildReference) => (sql: PgClient.PgClient) =>
      Effect.flatMap(findRow(child)(sql), (rows) =>
        rows.some(({ holds }) => kept.isNewer(holds)) ? Effect.fail(newer(child)) : read(rows)
      ),
    unreadable: (sql: PgClient.PgClient) =>
      Effect.map(everyRow(sql), (rows) => rows.flatMap(({ child, holds }) => (kept.isNewer(holds) ? [child] : [])))
  }
}

const openHolds = Effect.gen(function* () {
  const { read, readAtLength, shown, write } = yield* Database
  const { all, changeable, kept, of, unreadable } = holdsOf(shown)

  const change = (
    child: ChildReference,
    changed: (holds: ReadonlyArray<Hold>) => Result.Result<ReadonlyArray<Hold>, HoldRefused>
  ) =>
    write((sql) =>
      councilTransaction(
        sql,
        Effect.gen(function* () {
          const holds = yield* kept.encode(yield* Effect.fromResult(changed(yield* changeable(child)(sql))))
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
    unreadable: readAtLength(unreadable),
    set: Effect.fn("Holds.set")((hold) => change(hold.child, (holds) => withHold(holds, hold))),
    release: Effect.fn("Holds.release")((release) => change(release.child, (holds) => withRelease(holds, release)))
  })
})

export const holdsInDatabase = Layer.effect(Holds, openHolds)

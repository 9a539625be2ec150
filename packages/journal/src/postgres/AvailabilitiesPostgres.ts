/** Availability in PostgreSQL, a row a person. */
import type { PgClient } from "@effect/sql-pg"
import { PersonId } from "@safe-return/domain/pathway"
import { Effect, Layer, Option } from "effect"
import {
  Availabilities,
  changedAvailability,
  KeptAvailability,
  type PersonAvailability,
  withoutLetGo
} from "../Availabilities.ts"
import { needsNewer } from "../documents/newerDocument.ts"
import { councilTransaction } from "./councilTransaction.ts"
import { Database } from "./Database.ts"
import { textColumn } from "./textColumn.ts"

interface Row {
  readonly person: string
  readonly availability: string
}

const openAvailabilities = Effect.gen(function* () {
  const { read, shown, write } = yield* Database
  const kept = textColumn(KeptAvailability, shown)

  const of = ({ person, availability }: Row) =>
    Effect.map(kept.decode(availability), (known) => ({ person: PersonId.make(person), ...known }))

  const ofOrPassOver = ({ person, availability }: Row) =>
    Effect.map(
      kept.decodeOrPassOver(availability),
      Option.map((known): PersonAvailability => ({ person: PersonId.make(person), ...known }))
    )

  const keep = Effect.fnUntraced(function* (sql: PgClient.PgClient, { person, ...availability }: PersonAvailability) {
    const text = yield* kept.encode(availability)
    yield* sql`
      insert into safe_return.availabilities (council, person, availability)
      values (safe_return.own_council(), ${person}, ${text})
      on conflict (council, person) do update set availability = excluded.availability`
  })

  const everybody = (sql: PgClient.PgClient) =>
    sql<Row>`select person, availability from safe_return.availabilities order by person`

  return Availabilities.of({
    all: Effect.gen(function* () {
      const all = yield* Effect.forEach(yield* read(everybody), ofOrPassOver)
      return new Map(all.flatMap(Option.toArray).map((one) => [one.person, one] as const))
    }),
    unreadable: Effect.map(read(everybody), (rows) =>
      rows.flatMap(({ person, availability }) => (kept.isNewer(availability) ? [PersonId.make(person)] : []))
    ),
    letGo: Effect.fn("Availabilities.letGo")((to) =>
      write((sql) =>
        councilTransaction(
          sql,
          Effect.gen(function* () {
            const ours = (yield* everybody(sql)).filter(({ availability }) => !kept.isNewer(availability))
            const changed = withoutLetGo(yield* Effect.forEach(ours, of), to)
            yield* Effect.forEach(changed, (one) => keep(sql, one), { discard: true })
            return changed.map(({ person }) => person)
          })
        )
      )
    ),
    change: Effect.fn("Availabilities.change")((change) =>
      write((sql) =>
        councilTransaction(
          sql,
          Effect.gen(function* () {
            const [row] = yield* sql<Row>`
              select person, availability from safe_return.availabilities where person = ${change.person}`
            if (row !== undefined && kept.isNewer(row.availability)) {
              return yield* needsNewer(shown, `what is known of when ${change.person} is there`)
            }
            const changed = changedAvailability(row === undefined ? undefined : yield* of(row), change)
            yield* keep(sql, changed)
            return changed
          })
        )
      )
    ),
    bring: Effect.fn("Availabilities.bring")((availability) => write((sql) => keep(sql, availability)))
  })
})

export const availabilitiesInDatabase = Layer.effect(Availabilities, openAvailabilities)

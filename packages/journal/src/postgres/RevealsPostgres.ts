/** Reveals in PostgreSQL, a row each. */
import { randomUUID } from "node:crypto"
import { formatInstant } from "@safe-return/domain/calendar"
import { Effect, Layer } from "effect"
import { KeptReveal, Reveals } from "../Reveals.ts"
import { Database } from "./Database.ts"
import { keptText } from "./keptText.ts"

const openReveals = Effect.gen(function* () {
  const { read, shown, write } = yield* Database
  const kept = keptText(KeptReveal, shown)

  return Reveals.of({
    add: Effect.fn("Reveals.add")(function* (child, reveal) {
      const text = yield* kept.encode(reveal)
      const id = randomUUID()
      yield* write(
        (sql) => sql`
          insert into safe_return.reveals (council, child, id, revealed_at, reveal)
          values (safe_return.own_council(), ${child}, ${id}, ${formatInstant(reveal.at)}, ${text})
          on conflict do nothing`
      )
    }),
    of: Effect.fn("Reveals.of")(function* (child) {
      const rows = yield* read(
        (sql) => sql<{ reveal: string }>`
          select reveal from safe_return.reveals where child = ${child} order by revealed_at, kept_at`
      )
      return yield* Effect.forEach(rows, ({ reveal }) => kept.decode(reveal))
    })
  })
})

export const revealsInDatabase = Layer.effect(Reveals, openReveals)

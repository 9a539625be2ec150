/** Reveals in PostgreSQL, a row each: what was brought over from before there was an audit. */
import { Effect, Layer } from "effect"
import { KeptReveal, Reveals } from "../Reveals.ts"
import { Database } from "./Database.ts"
import { asTexts } from "./parameters.ts"
import { textColumn } from "./textColumn.ts"

const openReveals = Effect.gen(function* () {
  const { read, shown, write } = yield* Database
  const kept = textColumn(KeptReveal, shown)

  return Reveals.of({
    of: Effect.fn("Reveals.of")(function* (child) {
      const rows = yield* read(
        (sql) => sql<{ reveal: string }>`select reveal from safe_return.reveals where child = ${child} order by number`
      )
      return yield* Effect.forEach(rows, ({ reveal }) => kept.decode(reveal))
    }),
    bring: Effect.fn("Reveals.bring")(function* (child, reveals) {
      const texts = yield* Effect.forEach(reveals, kept.encode)
      yield* write(
        (sql) => sql`
          insert into safe_return.reveals (council, child, number, reveal)
          select safe_return.own_council(), ${child}, number, reveal
          from unnest(${asTexts(texts)}) with ordinality as brought (reveal, number)
          on conflict do nothing`
      )
    })
  })
})

export const revealsInDatabase = Layer.effect(Reveals, openReveals)

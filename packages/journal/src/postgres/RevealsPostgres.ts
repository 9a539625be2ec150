/** Reveals in PostgreSQL, a row each: what was brought over from before there was an audit. */
import { Effect, Layer } from "effect"
import { KeptReveal, Reveals } from "../Reveals.ts"
import { Database } from "./Database.ts"
import { keptText } from "./keptText.ts"

const openReveals = Effect.gen(function* () {
  const { read, shown } = yield* Database
  const kept = keptText(KeptReveal, shown)

  return Reveals.of({
    of: Effect.fn("Reveals.of")(function* (child) {
      const rows = yield* read(
        (sql) => sql<{ reveal: string }>`select reveal from safe_return.reveals where child = ${child} order by number`
      )
      return yield* Effect.forEach(rows, ({ reveal }) => kept.decode(reveal))
    })
  })
})

export const revealsInDatabase = Layer.effect(Reveals, openReveals)

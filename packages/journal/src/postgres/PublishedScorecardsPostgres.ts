/** The scorecards that were published in PostgreSQL, a row a month. */
import { Effect, Layer } from "effect"
import { PublishedScorecard, PublishedScorecards } from "../PublishedScorecards.ts"
import { Database } from "./Database.ts"
import { textColumn } from "./textColumn.ts"

const openScorecards = Effect.gen(function* () {
  const { read, shown, write } = yield* Database
  const kept = textColumn(PublishedScorecard, shown)
  return PublishedScorecards.of({
    all: Effect.gen(function* () {
      const rows = yield* read(
        (sql) => sql<{ scorecard: string }>`select scorecard from safe_return.published_scorecards order by month`
      )
      return yield* Effect.forEach(rows, ({ scorecard }) => kept.decode(scorecard))
    }),
    publish: Effect.fn("PublishedScorecards.publish")(function* (scorecard) {
      const text = yield* kept.encode(scorecard)
      yield* write(
        (sql) => sql`
          insert into safe_return.published_scorecards (council, month, scorecard)
          select safe_return.own_council(), ${scorecard.month}::text, ${text}::text
          on conflict do nothing`
      )
    })
  })
})

export const publishedScorecardsInDatabase = Layer.effect(PublishedScorecards, openScorecards)

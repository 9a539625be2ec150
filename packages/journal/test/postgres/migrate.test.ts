import { describe, expect, it } from "@effect/vitest"
import { connectedAs } from "@safe-return/postgres-testkit"
import { Effect, Redacted } from "effect"
import { Journal } from "../../src/index.ts"
import { postgresLayer } from "../../src/postgres/index.ts"
import { restarted } from "../restart.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"
import { freshDatabase } from "./freshDatabase.ts"

const ownedPlace = Effect.map(freshDatabase, (database) => ({
  url: Redacted.make(database.as(database.owner)),
  council: "Nowhereshire"
}))

const readAll = Effect.flatMap(Journal, (journal) => journal.readAll)

describe("the shape of the database", () => {
  it.live("is made once when several instances start on an empty database together", () =>
    Effect.gen(function* () {
      const place = yield* ownedPlace
      const starts = Array.from({ length: 4 }, () => restarted(postgresLayer(place))(readAll))
      expect(yield* Effect.all(starts, { concurrency: "unbounded" })).toEqual([[], [], [], []])
    })
  )

  it.live("is refused in a sentence when a newer version has changed it, and left as it is", () =>
    Effect.gen(function* () {
      const place = yield* ownedPlace
      yield* restarted(postgresLayer(place))(
        Effect.flatMap(Journal, (journal) => journal.append(child("LCS-1"), 0, [madeUpEvent(1)]))
      )
      const sql = yield* connectedAs(Redacted.value(place.url))
      yield* sql`insert into safe_return.migrations (version, name) values (999, 'from the future')`
      const { message } = yield* Effect.flip(restarted(postgresLayer(place))(readAll))
      expect(message).toMatch(
        /has the shape of version 999, and this program knows versions up to \d+: start the newer/
      )
      yield* sql`delete from safe_return.migrations where version = 999`
      expect(yield* restarted(postgresLayer(place))(readAll)).toHaveLength(1)
    }).pipe(Effect.scoped)
  )
})

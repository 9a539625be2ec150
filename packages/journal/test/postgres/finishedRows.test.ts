import { describe, expect, it } from "@effect/vitest"
import { CivilDay } from "@safe-return/domain/calendar"
import { connectedAs } from "@safe-return/postgres-testkit"
import { Effect, Redacted } from "effect"
import { Journal, Profiles } from "../../src/index.ts"
import { postgresLayer } from "../../src/postgres/index.ts"
import { finishedContract } from "../finishedContract.ts"
import { finishedStream } from "../finishedStream.ts"
import { restarted } from "../restart.ts"
import { child } from "../syntheticEvents.ts"
import { freshDatabase } from "./freshDatabase.ts"
import { postgresPlace } from "./freshPlace.ts"

describe("finished children in PostgreSQL", () => {
  finishedContract(postgresPlace)

  it.live("are judged again where a row was judged otherwise, cannot be read, or is of another stream", () =>
    Effect.gen(function* () {
      const database = yield* freshDatabase
      const url = Redacted.make(database.as(database.owner))
      const inPlace = restarted(postgresLayer({ url, council: "Nowhereshire" }))
      const over = child("LCS-1")
      yield* inPlace(Effect.flatMap(Journal, ({ append }) => append(over, 0, finishedStream(over))))
      const opening = inPlace(Effect.flatMap(Journal, (journal) => journal.opening))
      const first = yield* opening
      const sql = yield* connectedAs(Redacted.value(url))
      for (const change of ["judged = 0", "finished = '{}'", "version = 1", "position = 99", "profile = 'x'"]) {
        yield* sql.unsafe(`update safe_return.finished set ${change}`)
        expect(yield* opening).toEqual(first)
      }
      expect(yield* sql`select judged from safe_return.finished`).toEqual([{ judged: 2 }])
    }).pipe(Effect.scoped)
  )

  it.live("finished rows follow another instance's profile without a look at all profiles", () =>
    Effect.gen(function* () {
      const place = yield* postgresPlace
      const inPlace = restarted(place.layer)
      yield* inPlace(
        Effect.gen(function* () {
          const profiles = yield* Profiles
          const changed = yield* profiles.changed
          expect(yield* changed).toEqual([])
          yield* inPlace(Effect.flatMap(Profiles, ({ bring }) => bring({ child: child("LCS-1"), bornOn: CivilDay(1) })))
          expect(yield* changed).toEqual([child("LCS-1")])
          expect(yield* changed).toEqual([])
        })
      )
    })
  )
})

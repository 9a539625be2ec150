/** Profiles in PostgreSQL, a row a child. */
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Layer, Option } from "effect"
import { KeptProfile, Profiles } from "../Profiles.ts"
import { Database } from "./Database.ts"
import { keptText } from "./keptText.ts"

const openProfiles = Effect.gen(function* () {
  const { read, readAtLength, shown, write } = yield* Database
  const kept = keptText(KeptProfile, shown)

  return Profiles.of({
    find: Effect.fn("Profiles.find")(function* (child) {
      const [row] = yield* read(
        (sql) => sql<{ profile: string }>`select profile from safe_return.profiles where child = ${child}`
      )
      return row === undefined ? Option.none() : Option.some({ child, ...(yield* kept.decode(row.profile)) })
    }),
    all: Effect.gen(function* () {
      const rows = yield* readAtLength(
        (sql) => sql<{ child: string; profile: string }>`select child, profile from safe_return.profiles order by child`
      )
      return yield* Effect.forEach(rows, (row) =>
        Effect.map(kept.decode(row.profile), (facts) => ({ child: ChildReference.make(row.child), ...facts }))
      )
    }),
    save: Effect.fn("Profiles.save")(function* ({ child, ...facts }) {
      const profile = yield* kept.encode(facts)
      yield* write(
        (sql) => sql`
          insert into safe_return.profiles (council, child, profile)
          values (safe_return.own_council(), ${child}, ${profile})
          on conflict (council, child) do update set profile = excluded.profile`
      )
    })
  })
})

export const profilesInDatabase = Layer.effect(Profiles, openProfiles)

/** Profiles in PostgreSQL, a row a child. */
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Layer, Option } from "effect"
import { needsNewer } from "../documents/newerDocument.ts"
import { JournalUnavailable } from "../Journal.ts"
import { KeptProfile, type Profile, Profiles } from "../Profiles.ts"
import { Database } from "./Database.ts"
import { asTexts } from "./parameters.ts"
import { textColumn } from "./textColumn.ts"

interface Row {
  readonly child: string
  readonly profile: string
}

const openProfiles = Effect.gen(function* () {
  const { read, readAtLength, shown, write } = yield* Database
  const kept = textColumn(KeptProfile, shown)

  const profileOf = ({ child, profile }: Row) =>
    Effect.map(kept.decode(profile), (facts): Profile => ({ child: ChildReference.make(child), ...facts }))

  let lastPassedOver = 0
  /** Once for each number of them: it is asked for every few minutes. */
  const logPassedOver = (count: number) =>
    Effect.suspend(() => {
      if (count === lastPassedOver) return Effect.void
      lastPassedOver = count
      return Effect.logWarning(`In ${shown} there are ${count} profiles that only a newer version can read.`)
    })

  const readable = (rows: ReadonlyArray<Row>) =>
    Effect.map(
      Effect.forEach(rows, (row) =>
        Effect.map(
          kept.decodeOrPassOver(row.profile),
          Option.map((facts): Profile => ({ child: ChildReference.make(row.child), ...facts }))
        )
      ),
      (read) => read.flatMap(Option.toArray)
    )

  /** What is written at one moment may be seen a little later: the last minute is looked at again. */
  const changedSince = (since: string) =>
    read(
      (sql) => sql<{ child: string; at: string; latest: string }>`
        select child, changed_at::text as at, (max(changed_at) over ())::text as latest from safe_return.profiles
        where changed_at > ${since}::timestamptz - interval '1 minute'`
    )

  const findRow = (child: ChildReference) =>
    Effect.map(
      read((sql) => sql<Row>`select child, profile from safe_return.profiles where child = ${child}`),
      ([row]) => row
    )

  /** Writes it if what is held is still what it was made of. */
  const keepOn = (child: ChildReference, profile: string, before: string | undefined) =>
    Effect.map(
      write((sql) =>
        before === undefined
          ? sql`
              insert into safe_return.profiles (council, child, profile)
              select safe_return.own_council(), ${child}::text, ${profile}::text
              where not exists (
                  select from safe_return.tombstones where child = ${child} and tombstone::json ->> 'strand' is null
                )
                or exists (select from safe_return.events where child = ${child})
              on conflict do nothing returning child`
          : sql`
              update safe_return.profiles set profile = ${profile}
              where child = ${child} and profile = ${before} returning child`
      ),
      (rows) => rows.length > 0
    )

  return Profiles.of({
    find: Effect.fn("Profiles.find")(function* (child) {
      const row = yield* findRow(child)
      return row === undefined ? Option.none() : Option.some(yield* profileOf(row))
    }),
    findEach: Effect.fn("Profiles.findEach")(function* (children) {
      const rows = yield* readAtLength(
        (sql) => sql<Row>`select child, profile from safe_return.profiles where child = any(${asTexts(children)})`
      )
      return new Map((yield* readable(rows)).map((profile) => [profile.child, profile]))
    }),
    changed: Effect.sync(() => {
      let since: string | undefined
      let seen = new Map<string, string>()
      return Effect.gen(function* () {
        const isFirst = since === undefined
        since ??= (yield* read((sql) => sql<{ now: string }>`select clock_timestamp()::text as now`))[0]?.now ?? ""
        const rows = yield* changedSince(since)
        const before = seen
        seen = new Map(rows.map(({ child, at }) => [child, at]))
        since = rows[0]?.latest ?? since
        return isFirst
          ? []
          : rows.flatMap(({ child, at }) => (before.get(child) === at ? [] : [ChildReference.make(child)]))
      })
    }),
    all: Effect.gen(function* () {
      const rows = yield* readAtLength(
        (sql) => sql<Row>`select child, profile from safe_return.profiles order by child`
      )
      const profiles = yield* readable(rows)
      if (profiles.length < rows.length) yield* logPassedOver(rows.length - profiles.length)
      return profiles
    }),
    change: Effect.fn("Profiles.change")(function* (child, changed) {
      for (;;) {
        const row = yield* findRow(child)
        if (row !== undefined && !kept.isKnownWhole(row.profile)) {
          return yield* needsNewer(shown, `the profile of ${child}`)
        }
        const held: Profile = row === undefined ? { child } : yield* profileOf(row)
        const profile: Profile = { ...(yield* Effect.fromResult(changed(held))), child }
        const { child: _, ...facts } = profile
        if (yield* keepOn(child, yield* kept.encode(facts), row?.profile)) return profile
        // A form that was open while the records were erased brings nothing of them back.
        if (row === undefined && (yield* findRow(child)) === undefined) {
          return yield* new JournalUnavailable({ path: shown, reason: `the records of ${child} were erased meanwhile` })
        }
        // Another instance was quicker, so what it wrote is compared.
      }
    }),
    bring: Effect.fn("Profiles.bring")(function* ({ child, ...facts }) {
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

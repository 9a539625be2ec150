/** What a start reads: of a finished child a row of `finished`, and of everybody else what was recorded. */
import { createHash } from "node:crypto"
import { Instant } from "@safe-return/domain/calendar"
import { ChildReference, PoliceReference } from "@safe-return/domain/pathway"
import { Clock, Effect, Option, Schema } from "effect"
import type { FinishedChild } from "../FinishedChild.ts"
import type { ChildStream, JournalEntry, Opening } from "../Journal.ts"
import { JUDGED_BY, judgeFinished } from "../judgeFinished.ts"
import { KeptProfile, type Profile } from "../Profiles.ts"
import { Database } from "./Database.ts"
import { asBigIntegers, asIntegers, asTexts } from "./parameters.ts"
import type { EntryReader } from "./storedEntries.ts"
import { textColumn } from "./textColumn.ts"

/** How many children's events are read at once. */
const CHILDREN_AT_ONCE = 300

const Kept = Schema.fromJsonString(
  Schema.Struct({
    recordedAt: Schema.Number,
    references: Schema.Array(Schema.Tuple([Schema.String, Schema.Number, Schema.Boolean]))
  })
)
const decodeKept = Schema.decodeUnknownOption(Kept)

interface Row {
  readonly child: string
  readonly version: number
  readonly position: bigint
  readonly finished: string
}

const finishedIn = ({ child: reference, version, position, finished }: Row): Option.Option<FinishedChild> =>
  Option.map(decodeKept(finished), ({ recordedAt, references }) => {
    const child = ChildReference.make(reference)
    return {
      child,
      version,
      position: Number(position),
      recordedAt: Instant(recordedAt),
      references: references.map(([used, at, isReport]) => ({
        child,
        reference: PoliceReference.make(used),
        position: at,
        isReport
      }))
    }
  })

const textOf = ({ recordedAt, references }: FinishedChild): string =>
  JSON.stringify({
    recordedAt,
    references: references.map(({ reference, position, isReport }) => [reference, position, isReport])
  })

/** As `md5` of the database has it. */
const digestOf = (profile: string): string => createHash("md5").update(profile).digest("hex")

export const openingOf = Effect.fnUntraced(function* (reader: EntryReader) {
  const { readAtLength, shown, write } = yield* Database
  const keptProfile = textColumn(KeptProfile, shown)

  const rows = readAtLength(
    (sql) => sql<Row>`
      select f.child, f.version, f.position, f.finished from safe_return.finished f
      where f.judged = ${JUDGED_BY}
        and exists (
          select from safe_return.events e where e.council = f.council and e.child = f.child
            and e.version = f.version and e.position = f.position
        ) and not exists (
          select from safe_return.events e where e.council = f.council and e.child = f.child
            and e.version = f.version + 1
        ) and not exists (
          select from safe_return.deliveries d where d.council = f.council and d.subject = f.child
            and d.tag not in ('Sent', 'Superseded')
        ) and f.profile is not distinct from (
          select md5(p.profile) from safe_return.profiles p where p.council = f.council and p.child = f.child
        )`
  )

  const children = Effect.map(
    readAtLength((sql) => sql<{ child: string }>`select child from safe_return.events where version = 1`),
    (all) => all.map(({ child }) => ChildReference.make(child))
  )

  /** The profiles by which these children are judged; undefined for one that only a newer version can read whole. */
  const profilesOf = Effect.fnUntraced(function* (some: ReadonlyArray<ChildReference>) {
    const found = yield* readAtLength(
      (sql) => sql<{ child: string; profile: string }>`
        select child, profile from safe_return.profiles where child = any(${asTexts(some)})`
    )
    const profiles = new Map<string, { readonly text: string; readonly profile: Profile | undefined }>()
    for (const { child, profile: text } of found) {
      const facts = keptProfile.isKnownWhole(text) ? yield* keptProfile.decode(text) : undefined
      profiles.set(child, { text, profile: facts && { child: ChildReference.make(child), ...facts } })
    }
    return profiles
  })

  const unsaidOf = (some: ReadonlyArray<ChildReference>) =>
    Effect.map(
      readAtLength(
        (sql) => sql<{ subject: string }>`
          select distinct subject from safe_return.deliveries
          where subject = any(${asTexts(some)}) and tag not in ('Sent', 'Superseded')`
      ),
      (found) => new Set(found.map(({ subject }) => subject))
    )

  const keep = (found: ReadonlyArray<FinishedChild>, profiles: ReadonlyMap<string, { readonly text: string }>) => {
    const digests = found.map(({ child }) => {
      const profile = profiles.get(child)
      return profile === undefined ? "" : digestOf(profile.text)
    })
    return write(
      (sql) => sql`
        insert into safe_return.finished (council, child, version, position, profile, judged, finished)
        select safe_return.own_council(), child, version, position, nullif(profile, ''), ${JUDGED_BY}::integer, finished
        from unnest(${asTexts(found.map(({ child }) => child))}, ${asIntegers(found.map(({ version }) => version))},
          ${asBigIntegers(found.map(({ position }) => position))}, ${asTexts(digests)}, ${asTexts(found.map(textOf))})
          as judged (child, version, position, profile, finished)
        on conflict (council, child) do update set version = excluded.version, position = excluded.position,
          profile = excluded.profile, judged = excluded.judged, finished = excluded.finished`
    )
  }

  /** What is kept of those among them who are finished by now, once it is written down. */
  const judge = Effect.fnUntraced(function* (streams: ReadonlyArray<ChildStream>, now: Instant) {
    const likely = streams.filter((stream) => judgeFinished(stream, undefined, now) !== undefined)
    if (likely.length === 0) return []
    const names = likely.map(({ child }) => child)
    const profiles = yield* profilesOf(names)
    const unsaid = yield* unsaidOf(names)
    const found = likely.flatMap((stream) => {
      const known = profiles.get(stream.child)
      if (unsaid.has(stream.child) || (known !== undefined && known.profile === undefined)) return []
      return judgeFinished(stream, known?.profile, now) ?? []
    })
    // The next start judges again where a server takes no writes.
    if (found.length > 0) yield* Effect.ignore(keep(found, profiles))
    return found
  })

  return Effect.gen(function* () {
    const now = Instant(yield* Clock.currentTimeMillis)
    const finished = (yield* rows).flatMap((row) => Option.toArray(finishedIn(row)))
    const known = new Set(finished.map(({ child }) => child))
    const others = (yield* children).filter((child) => !known.has(child))
    const entries: Array<JournalEntry> = []
    for (let from = 0; from < others.length; from += CHILDREN_AT_ONCE) {
      const streams = yield* reader.ofChildren(others.slice(from, from + CHILDREN_AT_ONCE))
      const found = yield* judge(streams, now)
      const isFinished = new Set(found.map(({ child }) => child))
      finished.push(...found)
      for (const stream of streams) if (!isFinished.has(stream.child)) entries.push(...stream.entries)
    }
    return { entries: entries.sort((one, other) => one.position - other.position), finished } satisfies Opening
  })
})

/** Erasures in PostgreSQL: the tombstone and the end of what it is about are one transaction. */
import { createHash } from "node:crypto"
import type { PgClient } from "@effect/sql-pg"
import { type ChildReference, referenceKey } from "@safe-return/domain/pathway"
import { Effect, Layer, Option } from "effect"
import {
  type ErasureRequest,
  Erasures,
  erasureName,
  LeastTombstone,
  NoRecordsHeld,
  type RecordsStrand,
  Tombstone,
  underHold
} from "../Erasures.ts"
import { isStanding } from "../Holds.ts"
import { councilTransaction } from "./councilTransaction.ts"
import { Database } from "./Database.ts"
import { openErasureFeed } from "./erasureFeed.ts"
import { holdsOf } from "./HoldsPostgres.ts"
import { textColumn } from "./textColumn.ts"

interface HeldRow {
  readonly what: keyof Tombstone["removed"]
  readonly position: bigint | null
  readonly text: string
}

/** Everything held of a child, in one order for good. */
const heldOf = (child: ChildReference, strand: RecordsStrand | undefined) => (sql: PgClient.PgClient) =>
  strand === "education"
    ? sql<HeldRow>`
    select what, null as position, text from (
      select 'events' as what, 0 as place, '' as beside, version, recorded as text from safe_return.education_events
      where key = ${referenceKey(child)}
      union all select 'events', 1, social_care_key, version, recorded from safe_return.joined_up_events
      where education_key = ${referenceKey(child)}
    ) held order by place, beside, version`
    : sql<HeldRow>`
    select * from (
      select 'events' as what, position, recorded as text from safe_return.events where child = ${child}
      union all select 'profile', null, profile from safe_return.profiles where child = ${child}
      union all select 'deliveries', null, delivery from safe_return.deliveries where subject = ${child}
      union all select 'reveals', null, reveal from safe_return.reveals where child = ${child}
      union all select 'events', null, recorded from safe_return.joined_up_events
        where social_care_key = ${referenceKey(child)}
    ) held order by what collate "C", position, text collate "C"`

const tombstoneOf = (asked: ErasureRequest, held: ReadonlyArray<HeldRow>): Tombstone => {
  const digest = createHash("sha256")
  const removed = { events: 0, profile: 0, deliveries: 0, reveals: 0 }
  let lastPosition = 0
  for (const { what, position, text } of held) {
    removed[what] += 1
    digest.update(`${what}\n${text}\n`)
    lastPosition = Math.max(lastPosition, Number(position ?? 0))
  }
  return { ...asked, removed, digest: digest.digest("base64url"), lastPosition }
}

const openErasures = Effect.gen(function* () {
  const { read, readAtLength, shown, write } = yield* Database
  const holds = holdsOf(shown)
  const kept = textColumn(Tombstone, shown, LeastTombstone)
  const keptLeast = textColumn(LeastTombstone, shown)

  const keepTombstone = Effect.fnUntraced(function* (sql: PgClient.PgClient, tombstone: Tombstone) {
    const text = yield* kept.encode(tombstone)
    yield* sql`
      insert into safe_return.tombstones (council, child, number, last_position, tombstone)
      select safe_return.own_council(), ${tombstone.child}::text, coalesce(max(number), 0) + 1,
        ${tombstone.lastPosition}, ${text}
      from safe_return.tombstones where child = ${tombstone.child}`
  })

  /** What to erase, or why it may not be. */
  const toErase = Effect.fnUntraced(function* (
    sql: PgClient.PgClient,
    { child, strand }: Pick<Tombstone, "child" | "strand">
  ) {
    const standing = (yield* holds.ofAnySpelling(child)(sql)).find(isStanding)
    if (standing !== undefined) return yield* underHold(standing)
    const held = yield* heldOf(child, strand)(sql)
    return held.length === 0 ? yield* new NoRecordsHeld({ child }) : held
  })

  const carryOut = Effect.fnUntraced(function* (sql: PgClient.PgClient, tombstone: Tombstone) {
    const { child, lastPosition, strand } = tombstone
    yield* keepTombstone(sql, tombstone)
    if (strand === "education") yield* sql`select safe_return.erase_education(${child}, ${referenceKey(child)})`
    else {
      yield* sql`select safe_return.erase_held(${child})`
      yield* sql`select safe_return.erase_social_care_joins(${child}, ${referenceKey(child)})`
    }
    // A position is not given out again, also where a backup from before it was restored.
    yield* sql`
      update safe_return.councils set last_position = greatest(last_position, ${lastPosition})
      where council = safe_return.own_council()`
    yield* sql`
      select pg_notify(channel, 'erased') from safe_return.councils where council = safe_return.own_council()`
  })

  const erase = Effect.fnUntraced(function* (sql: PgClient.PgClient, asked: ErasureRequest) {
    const tombstone = tombstoneOf(asked, yield* toErase(sql, asked))
    yield* carryOut(sql, tombstone)
    return tombstone
  })

  const texts = (sql: PgClient.PgClient) =>
    Effect.map(
      sql<{ tombstone: string }>`select tombstone from safe_return.tombstones order by child, number`,
      (rows) => rows.map(({ tombstone }) => tombstone)
    )

  const all = (sql: PgClient.PgClient) =>
    Effect.flatMap(texts(sql), (all) =>
      Effect.map(Effect.forEach(all, kept.decodeOrPassOver), (read) => read.flatMap(Option.toArray))
    )

  /** Of every version: an instance that has read of the child forgets it, whichever instance erased it. */
  const allLeast = (sql: PgClient.PgClient) =>
    Effect.flatMap(texts(sql), (all) => Effect.forEach(all, keptLeast.decode))

  const doAgain = Effect.fnUntraced(function* (sql: PgClient.PgClient, tombstones: ReadonlyArray<Tombstone>) {
    const known = new Set((yield* allLeast(sql)).map(erasureName))
    const unknown = tombstones.filter((tombstone) => !known.has(erasureName(tombstone)))
    const erased = new Set<ChildReference>()
    for (const tombstone of unknown) {
      if ((yield* heldOf(tombstone.child, tombstone.strand)(sql)).length > 0) erased.add(tombstone.child)
      yield* carryOut(sql, tombstone)
    }
    return { erased: [...erased], tombstones: unknown.length }
  })

  const count = Effect.map(
    read((sql) => sql<{ number: bigint }>`select count(*) as number from safe_return.tombstones`),
    ([row]) => Number(row?.number ?? 0)
  )
  const subscribe = yield* openErasureFeed({ count, all: readAtLength(allLeast) })

  return Erasures.of({
    all: readAtLength(all),
    unreadable: Effect.flatMap(readAtLength(texts), (all) =>
      Effect.map(Effect.forEach(all.filter(kept.isNewer), keptLeast.decode), (newer) => [
        ...new Set(newer.map(({ child }) => child))
      ])
    ),
    subscribe,
    mayErase: Effect.fn("Erasures.mayErase")((child, strand) =>
      Effect.asVoid(read((sql) => toErase(sql, strand === undefined ? { child } : { child, strand })))
    ),
    replayErasures: Effect.fn("Erasures.doAgain")((tombstones) =>
      Effect.uninterruptible(write((sql) => councilTransaction(sql, doAgain(sql, tombstones))))
    ),
    erase: Effect.fn("Erasures.erase")((asked) =>
      Effect.uninterruptible(write((sql) => councilTransaction(sql, erase(sql, asked))))
    )
  })
})

export const erasuresInDatabase = Layer.effect(Erasures, openErasures)

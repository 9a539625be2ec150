/** Writes again what the database lost, under the same ids, so that instances which do it at once agree. */
import type { PgClient } from "@effect/sql-pg"
import type { ChildReference, EventId } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import type { SqlError } from "effect/sql/SqlError"
import type { JournalEntry, JournalUnavailable } from "../Journal.ts"
import type { WentBack } from "../WentBack.ts"
import { councilTransaction } from "./councilTransaction.ts"
import { Database } from "./Database.ts"
import { asTexts } from "./parameters.ts"
import type { RecentEntries } from "./recentEntries.ts"
import type { EntryReader } from "./storedEntries.ts"

interface Rewrite extends Omit<WentBack, "children"> {
  /** The newest entry that stands as it was heard; 0 where none of those held does. */
  readonly stood: number
  /** Of the children that differ: the version they stand at now. */
  readonly versions: ReadonlyMap<ChildReference, number>
}

interface Position {
  readonly position: bigint
  readonly id: EventId
}

interface Version {
  readonly child: ChildReference
  readonly version: number
}

const erasedUpTo = (sql: PgClient.PgClient) =>
  Effect.map(
    sql<{ child: ChildReference; last: bigint }>`
      select child, max(last_position) as last from safe_return.tombstones group by child`,
    (rows) => new Map(rows.map(({ child, last }) => [child, Number(last)]))
  )

const stoodUpTo = (held: ReadonlyArray<JournalEntry>) => (sql: PgClient.PgClient) =>
  Effect.map(
    sql<Position>`select position, id from safe_return.events
      where position between ${held.at(0)?.position ?? 0} and ${held.at(-1)?.position ?? 0}`,
    (rows) => {
      const there = new Map(rows.map(({ position, id }) => [Number(position), id]))
      return held.findLast(({ position, id }) => there.get(position) === id)?.position ?? 0
    }
  )

export const openRewriting = Effect.fnUntraced(function* (held: RecentEntries, reader: EntryReader) {
  const { readAtLength } = yield* Database

  const lastOf = (sql: PgClient.PgClient) =>
    Effect.map(
      sql<{ last: bigint }>`
        select last_position as last from safe_return.councils where council = safe_return.own_council()`,
      ([row]) => Number(row?.last ?? 0)
    )

  const insert = Effect.fnUntraced(function* (sql: PgClient.PgClient, entry: JournalEntry, position: number) {
    const [kept] = yield* reader.readAgain([entry])
    yield* sql`insert into safe_return.events (council, child, version, position, id, recorded)
      values (safe_return.own_council(), ${entry.child}, ${entry.version}, ${position}, ${entry.id}, ${kept?.text ?? ""})`
  })

  const writeMissing = Effect.fnUntraced(function* (
    sql: PgClient.PgClient,
    told: number
  ): Effect.fn.Return<Rewrite, JournalUnavailable | SqlError> {
    held.forget(yield* erasedUpTo(sql))
    const all = held.all()
    const before = yield* lastOf(sql)
    const stood = yield* stoodUpTo(all)(sql)
    const above = all.filter(({ position }) => position > stood)
    const there = new Set(
      (yield* sql<{ id: EventId }>`
        select id from safe_return.events where id = any(${asTexts(above.map(({ id }) => id))})`).map(({ id }) => id)
    )
    const versions = new Map(
      (yield* sql<Version>`
        select child, max(version) as version from safe_return.events
        where child = any(${asTexts(above.map(({ child }) => child))}) group by child`).map(
        ({ child, version }) => [child, version] as const
      )
    )
    const differing = new Map<ChildReference, number>()
    let [last, written, differ] = [before, 0, 0]
    for (const entry of above) {
      if (there.has(entry.id)) continue
      const version = versions.get(entry.child) ?? 0
      if (entry.version === version + 1 && !differing.has(entry.child)) {
        last += 1
        written += 1
        yield* insert(sql, entry, last)
        versions.set(entry.child, entry.version)
      } else {
        differ += 1
        differing.set(entry.child, version)
      }
    }
    if (written > 0) {
      yield* sql`update safe_return.councils set last_position = ${last} where council = safe_return.own_council()`
    }
    const [first, newest] = [all.at(0)?.position ?? told + 1, all.at(-1)?.position ?? 0]
    const beforeHeld = stood === 0 ? Math.max(0, first - 1 - before) : 0
    const lost = beforeHeld + Math.max(0, told - Math.max(newest, last))
    return { stood, written, differ, differing: [...differing.keys()], lost, versions: differing }
  })

  /** `told` is the highest position that was heard or told of. */
  return (told: number) => readAtLength((sql) => councilTransaction(sql, writeMissing(sql, told)))
})

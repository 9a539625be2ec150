/** Entries as they stand in the table `events`, and how they are read. */
import type { PgClient } from "@effect/sql-pg"
import { ChildReference, EventId, RecordedEvent } from "@safe-return/domain/pathway"
import { Effect, Option, Schema } from "effect"
import { trustedDecoder } from "../documents/trustedDecoder.ts"
import { type JournalEntry, JournalUnavailable, type NewEvent } from "../Journal.ts"
import { Database } from "./Database.ts"
import { databaseUnavailable } from "./databaseFaults.ts"

/** How many are read at once when all are: a page is complete, because positions become visible in their order. */
const PAGE = 5_000

export interface Row {
  readonly child: string
  readonly version: number
  readonly position: bigint
  readonly id: string
  readonly recorded: string
}

const Recorded = Schema.fromJsonString(RecordedEvent)
const decodeRecorded = Schema.decodeUnknownEffect(Recorded)

const encodeRecorded = Schema.encodeSync(RecordedEvent)
/** In half the time, of what has just been encoded. */
const known = trustedDecoder(RecordedEvent)
const parseRecorded = Schema.decodeUnknownSync(Recorded)

const decodeChild = Schema.decodeUnknownEffect(ChildReference)
const decodeId = Schema.decodeUnknownEffect(EventId)

/** The entry a row holds; fails with why it cannot be read, in one line. */
export const rowDecoder = Effect.fnUntraced(
  function* (row: Row) {
    const entry: JournalEntry = {
      id: yield* decodeId(row.id),
      child: yield* decodeChild(row.child),
      version: row.version,
      position: Number(row.position),
      recorded: yield* decodeRecorded(row.recorded)
    }
    return entry
  },
  Effect.mapError(({ message }) => message.replaceAll(/\s*\n\s*/g, " "))
)

export const entryReader = Effect.gen(function* () {
  const { read, readAtLength, shown } = yield* Database

  const entryOf = (row: Row) =>
    Effect.mapError(rowDecoder(row), (why) => {
      const reason = `version ${row.version} of ${row.child} cannot be read: ${why}`
      return new JournalUnavailable({ path: shown, reason })
    })

  /** Events as the texts that are kept and as they will be read from them; refuses one that could not be read again. */
  const readAgain = (events: ReadonlyArray<NewEvent>) =>
    Effect.try({
      try: () =>
        events.map(({ id, recorded }) => {
          const text = JSON.stringify(encodeRecorded(recorded))
          return { id, text, recorded: Option.getOrElse(known(JSON.parse(text)), () => parseRecorded(text)) }
        }),
      catch: (error) => databaseUnavailable(shown, error)
    })

  const entriesOf = (rows: ReadonlyArray<Row>) => Effect.forEach(rows, entryOf)

  const pageAfter = (position: number) => (sql: PgClient.PgClient) =>
    sql<Row>`
      select child, version, position, id, recorded from safe_return.events
      where position > ${position} order by position limit ${PAGE}`

  return {
    readAgain,
    decode: (text: unknown) => Effect.mapError(decodeRecorded(text), (error) => databaseUnavailable(shown, error)),
    ofChild: (child: ChildReference) =>
      Effect.flatMap(
        read(
          (sql) =>
            sql<Row>`
              select child, version, position, id, recorded from safe_return.events
              where child = ${child} order by version`
        ),
        entriesOf
      ),
    /** What stands after `position`, in order of position, and whether there may be more than was read. */
    after: (position: number) =>
      Effect.flatMap(read(pageAfter(position)), (rows) =>
        Effect.map(entriesOf(rows), (entries) => ({ entries, more: rows.length === PAGE }))
      ),
    all: Effect.gen(function* () {
      const all: Array<JournalEntry> = []
      for (let more = true; more; ) {
        const page = yield* readAtLength(pageAfter(all.at(-1)?.position ?? 0))
        for (const row of page) all.push(yield* entryOf(row))
        more = page.length === PAGE
      }
      return all
    }),
    /** The highest position in use. */
    lastPosition: Effect.map(
      read(
        (sql) => sql<{ last: bigint }>`
            select last_position as last from safe_return.councils where council = safe_return.own_council()`
      ),
      ([row]) => Number(row?.last ?? 0)
    )
  }
})

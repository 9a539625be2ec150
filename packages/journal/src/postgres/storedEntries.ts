/** Entries as they stand in the table `events`, and how they are read. */
import type { PgClient } from "@effect/sql-pg"
import { ChildReference, EventId, RecordedEvent } from "@safe-return/domain/pathway"
import { Effect, Option, PubSub, Result, Schema, Stream } from "effect"
import { trustedDecoder } from "../documents/trustedDecoder.ts"
import {
  type ChildStream,
  type JournalEntry,
  JournalUnavailable,
  type NewEvent,
  type UnreadableRecord
} from "../Journal.ts"
import { tagOfNewer } from "../newerEvent.ts"
import { Database } from "./Database.ts"
import { databaseUnavailable } from "./databaseFaults.ts"
import { asBigIntegers, asTexts } from "./parameters.ts"

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
const decodeWhole = Schema.decodeUnknownOption(Recorded, { onExcessProperty: "error" })
const decodeRecorded = Schema.decodeUnknownEffect(Recorded)

const encodeRecorded = Schema.encodeSync(RecordedEvent)
/** In half the time, of what has just been encoded. */
const known = trustedDecoder(RecordedEvent)
const parseRecorded = Schema.decodeUnknownSync(Recorded)

const decodeChild = Schema.decodeUnknownEffect(ChildReference)
const decodeId = Schema.decodeUnknownEffect(EventId)

const tagIn = (text: string): Option.Option<string> =>
  Option.flatMap(Option.liftThrowable((json: string): unknown => JSON.parse(json))(text), tagOfNewer)

/** What a row holds: an entry, or what only a newer version can read, or both where it is read in part. */
interface ReadRow {
  readonly entry: Option.Option<JournalEntry>
  readonly unreadable: Option.Option<UnreadableRecord>
}

/** Fails with why it is no event of any version, in one line. */
export const rowDecoder = Effect.fnUntraced(
  function* (row: Row): Effect.fn.Return<ReadRow, Schema.SchemaError> {
    const placed = {
      id: yield* decodeId(row.id),
      child: yield* decodeChild(row.child),
      version: row.version,
      position: Number(row.position)
    }
    const whole = decodeWhole(row.recorded)
    if (Option.isSome(whole)) {
      return { entry: Option.some({ ...placed, recorded: whole.value }), unreadable: Option.none() }
    }
    const recorded = yield* Effect.result(decodeRecorded(row.recorded))
    const tag = tagIn(row.recorded)
    if (Option.isNone(tag))
      return yield* Result.isFailure(recorded) ? recorded.failure : Effect.die("an event without a kind")
    const entry = Option.map(Result.getSuccess(recorded), (known) => ({ ...placed, recorded: known }))
    const unreadable = { ...placed, tag: tag.value, isReadInPart: Option.isSome(entry) }
    return { entry, unreadable: Option.some(unreadable) }
  },
  Effect.mapError(({ message }) => message.replaceAll(/\s*\n\s*/g, " "))
)

const streamOf = (
  child: ChildReference,
  { entries, unreadable }: Required<Pick<ChildStream, "entries" | "unreadable">>
): ChildStream => {
  const version = Math.max(entries.at(-1)?.version ?? 0, unreadable.at(-1)?.version ?? 0)
  return unreadable.length === 0 ? { child, version, entries } : { child, version, entries, unreadable }
}

const byPosition = (one: UnreadableRecord, other: UnreadableRecord): number => one.position - other.position

export const entryReader = Effect.gen(function* () {
  const { read, readAtLength, shown } = yield* Database
  const news = yield* PubSub.unbounded<UnreadableRecord>()
  yield* Effect.addFinalizer(() => PubSub.shutdown(news))
  /** What has been met so far that only a newer version can read, by position. */
  const met = new Map<number, UnreadableRecord>()

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

  const note = (record: UnreadableRecord): void => {
    if (!met.has(record.position)) PubSub.publishUnsafe(news, record)
    met.set(record.position, record)
  }

  /** Each, and what only a newer version can read apart from the others. */
  const partition = Effect.fnUntraced(function* (rows: ReadonlyArray<Row>) {
    const entries: Array<JournalEntry> = []
    const unreadable: Array<UnreadableRecord> = []
    for (const row of rows) {
      const read = yield* entryOf(row)
      if (Option.isSome(read.entry)) entries.push(read.entry.value)
      if (Option.isSome(read.unreadable)) unreadable.push(read.unreadable.value)
    }
    unreadable.forEach(note)
    return { entries, unreadable }
  })

  const rowsAt = (positions: ReadonlyArray<number>) => (sql: PgClient.PgClient) =>
    sql<Row>`
      select child, version, position, id, recorded from safe_return.events
      where position = any(${asBigIntegers(positions)})`

  const pageAfter = (position: number) => (sql: PgClient.PgClient) =>
    sql<Row>`
      select child, version, position, id, recorded from safe_return.events
      where position > ${position} order by position limit ${PAGE}`

  return {
    readAgain,
    children: Effect.map(
      read((sql) => sql<{ child: string }>`select distinct child from safe_return.events order by child`),
      (rows) => rows.map(({ child }) => ChildReference.make(child))
    ),
    decode: (text: unknown) => Effect.mapError(decodeRecorded(text), (error) => databaseUnavailable(shown, error)),
    ofChild: (child: ChildReference) =>
      Effect.map(
        Effect.flatMap(
          read(
            (sql) =>
              sql<Row>`
              select child, version, position, id, recorded from safe_return.events
              where child = ${child} order by version`
          ),
          partition
        ),
        (read) => streamOf(child, read)
      ),
    /** The streams of several children, in no order. */
    ofChildren: Effect.fnUntraced(function* (children: ReadonlyArray<ChildReference>) {
      const rows = yield* readAtLength(
        (sql) =>
          sql<Row>`
          select child, version, position, id, recorded from safe_return.events
          where child = any(${asTexts(children)}) order by child, version`
      )
      return yield* Effect.forEach(
        Map.groupBy(rows, ({ child }) => child),
        ([, ofOne]) =>
          Effect.map(partition(ofOne), (read) => streamOf(ChildReference.make(ofOne[0]?.child ?? ""), read))
      )
    }),
    /** What stands after `position`, in order of position, up to where it was read, and whether there may be more. */
    after: (position: number) =>
      Effect.flatMap(read(pageAfter(position)), (rows) =>
        Effect.map(partition(rows), ({ entries }) => {
          const reached = Number(rows.at(-1)?.position ?? position)
          return { entries, reached, more: rows.length === PAGE }
        })
      ),
    all: Effect.gen(function* () {
      const all: Array<JournalEntry> = []
      for (let [reached, more] = [0, true]; more; ) {
        const rows = yield* readAtLength(pageAfter(reached))
        const { entries } = yield* partition(rows)
        for (const entry of entries) all.push(entry)
        reached = Number(rows.at(-1)?.position ?? reached)
        more = rows.length === PAGE
      }
      return all
    }),
    /** Whether it was read without what this version does not know: written again, that would be gone. */
    isReadInPart: ({ position }: JournalEntry): boolean => met.has(position),
    /** Looked at again: it may have been corrected, or erased, since it was met. */
    unreadable: Effect.gen(function* () {
      if (met.size === 0) return []
      const positions = [...met.keys()]
      const { unreadable } = yield* Effect.flatMap(read(rowsAt(positions)), partition)
      const still = new Set(unreadable.map(({ position }) => position))
      for (const position of positions) if (!still.has(position)) met.delete(position)
      return unreadable.toSorted(byPosition)
    }),
    subscribeUnreadable: Effect.map(PubSub.subscribe(news), (subscription) => Stream.fromSubscription(subscription)),
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

export type EntryReader = Effect.Success<typeof entryReader>

/** What joins strands in PostgreSQL, a row an event. */
import type { PgClient } from "@effect/sql-pg"
import { PupilReference } from "@safe-return/domain/education"
import { RecordedJoinedUpEvent } from "@safe-return/domain/joinedUp"
import { ChildReference, EventId } from "@safe-return/domain/pathway"
import { Effect, Layer, Option } from "effect"
import { needsNewer } from "../documents/newerDocument.ts"
import {
  type JoinedUpEntry,
  JoinedUpRecords,
  type JoinedUpStream,
  keysOf,
  type StreamReferences,
  withJoinedUpEntries
} from "../JoinedUpRecords.ts"
import { councilTransaction } from "./councilTransaction.ts"
import { Database } from "./Database.ts"
import { asTexts } from "./parameters.ts"
import { textColumn } from "./textColumn.ts"

interface Row {
  readonly education: string
  readonly social_care: string
  readonly education_key: string
  readonly social_care_key: string
  readonly id: string
  readonly recorded: string
}

const aboutOf = ({ education, social_care }: Row): StreamReferences => ({
  ...(education === "" ? {} : { education: PupilReference.make(education) }),
  ...(social_care === "" ? {} : { socialCare: ChildReference.make(social_care) })
})

const openRecords = Effect.gen(function* () {
  const { read, readAtLength, shown, write } = yield* Database
  const kept = textColumn(RecordedJoinedUpEvent, shown)

  const entryOf = ({ education, social_care, id, recorded }: Row) =>
    Effect.flatMap(
      kept.decodeOrPassOver(recorded),
      Option.match({
        onNone: () => Effect.fail(needsNewer(shown, `an event of the joined-up view of ${education || social_care}`)),
        onSome: (known) => Effect.succeed<JoinedUpEntry>({ id: EventId.make(id), recorded: known })
      })
    )

  const streamsOf = Effect.fnUntraced(function* (rows: ReadonlyArray<Row>) {
    const streams = new Map<string, JoinedUpStream>()
    for (const row of rows) {
      const key = `${row.education_key} ${row.social_care_key}`
      const entry = yield* entryOf(row)
      const { about, entries } = streams.get(key) ?? { about: aboutOf(row), entries: [] }
      streams.set(key, { about, version: entries.length + 1, entries: [...entries, entry] })
    }
    return [...streams.values()]
  })

  const streamOf = (about: StreamReferences) => (sql: PgClient.PgClient) =>
    Effect.gen(function* () {
      const { education, socialCare } = keysOf(about)
      const rows = yield* sql<Row>`
        select education, social_care, education_key, social_care_key, id, recorded
        from safe_return.joined_up_events
        where education_key = ${education} and social_care_key = ${socialCare} order by version`
      const [stream] = yield* streamsOf(rows)
      return stream ?? ({ about, version: 0, entries: [] } satisfies JoinedUpStream)
    })

  const append = (about: StreamReferences, expected: number, events: ReadonlyArray<JoinedUpEntry>) =>
    Effect.gen(function* () {
      const texts = yield* Effect.forEach(events, ({ recorded }) => kept.encode(recorded))
      const again = yield* Effect.forEach(texts, kept.decode)
      const added = events.map(({ id }, index) => ({ id, recorded: again[index] as RecordedJoinedUpEvent }))
      return yield* write((sql) =>
        councilTransaction(
          sql,
          Effect.gen(function* () {
            const before = yield* streamOf(about)(sql)
            const after = yield* Effect.fromResult(withJoinedUpEntries(before, expected, added))
            if (after.version === before.version) return after
            const keys = keysOf(about)
            yield* sql`
              insert into safe_return.joined_up_events
                (council, education_key, social_care_key, version, education, social_care, id, recorded)
              select safe_return.own_council(), ${keys.education}::text, ${keys.socialCare}::text,
                ${before.version}::integer + n, ${after.about.education ?? ""}::text,
                ${after.about.socialCare ?? ""}::text, id, recorded
              from unnest(${asTexts(events.map(({ id }) => id))}, ${asTexts(texts)})
                with ordinality as added (id, recorded, n)`
            return after
          })
        )
      )
    })

  return JoinedUpRecords.of({
    append: Effect.fn("JoinedUpRecords.append")((about, expected, events) =>
      Effect.uninterruptible(append(about, expected, events))
    ),
    read: Effect.fn("JoinedUpRecords.read")((about) => read(streamOf(about))),
    naming: Effect.fn("JoinedUpRecords.naming")((one) => {
      const { education, socialCare } = keysOf(one)
      return read((sql) =>
        Effect.flatMap(
          sql<Row>`
            select education, social_care, education_key, social_care_key, id, recorded
            from safe_return.joined_up_events
            where ${education} <> '' and education_key = ${education}
              or ${socialCare} <> '' and social_care_key = ${socialCare}
            order by education_key, social_care_key, version`,
          streamsOf
        )
      )
    }),
    all: readAtLength((sql) =>
      Effect.flatMap(
        sql<Row>`
          select education, social_care, education_key, social_care_key, id, recorded
          from safe_return.joined_up_events order by education_key, social_care_key, version`,
        streamsOf
      )
    )
  })
})

export const joinedUpRecordsInDatabase = Layer.effect(JoinedUpRecords, openRecords)

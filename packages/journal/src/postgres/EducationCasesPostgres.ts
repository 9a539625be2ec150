/** Cases of children missing education in PostgreSQL, a row an event. */
import type { PgClient } from "@effect/sql-pg"
import { PupilReference, RecordedCmeEvent } from "@safe-return/domain/education"
import { EventId, referenceKey } from "@safe-return/domain/pathway"
import { Effect, Layer, Option } from "effect"
import { needsNewer } from "../documents/newerDocument.ts"
import { type CaseEntry, EducationCases, type PupilStream, withCaseEntries } from "../EducationCases.ts"
import { councilTransaction } from "./councilTransaction.ts"
import { Database } from "./Database.ts"
import { asTexts } from "./parameters.ts"
import { textColumn } from "./textColumn.ts"

interface Row {
  readonly child: string
  readonly id: string
  readonly recorded: string
}

const openCases = Effect.gen(function* () {
  const { read, shown, write } = yield* Database
  const kept = textColumn(RecordedCmeEvent, shown)

  const entryOf = ({ child, id, recorded }: Row) =>
    Effect.flatMap(
      kept.decodeOrPassOver(recorded),
      Option.match({
        onNone: () => Effect.fail(needsNewer(shown, `an event of the education case of ${child}`)),
        onSome: (known) => Effect.succeed<CaseEntry>({ id: EventId.make(id), recorded: known })
      })
    )

  const streamOf = (child: PupilReference) => (sql: PgClient.PgClient) =>
    Effect.gen(function* () {
      const rows = yield* sql<Row>`
        select child, id, recorded from safe_return.education_events
        where key = ${referenceKey(child)} order by version`
      const entries = yield* Effect.forEach(rows, entryOf)
      const first = rows[0]?.child
      const stream: PupilStream = {
        child: first === undefined ? child : PupilReference.make(first),
        version: rows.length,
        entries
      }
      return stream
    })

  const append = (child: PupilReference, expected: number, events: ReadonlyArray<CaseEntry>) =>
    Effect.gen(function* () {
      const texts = yield* Effect.forEach(events, ({ recorded }) => kept.encode(recorded))
      const again = yield* Effect.forEach(texts, kept.decode)
      const added = events.map(({ id }, index) => ({ id, recorded: again[index] as RecordedCmeEvent }))
      return yield* write((sql) =>
        councilTransaction(
          sql,
          Effect.gen(function* () {
            const before = yield* streamOf(child)(sql)
            const after = yield* Effect.fromResult(withCaseEntries(before, expected, added))
            if (after.version === before.version) return after
            yield* sql`
              insert into safe_return.education_events (council, key, version, child, id, recorded)
              select safe_return.own_council(), ${referenceKey(child)}::text, ${before.version}::integer + n,
                ${after.child}::text, id, recorded
              from unnest(${asTexts(events.map(({ id }) => id))}, ${asTexts(texts)})
                with ordinality as added (id, recorded, n)`
            return after
          })
        )
      )
    })

  return EducationCases.of({
    append: Effect.fn("EducationCases.append")((child, expected, events) =>
      Effect.uninterruptible(append(child, expected, events))
    ),
    read: Effect.fn("EducationCases.read")((child) => read(streamOf(child))),
    pupils: Effect.map(
      read(
        (sql) => sql<{ child: string; version: number }>`
          select min(child) as child, max(version) as version from safe_return.education_events
          group by key order by 1`
      ),
      (rows) => rows.map(({ child, version }) => ({ child: PupilReference.make(child), version }))
    )
  })
})

export const educationCasesInDatabase = Layer.effect(EducationCases, openCases)

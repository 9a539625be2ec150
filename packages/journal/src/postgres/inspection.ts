/** Names what in a council's database is not as it was written, while instances write; changes nothing there. */
import type { PgClient } from "@effect/sql-pg"
import { type ChildReference, referencesOnRecord } from "@safe-return/domain/pathway"
import { Effect, Layer, Option, Stream } from "effect"
import { Audit } from "../Audit.ts"
import { Availabilities } from "../Availabilities.ts"
import { EducationCases } from "../EducationCases.ts"
import { Erasures } from "../Erasures.ts"
import { Holds } from "../Holds.ts"
import { JoinedUpRecords } from "../JoinedUpRecords.ts"
import type { JournalUnavailable, UnreadableRecord } from "../Journal.ts"
import { Profiles } from "../Profiles.ts"
import type { JournalFault, Progress } from "../upkeep/inspection.ts"
import { auditInDatabase } from "./AuditPostgres.ts"
import { availabilitiesInDatabase } from "./AvailabilitiesPostgres.ts"
import { Database } from "./Database.ts"
import { educationCasesInDatabase } from "./EducationCasesPostgres.ts"
import { erasuresInDatabase } from "./ErasuresPostgres.ts"
import { holdsInDatabase } from "./HoldsPostgres.ts"
import { type HeadsFile, keepHeads, readHeads } from "./headsFile.ts"
import { instanceChannelLayer } from "./InstanceChannel.ts"
import { joinedUpRecordsInDatabase } from "./JoinedUpRecordsPostgres.ts"
import { profilesInDatabase } from "./ProfilesPostgres.ts"
import { type CouncilDatabase, councilDatabase } from "./postgresLayer.ts"
import { type Row, rowDecoder } from "./storedEntries.ts"
import { type KnownHeads, streamWalk } from "./streamWalk.ts"

export interface DatabaseInspection {
  readonly events: number
  readonly children: number
  /** The highest position of an event. */
  readonly position: number
  /** Events that only a newer version of this program can read; as whole as the others. */
  readonly unreadable: ReadonlyArray<UnreadableRecord>
  /** References with a record each, though they differ in spelling alone: a person decides which is right. */
  readonly ambiguousReferences: ReadonlyArray<ReadonlyArray<ChildReference>>
  /** How many events the heads kept outside vouch for. */
  readonly vouchedFor: number
  /** Whose records have been erased since the heads were kept. */
  readonly erased: ReadonlyArray<ChildReference>
  /** Each by the child's reference, or the table it is in. */
  readonly faults: ReadonlyArray<JournalFault>
}

const PAGE = 5_000

const pageAfter = (position: number) => (sql: PgClient.PgClient) =>
  sql<Row>`
    select child, version, position, id, recorded from safe_return.events
    where position > ${position} order by position limit ${PAGE}`

/** One moment's state, however long reading it takes. */
const walkThrough = (known: KnownHeads["heads"], progress: Progress) => (sql: PgClient.PgClient) =>
  sql.withTransaction(
    Effect.gen(function* () {
      yield* sql`set transaction isolation level repeatable read, read only`
      const [council] = yield* sql<{ last: bigint }>`
        select last_position as last from safe_return.councils where council = safe_return.own_council()`
      const tombstones = yield* sql<{ child: ChildReference; last: bigint }>`
        select child, max(last_position) as last from safe_return.tombstones group by child`
      const erased = new Map(tombstones.map(({ child, last }) => [child, Number(last)]))
      const walk = streamWalk({ heads: known, erased })
      const counted = Number(council?.last ?? 0)
      const unreadable: Array<UnreadableRecord> = []
      for (let reached = 0, more = true; more; ) {
        const rows = yield* pageAfter(reached)(sql)
        for (const row of rows) {
          const decoded = yield* Effect.result(rowDecoder(row))
          const child = row.child as ChildReference
          if (decoded._tag === "Failure") walk.unreadable(child, row.version, decoded.failure)
          else if (Option.isSome(decoded.success.unreadable)) unreadable.push(decoded.success.unreadable.value)
          walk.step({ ...row, child, position: Number(row.position) })
        }
        reached = Number(rows.at(-1)?.position ?? reached)
        more = rows.length === PAGE
        progress(reached, counted)
      }
      return { ...walk.end(counted), unreadable }
    })
  )

/** Whether the rest can be read as it was written. What its texts say, nothing vouches for but the audit for its own. */
const besideEvents = Effect.gen(function* () {
  const education = yield* EducationCases
  const tables: ReadonlyArray<readonly [string, Effect.Effect<unknown, JournalUnavailable>]> = [
    ["profiles", (yield* Profiles).all],
    ["holds", (yield* Holds).all],
    ["tombstones", (yield* Erasures).all],
    ["availabilities", (yield* Availabilities).all],
    ["joined_up_events", (yield* JoinedUpRecords).all],
    [
      "education_events",
      Effect.flatMap(education.pupils, (pupils) => Effect.all(pupils.map(({ child }) => education.read(child))))
    ]
  ]
  const faults: Array<JournalFault> = []
  for (const [document, all] of tables) {
    const read = yield* Effect.result(all)
    if (read._tag === "Failure") faults.push({ document, reason: read.failure.reason })
  }
  yield* Stream.runForEach((yield* Audit).read, (record) =>
    Effect.sync(() => {
      if (record._tag === "Damage") faults.push({ document: "audit", reason: record.reason })
    })
  )
  return faults
})

const inspect = Effect.fnUntraced(function* (headsFile: HeadsFile | undefined, progress: Progress) {
  const { readAtLength } = yield* Database
  const known = headsFile === undefined ? undefined : yield* readHeads(headsFile)
  const { streams, faults, ...found } = yield* readAtLength(walkThrough(known ?? new Map(), progress))
  const all = [...faults, ...(yield* besideEvents)]
  if (headsFile !== undefined && all.length === 0) yield* keepHeads(headsFile, streams)
  const ambiguousReferences = referencesOnRecord(streams.keys()).ambiguousReferences()
  return { ...found, children: streams.size, ambiguousReferences, faults: all } satisfies DatabaseInspection
})

/** `headsFile` is made at the first look. What was recorded before that, and what is recorded since the last, it cannot vouch for. */
export const inspectDatabase = Effect.fn("inspectDatabase")(
  (place: CouncilDatabase, headsFile?: HeadsFile, progress: Progress = () => {}) => {
    const kept = Layer.mergeAll(
      auditInDatabase,
      profilesInDatabase,
      holdsInDatabase,
      availabilitiesInDatabase,
      educationCasesInDatabase,
      joinedUpRecordsInDatabase,
      erasuresInDatabase
    ).pipe(Layer.provideMerge(instanceChannelLayer), Layer.provideMerge(councilDatabase(place)))
    return Effect.provide(inspect(headsFile, progress), kept)
  }
)

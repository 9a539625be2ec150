/** What the rest of the project provides itself with: everything this package keeps, in PostgreSQL. */

import { Instant } from "@safe-return/domain/calendar"
import { Effect, Layer, Schedule } from "effect"
import type { Audit } from "../Audit.ts"
import type { Availabilities } from "../Availabilities.ts"
import type { Deliveries } from "../Deliveries.ts"
import type { EducationCases } from "../EducationCases.ts"
import type { Erasures } from "../Erasures.ts"
import type { Holds } from "../Holds.ts"
import type { JoinedUpRecords } from "../JoinedUpRecords.ts"
import type { Journal, JournalUnavailable } from "../Journal.ts"
import type { Profiles } from "../Profiles.ts"
import { KeptReveal, Reveals } from "../Reveals.ts"
import { ServerClock } from "../ServerClock.ts"
import { WriteCheck } from "../WriteCheck.ts"
import { auditInDatabase } from "./AuditPostgres.ts"
import { availabilitiesInDatabase } from "./AvailabilitiesPostgres.ts"
import { admit, speakFor } from "./admission.ts"
import { Database, openDatabase } from "./Database.ts"
import { deliveriesInDatabase } from "./DeliveriesPostgres.ts"
import { dutyRotasInDatabase } from "./DutyRotasPostgres.ts"
import { type DatabaseAddressRefused, type DatabasePlace, databaseAddress } from "./databaseAddress.ts"
import { NO_ANSWER, READ_ONLY } from "./databaseFaults.ts"
import { educationCasesInDatabase } from "./EducationCasesPostgres.ts"
import { erasuresInDatabase } from "./ErasuresPostgres.ts"
import { holdsInDatabase } from "./HoldsPostgres.ts"
import { instanceChannelLayer } from "./InstanceChannel.ts"
import { joinedUpRecordsInDatabase } from "./JoinedUpRecordsPostgres.ts"
import { journalInDatabase } from "./JournalPostgres.ts"
import { migrate } from "./migrate.ts"
import { profilesInDatabase } from "./ProfilesPostgres.ts"
import { publishedScorecardsInDatabase } from "./PublishedScorecardsPostgres.ts"
import { asTexts } from "./parameters.ts"
import { textColumn } from "./textColumn.ts"

/** Writes the council's own row as it is; a row that others hold just now is being written, and so can be. */
const writeCheckInDatabase = Layer.effect(
  WriteCheck,
  Effect.map(Database, ({ write }) =>
    WriteCheck.of({
      run: Effect.asVoid(
        write(
          (sql) => sql`
            update safe_return.councils set announce_from = announce_from where council = (
              select council from safe_return.councils
              where council = safe_return.own_council() for no key update skip locked
            )`
        )
      )
    })
  )
)

const serverClockInDatabase = Layer.effect(
  ServerClock,
  Effect.map(Database, ({ read }) =>
    ServerClock.of({
      now: read((sql) =>
        Effect.map(
          sql<{ readonly now: string }>`
            select round(extract(epoch from clock_timestamp()) * 1000)::bigint::text as now`,
          ([row]) => Instant(Number(row?.now))
        )
      )
    })
  )
)

/** Reveals in PostgreSQL, a row each: what was brought over from before there was an audit. */
const openReveals = Effect.gen(function* () {
  const { read, shown, write } = yield* Database
  const kept = textColumn(KeptReveal, shown)

  return Reveals.of({
    of: Effect.fn("Reveals.of")(function* (child) {
      const rows = yield* read(
        (sql) => sql<{ reveal: string }>`select reveal from safe_return.reveals where child = ${child} order by number`
      )
      return yield* Effect.forEach(rows, ({ reveal }) => kept.decode(reveal))
    }),
    bring: Effect.fn("Reveals.bring")(function* (child, reveals) {
      const texts = yield* Effect.forEach(reveals, kept.encode)
      yield* write(
        (sql) => sql`
          insert into safe_return.reveals (council, child, number, reveal)
          select safe_return.own_council(), ${child}, number, reveal
          from unnest(${asTexts(texts)}) with ordinality as brought (reveal, number)
          on conflict do nothing`
      )
    })
  })
})

const revealsInDatabase = Layer.effect(Reveals, openReveals)

export interface CouncilDatabase extends DatabasePlace {
  /** The council whose children these are: the connection sees no other's. */
  readonly council: string
  /** Whether to wait at the start, saying so, for a database that does not answer; it fails otherwise. */
  readonly waitForAnswer?: boolean
}

const SAID_EVERY = Schedule.spaced("5 seconds")

/** Only for want of an answer, or of a server that takes writes: a refusal would be the same the next time. */
const whenItAnswers = <A, R>(
  opened: Effect.Effect<A, JournalUnavailable, R>
): Effect.Effect<A, JournalUnavailable, R> =>
  Effect.retry(opened, {
    schedule: SAID_EVERY,
    while: (failed) =>
      failed.reason === NO_ANSWER || failed.reason === READ_ONLY
        ? Effect.as(Effect.logWarning(`Waiting for the database at ${failed.path}: ${failed.reason}.`), true)
        : Effect.succeed(false)
  })

/** For the database's owner: migrates it, then lets an existing role speak for a council. */
export const admitCouncil = Effect.fn("admitCouncil")(function* (owner: DatabasePlace, role: string, council: string) {
  const database = yield* openDatabase(yield* databaseAddress(owner))
  yield* Effect.provideService(Effect.andThen(migrate, admit(role, council)), Database, database)
}, Effect.scoped)

/** The database in its newest shape, speaking for one council. */
export const councilDatabase = (
  place: CouncilDatabase
): Layer.Layer<Database, JournalUnavailable | DatabaseAddressRefused> =>
  Layer.effect(
    Database,
    Effect.gen(function* () {
      const database = yield* openDatabase(yield* databaseAddress(place))
      const opened = Effect.provideService(Effect.andThen(migrate, speakFor(place.council)), Database, database)
      yield* place.waitForAnswer === true ? whenItAnswers(opened) : opened
      return database
    })
  )

/** All of them in one database, brought up to date first; a newer one or another council's role fails the layer. */
export const postgresLayer = (
  place: CouncilDatabase
): Layer.Layer<
  | Audit
  | Availabilities
  | Deliveries
  | EducationCases
  | Erasures
  | Holds
  | JoinedUpRecords
  | Journal
  | Profiles
  | Reveals
  | ServerClock
  | WriteCheck,
  JournalUnavailable | DatabaseAddressRefused
> =>
  Layer.mergeAll(
    erasuresInDatabase,
    holdsInDatabase,
    journalInDatabase,
    deliveriesInDatabase,
    profilesInDatabase,
    revealsInDatabase,
    availabilitiesInDatabase,
    dutyRotasInDatabase,
    publishedScorecardsInDatabase,
    educationCasesInDatabase,
    joinedUpRecordsInDatabase,
    auditInDatabase,
    serverClockInDatabase,
    writeCheckInDatabase
  ).pipe(Layer.provide(Layer.provideMerge(instanceChannelLayer, councilDatabase(place))))

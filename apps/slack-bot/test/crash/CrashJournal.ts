/** Where the bots of a crash test keep their journal. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Journal, type JournalEntry } from "@safe-return/journal"
import { admitCouncil } from "@safe-return/journal/postgres"
import { connectedAs, freshDatabaseOn, startPostgres } from "@safe-return/postgres-testkit"
import { Effect, Redacted } from "effect"
import { CRASH_COUNCIL, journalAt } from "../endToEnd/journalAt.ts"

export interface CrashJournal extends AsyncDisposable {
  /** As `botProcess.ts` takes it. */
  readonly place: string
  /** Every entry; to be read while no bot is alive. */
  readonly entries: () => Promise<ReadonlyArray<JournalEntry>>
  /** Makes every claim older than any lease, as a minute's wait would. */
  readonly leasesRunOut: () => Promise<void>
  /** Stops its server and starts it again; nothing where it has none. */
  readonly restart: () => Promise<void>
}

const entriesAt = (place: string) =>
  Effect.runPromise(
    Effect.service(Journal).pipe(
      Effect.flatMap((journal) => journal.readAll),
      Effect.provide(journalAt(place))
    )
  )

export const lowdbCrashJournal = async (): Promise<CrashJournal> => {
  const directory = mkdtempSync(join(tmpdir(), "safe-return-crash-"))
  return {
    place: directory,
    entries: () => entriesAt(directory),
    // A claim of an earlier bot is known as such at once.
    leasesRunOut: async () => {},
    restart: async () => {},
    [Symbol.asyncDispose]: async () => rmSync(directory, { recursive: true, force: true })
  }
}

/** A server of its own that writes as it would in earnest: what it confirmed is to survive its own crash too. */
export const postgresCrashJournal = async (): Promise<CrashJournal> => {
  const server = await startPostgres({ settings: { max_connections: "200" } })
  const role = "bot"
  const database = await Effect.runPromise(freshDatabaseOn(server.url("postgres", "postgres")))
  const prepare = Effect.gen(function* () {
    const superuser = yield* connectedAs(database.as("postgres"))
    yield* superuser.unsafe(`create role ${role} login`)
    yield* admitCouncil({ url: Redacted.make(database.as(database.owner)) }, role, CRASH_COUNCIL)
  })
  await Effect.runPromise(Effect.scoped(prepare))
  const place = database.as(role)
  return {
    place,
    entries: () => entriesAt(place),
    leasesRunOut: () =>
      Effect.runPromise(
        Effect.scoped(
          Effect.flatMap(
            connectedAs(place),
            (sql) => sql`update safe_return.deliveries set claimed_at = claimed_at - interval '1 hour'`
          )
        )
      ).then(() => {}),
    restart: async () => {
      await server.stop("killed")
      await server.start()
    },
    [Symbol.asyncDispose]: () => server.remove()
  }
}

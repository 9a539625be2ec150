/** Where the bots of a crash test keep their journal. */
import { execFile } from "node:child_process"
import { mkdtempSync, rmSync, statfsSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { Journal, type JournalEntry } from "@safe-return/journal"
import { admitCouncil } from "@safe-return/journal/postgres"
import { connectedAs, freshDatabaseOn, type Lives, startPostgres } from "@safe-return/postgres-testkit"
import { Effect, Redacted } from "effect"
import { CRASH_COUNCIL, journalAt } from "../../test/endToEnd/journalAt.ts"

export interface CrashJournal extends AsyncDisposable {
  /** As `botProcess.ts` takes it. */
  readonly place: string
  /** Every entry; to be read while no bot is alive. */
  readonly entries: () => Promise<ReadonlyArray<JournalEntry>>
  /** Makes every claim older than any lease, as a minute's wait would. */
  readonly leasesRunOut: () => Promise<void>
  /** Stops its server and starts it again; nothing where it has none. */
  readonly restart: () => Promise<void>
  /** What can go wrong with it while bots work on it; each gives what ends it. */
  readonly faults: ReadonlyArray<JournalFault>
}

export interface JournalFault {
  readonly name: string
  readonly begin: () => Promise<() => Promise<void>>
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
    faults: [],
    [Symbol.asyncDispose]: async () => rmSync(directory, { recursive: true, force: true })
  }
}

const run = promisify(execFile)

/** In a folder with a disk of its own, in memory, which can be full. Only root may mount one. */
export const lowdbOnOwnDisk = async (): Promise<CrashJournal> => {
  const journal = await lowdbCrashJournal()
  const { place } = journal
  const resize = (kilobytes: number) => run("mount", ["-o", `remount,size=${kilobytes}k`, place])
  await run("mount", ["-t", "tmpfs", "-o", `size=${ROOM_KB}k`, "tmpfs", place])
  const leave = async (kilobytes: number): Promise<void> => {
    const { blocks, bfree, bsize } = statfsSync(place)
    // Refused where the bot has meanwhile written more than is left.
    await resize(((blocks - bfree) * bsize) / 1024 + kilobytes).catch(() => leave(2 * kilobytes))
  }
  const full = async () => {
    await leave(8)
    return async () => void (await resize(ROOM_KB))
  }
  return {
    ...journal,
    faults: [{ name: "disk full", begin: full }],
    [Symbol.asyncDispose]: async () => {
      await run("umount", ["-l", place])
      await journal[Symbol.asyncDispose]()
    }
  }
}

/** More than a test of many hours writes; taken from memory only as it is written. */
const ROOM_KB = 1_000_000

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

  const asSuperuser = (statement: string) =>
    Effect.runPromise(
      Effect.scoped(Effect.flatMap(connectedAs(database.as("postgres")), (sql) => sql.unsafe(statement)))
    )
  const cut = () => asSuperuser(`select pg_terminate_backend(pid) from pg_stat_activity where usename = '${role}'`)
  const readOnly = async () => {
    await asSuperuser(`alter role ${role} set default_transaction_read_only = on`)
    // A setting of the role holds for sessions that begin after it.
    await cut()
    return async () => void (await asSuperuser(`alter role ${role} reset default_transaction_read_only`))
  }
  const stopped = async (how: Lives) => {
    await server.stop(how)
    return () => server.start()
  }
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
    faults: [
      { name: "database read-only", begin: readOnly },
      { name: "database connections cut", begin: () => cut().then(() => async () => {}) },
      { name: "database server killed", begin: () => stopped("killed") },
      { name: "database server stopped", begin: () => stopped("fast") }
    ],
    [Symbol.asyncDispose]: () => server.remove()
  }
}

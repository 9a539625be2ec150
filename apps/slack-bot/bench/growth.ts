/**
 * What it costs to run among so many children who have nothing left to do:
 * `node apps/slack-bot/bench/growth.ts folder|postgres EPISODES…` prints a line for each number of episodes.
 */
import { type ChildProcess, fork } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { bundleOf } from "@safe-return/bundle/make"
import { RecordedEvent } from "@safe-return/domain/pathway"
import { connectedAs, freshDatabaseOn, startPostgres } from "@safe-return/postgres-testkit"
import type { SlackWorkspace } from "@safe-return/slack-testkit"
import { Effect, Schema } from "effect"
import { finishedStreamOf } from "../../../packages/domain/bench/madeUpStream.ts"
import { writeMadeUpJournal } from "../../../packages/journal/bench/madeUpJournal.ts"
import { CHANNEL, people, startCouncilWorkspace } from "../test/endToEnd/trainingCouncil.ts"

export type StorageKind = "folder" | "postgres"

export interface Growth {
  readonly episodes: number
  /** Seconds until it listens, of the processor's time and by the clock; megabytes in memory then. */
  readonly start: number
  readonly startByClock: number
  readonly memory: number
  /** Milliseconds until the Home, and the list of interviews that are owed, are shown. */
  readonly home: number
  readonly queue: number
  /** Seconds of the processor's time in a minute in which nothing happens, and transactions in it. */
  readonly idle?: number
  readonly transactions?: number
}

const EPISODES_A_CHILD = 3
const MESSAGES_AN_EPISODE = 8

/** The policy of each is the same, so that its text is made once. */
const stream = finishedStreamOf(EPISODES_A_CHILD)

const fillFolder = (directory: string, children: number) => {
  const events = children * stream.recorded.length
  writeMadeUpJournal(directory, {
    children,
    events,
    deliveries: children * EPISODES_A_CHILD * MESSAGES_AN_EPISODE,
    stream
  })
}

const fillDatabase = (url: string, children: number) =>
  Effect.gen(function* () {
    const sql = yield* connectedAs(url)
    const encode = Schema.encodeSync(RecordedEvent)
    const texts = JSON.stringify(stream.recorded.map((recorded) => JSON.stringify(encode(recorded))))
    const each = stream.recorded.length
    yield* sql`
      insert into safe_return.events (council, child, version, position, id, recorded)
      select safe_return.own_council(), 'LCS-' || (100000 + n), v, n * ${each}::integer + v, 'event-' || (n * ${each}::integer + v),
        regexp_replace(t #>> '{}', '("policeReference":"[^"]+)', '\\1-' || n)
      from generate_series(0, ${children}::integer - 1) n,
        json_array_elements(${texts}::json) with ordinality texts (t, v)`
    yield* sql`
      insert into safe_return.deliveries (council, subject, key, delivery, tag, said_at)
      select safe_return.own_council(), 'LCS-' || (100000 + n), 'reminder:' || m,
        '{"_tag":"Sent","key":"reminder:' || m || '","channel":"C0MADEUP","ts":"1760000000.000100","fingerprint":"x","sentAt":"2025-11-01T08:00:00.000Z"}',
        'Sent', '2025-11-01T08:00:00Z'
      from generate_series(0, ${children}::integer - 1) n,
        generate_series(1, ${EPISODES_A_CHILD * MESSAGES_AN_EPISODE}::integer) m`
    yield* sql`update safe_return.councils set last_position = ${children * each}`
    yield* sql`analyze safe_return.events`
    yield* sql`analyze safe_return.deliveries`
  }).pipe(Effect.scoped, Effect.runPromise)

const processorSeconds = ({ pid }: ChildProcess): number => {
  const [, after = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")
  const fields = after.split(" ")
  return (Number(fields[11]) + Number(fields[12])) / 100
}

const megabytes = ({ pid }: ChildProcess): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1_000

const startBot = async (workspace: SlackWorkspace, place: string) => {
  const program = await bundleOf(join(import.meta.dirname, "botProcess.ts"))
  const began = performance.now()
  const child = fork(program, [workspace.slackApiUrl, place, "off"], {
    stdio: ["ignore", 2, "inherit", "ipc"]
  })
  const { url } = await new Promise<{ readonly url: string }>((resolve, reject) => {
    child.once("message", (message) => resolve(message as { readonly url: string }))
    child.once("exit", (code) => reject(new Error(`The bot ended by itself with ${code}.`)))
  })
  const figures = {
    start: processorSeconds(child),
    startByClock: (performance.now() - began) / 1_000,
    memory: megabytes(child)
  }
  workspace.app.connect(`${url}/slack/events`)
  return {
    child,
    figures,
    stop: async () => {
      child.removeAllListeners("exit")
      const ended = new Promise((resolve) => child.once("exit", resolve))
      child.kill("SIGTERM")
      await ended
    }
  }
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Of several, as the first finds nothing compiled. */
const TIMES = 9
const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

const medianOf = async (work: () => Promise<unknown>): Promise<number> => {
  const times: Array<number> = []
  for (let time = 0; time < TIMES; time += 1) times.push(await timed(work))
  return median(times)
}

const SETTLED_AFTER = 20_000
const A_MINUTE = 60_000

const openDatabase = async () => {
  // The server's own upkeep counts transactions too, in whichever minute it comes.
  const server = await startPostgres({ settings: { autovacuum: "off" } })
  const database = await Effect.runPromise(freshDatabaseOn(server.url("postgres", "postgres")))
  const place = database.as(database.owner)
  const transactions = () =>
    Effect.gen(function* () {
      const sql = yield* connectedAs(place)
      const [row] = yield* sql<{ count: string }>`
        select (xact_commit + xact_rollback)::text as count from pg_stat_database where datname = current_database()`
      return Number(row?.count)
    }).pipe(Effect.scoped, Effect.runPromise)
  return { place, transactions, close: () => server.remove() }
}

const openFolder = async () => {
  const place = mkdtempSync(join(tmpdir(), "safe-return-growth-"))
  return {
    place,
    transactions: async () => 0,
    close: async () => rmSync(place, { recursive: true, force: true })
  }
}

export const measureGrowth = async (
  kept: StorageKind,
  episodes: number,
  how: "without an idle minute" | "with an idle minute" = "without an idle minute"
): Promise<Growth> => {
  const workspace = await startCouncilWorkspace()
  const { place, transactions, close } = await (kept === "folder" ? openFolder() : openDatabase())
  const children = Math.ceil(episodes / EPISODES_A_CHILD)
  try {
    if (kept === "folder") fillFolder(place, children)
    else {
      // The database has its shape once a bot has been there.
      await (await startBot(workspace, place)).stop()
      await fillDatabase(place, children)
    }
    // The first start after an update judges who is finished.
    await (await startBot(workspace, place)).stop()
    const { child, figures, stop } = await startBot(workspace, place)
    const manager = workspace.person(people.manager)
    const home = await medianOf(() => manager.openHome())
    const queue = await medianOf(() => manager.command(CHANNEL, "/rhi", "queue"))
    if (how === "without an idle minute") {
      await stop()
      return { episodes, ...figures, home, queue }
    }
    await pause(SETTLED_AFTER)
    const [processor, done] = [processorSeconds(child), await transactions()]
    await pause(A_MINUTE)
    const idle = processorSeconds(child) - processor
    // Asking is one transaction itself.
    const inAMinute = kept === "folder" ? 0 : (await transactions()) - done - 1
    await stop()
    return { episodes, ...figures, home, queue, idle, transactions: inAMinute }
  } finally {
    await close()
    await workspace.close()
  }
}

const row = ({ episodes, start, startByClock, memory, home, queue, idle = 0, transactions = 0 }: Growth): string =>
  `| ${[episodes.toLocaleString("en"), `${start.toFixed(2)} s`, `${startByClock.toFixed(2)} s`, `${Math.round(memory)} MB`, `${home.toFixed(1)} ms`, `${queue.toFixed(1)} ms`, `${idle.toFixed(2)} s`, transactions].join(" | ")} |`

if (import.meta.main) {
  const [kept = "folder", ...sizes] = process.argv.slice(2)
  process.stdout.write(
    "| episodes | start, processor | start, by the clock | memory | Home | queue | idle minute, processor | transactions |\n|---|---|---|---|---|---|---|---|\n"
  )
  for (const size of sizes) {
    const growth = await measureGrowth(kept === "postgres" ? "postgres" : "folder", Number(size), "with an idle minute")
    process.stdout.write(`${row(growth)}\n`)
  }
  process.exit(0)
}

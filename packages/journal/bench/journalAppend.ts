/**
 * One append at 1,000 and at 1,000,000 stored events, beside the least that can be durable (a temporary file of the same
 * bytes, flushed and renamed) and beside lowdb as it comes, which keeps everything in one file and flushes nothing.
 */
import { randomUUID } from "node:crypto"
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs"
import { open, rename } from "node:fs/promises"
import { join } from "node:path"
import type { Benchmark, Timing } from "@safe-return/bench"
import { Context, Effect, Exit, Layer, References, Scope } from "effect"
import { Low } from "lowdb"
import { JSONFile } from "lowdb/node"
import { journalLowdb } from "../src/files.ts"
import { Journal, type JournalEntry } from "../src/index.ts"
import { child, madeUpEvent } from "../test/syntheticEvents.ts"
import { writeMadeUpJournal } from "./madeUpJournal.ts"

const FEW = 1_000
const MANY = 1_000_000
const EVENTS_A_CHILD = 10
const PLAIN = 100_000
const APPENDS = 300
const APPENDS_OF_PLAIN = 20

const AGAINST_FEW = 1.2
const AGAINST_BARE = 2

/** On the disk this is on: the system's own folder for passing files may be memory. */
const place = (): string => {
  const folder = join(process.cwd(), ".safe-return")
  mkdirSync(folder, { recursive: true })
  return mkdtempSync(join(folder, "bench-journal-"))
}

type Append = (number: number) => Promise<unknown>

const journalOf = async (directory: string, events: number, scope: Scope.Scope): Promise<Append> => {
  const children = events / EVENTS_A_CHILD
  writeMadeUpJournal(directory, { children, events, deliveries: 0 })
  const services = await Effect.runPromise(
    Layer.buildWithScope(journalLowdb(directory), scope).pipe(Effect.provideService(References.MinimumLogLevel, "None"))
  )
  const journal = Context.get(services, Journal)
  // Each append is to another child, so that all are to streams of the same length.
  return async (number) => {
    const reference = child(`LCS-${100_000 + ((number * 7) % children)}`)
    const { version } = await Effect.runPromise(journal.read(reference))
    return Effect.runPromise(journal.append(reference, version, [madeUpEvent(randomUUID())]))
  }
}

const sizeOfOne = (directory: string): number => {
  const [first = ""] = readdirSync(join(directory, "children"))
  return statSync(join(directory, "children", first)).size
}

const bare = (directory: string, bytes: number): Append => {
  mkdirSync(directory)
  const text = "x".repeat(bytes)
  return async (number) => {
    const temporary = join(directory, `${randomUUID()}.tmp`)
    const file = await open(temporary, "wx")
    await file.writeFile(text)
    await file.sync()
    await file.close()
    await rename(temporary, join(directory, `bare-${number % 100}`))
  }
}

const plainLowdb = async (path: string, events: number): Promise<Append> => {
  const entry = (position: number): JournalEntry => ({
    ...madeUpEvent(position),
    child: child(`LCS-${position % 10_000}`),
    version: position,
    position
  })
  const entries = Array.from({ length: events }, (_, index) => entry(index + 1))
  const low = new Low<{ entries: Array<JournalEntry> }>(new JSONFile(path), { entries })
  return async (number) => {
    low.data.entries.push(entry(events + number))
    await low.write()
  }
}

const timesOf = async (appends: Record<string, Append>, count: number): Promise<Record<string, Timing>> => {
  const samples = Object.entries(appends).map(([name, append]) => ({ name, append, times: [] as Array<number> }))
  for (let number = 0; number < count; number += 1) {
    // In turn, and not always in the same order, so that a busy moment of the disk falls on all alike.
    for (let turn = 0; turn < samples.length; turn += 1) {
      const sample = samples[(turn + number) % samples.length]
      const begin = performance.now()
      await sample?.append(number)
      sample?.times.push(performance.now() - begin)
    }
  }
  return Object.fromEntries(
    samples.map(({ name, times }) => {
      const sorted = times.toSorted((one, other) => one - other)
      const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
      return [name, { median: at(0.5), p99: at(0.99) }]
    })
  )
}

const rounded = (value: number): number => Number(value.toPrecision(3))

const measure = async (directory: string, scope: Scope.Scope) => {
  const few = await journalOf(join(directory, "few"), FEW, scope)
  const many = await journalOf(join(directory, "many"), MANY, scope)
  const least = bare(join(directory, "bare"), sizeOfOne(join(directory, "few")))
  for (let number = 0; number < 20; number += 1) await Promise.all([few(number), many(number), least(number)])
  const timed = await timesOf({ many, few, least }, APPENDS)
  const plain = await timesOf({ plain: await plainLowdb(join(directory, "plain.json"), PLAIN) }, APPENDS_OF_PLAIN)
  return { ...timed, ...plain }
}

export const journalAppend: Benchmark = {
  id: "journal.append",
  work: "one append, durable, at 1,000,000 stored events",
  run: async () => {
    const directory = place()
    const scope = Effect.runSync(Scope.make())
    try {
      const times = await measure(directory, scope)
      const ours = times["many"] ?? { median: Number.NaN, p99: Number.NaN }
      const peer = (key: string, name: string) => {
        const { median, p99 } = times[key] ?? { median: Number.NaN, p99: Number.NaN }
        return { name, median: rounded(median), p99: rounded(p99), ratio: rounded(median / ours.median) }
      }
      const peers = [
        peer("few", "the same append at 1,000 stored events"),
        peer("least", "a bare temporary file of the same bytes, flushed and renamed (its folder is not flushed)"),
        peer("plain", "lowdb as it comes at 100,000 stored events, not flushed")
      ]
      return {
        ours: { median: rounded(ours.median), p99: rounded(ours.p99), unit: "ms", runs: APPENDS },
        peers,
        must: `at most ${AGAINST_FEW} × the cost at 1,000 events, and ${AGAINST_BARE} × the bare file`,
        met: (peers[0]?.ratio ?? 0) >= 1 / AGAINST_FEW && (peers[1]?.ratio ?? 0) >= 1 / AGAINST_BARE
      }
    } finally {
      await Effect.runPromise(Scope.close(scope, Exit.void))
      if (existsSync(directory)) rmSync(directory, { recursive: true, force: true })
    }
  }
}

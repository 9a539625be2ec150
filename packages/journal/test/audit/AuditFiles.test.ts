import { appendFile, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { Effect, Layer, Logger, Stream } from "effect"
import { auditInLockedDirectory, readAudit } from "../../src/audit/AuditFiles.ts"
import { openAuditLog } from "../../src/audit/auditLog.ts"
import { LockedDirectory } from "../../src/documents/LockedDirectory.ts"
import { Audit } from "../../src/index.ts"
import { addAll, auditContract, readBack } from "../auditContract.ts"
import { watchFlushes } from "../flushes.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { entriesFrom, madeUpEntry } from "../madeUpEntry.ts"
import { runInShell, runProcess } from "../processes/runProcess.ts"
import { restarted } from "../restart.ts"

const auditIn = (directory: string) => auditInLockedDirectory.pipe(Layer.provide(LockedDirectory.layer(directory)))

const FIRST = "audit/000000000001.jsonl"

auditContract(
  "files",
  Effect.map(freshDirectory, (directory) => auditIn(directory))
)

/** What was written to the log meanwhile. */
const logged = () => {
  const lines: Array<string> = []
  return { lines, layer: Logger.layer([Logger.map(Logger.formatSimple, (line) => void lines.push(line))]) }
}

const numbersIn = (directory: string) =>
  Effect.map(Stream.runCollect(readAudit(directory)), (records) =>
    records.map((record) => (record._tag === "Entry" ? record.number : record.reason))
  )

describe("the audit in files", () => {
  it.live("flushes once for all that came while the disk was busy", () =>
    Effect.gen(function* () {
      let flushes = 0
      yield* watchFlushes(async (isFolder) => {
        if (!isFolder) flushes += 1
      })
      yield* restarted(auditIn(yield* freshDirectory))(
        Effect.gen(function* () {
          const before = flushes
          yield* addAll(entriesFrom(0, 500))
          expect(flushes - before).toBeGreaterThan(0)
          expect(flushes - before).toBeLessThan(10)
        })
      )
    }).pipe(Effect.scoped)
  )

  it.live("can be read while another process writes it", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      yield* restarted(auditIn(directory))(
        Effect.gen(function* () {
          yield* addAll(entriesFrom(0, 3))
          yield* Effect.promise(() => appendFile(join(directory, FIRST), '{"number":4,"at":"2026'))
          expect(yield* numbersIn(directory)).toEqual([1, 2, 3])
        })
      )
    }).pipe(Effect.scoped)
  )

  it.live("begins a new file when one is full, and reads on from one to the next", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const folder = join(directory, "audit")
      yield* Effect.promise(async () => {
        for (const life of [0, 1]) {
          const log = await openAuditLog(folder, 1_000)
          for (let at = 0; at < 10; at++) await log.add(entriesFrom(life * 20 + at * 2, 2))
          await log.close()
        }
      })
      const names = (yield* Effect.promise(() => readdir(folder))).filter((name) => name.endsWith(".jsonl"))
      expect(names.length).toBeGreaterThan(3)
      expect(yield* numbersIn(directory)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
      yield* Effect.promise(() => rm(join(folder, names.sort()[1] ?? "")))
      expect((yield* numbersIn(directory)).filter((number) => typeof number === "string")).toEqual([
        expect.stringMatching(/^entries \d+ to \d+ are missing$/)
      ])
    }).pipe(Effect.scoped)
  )
})

describe("after a crash in the middle of an entry", () => {
  it.live("the unfinished entry is cut off with a word in the log, wherever it broke off", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const restart = restarted(auditIn(directory))
      yield* restart(addAll(entriesFrom(0, 3)))
      const path = join(directory, FIRST)
      const { length: whole } = yield* Effect.promise(() => readFile(path))
      yield* restart(addAll([madeUpEntry(3)]))
      const bytes = yield* Effect.promise(() => readFile(path))
      for (let broken = whole + 1; broken < bytes.length; broken += 13) {
        yield* Effect.promise(() => writeFile(path, bytes.subarray(0, broken)))
        yield* Effect.promise(() => rm(join(directory, "audit/end.json")))
        const log = logged()
        yield* restart(Effect.void).pipe(Effect.provide(log.layer))
        expect(log.lines.join()).toContain(`unfinished entry of ${broken - whole} bytes`)
        expect(yield* numbersIn(directory)).toEqual([1, 2, 3])
      }
      yield* restart(addAll([madeUpEntry(4)]))
      expect(yield* numbersIn(directory)).toEqual([1, 2, 3, 4])
    }).pipe(Effect.scoped)
  )

  it.live("no entry is lost whose adding had returned", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const acknowledged: Array<number> = []
      for (const [life, moment] of [30, 55, 90].entries()) {
        const running = yield* runProcess("auditUntilKilled", directory, String(life + 1))
        expect(yield* Effect.promise(() => running.firstLine)).toBe("open")
        // A slow machine would else be killed each time before anything had returned.
        yield* Effect.promise(() => expect.poll(() => running.lines.length).toBeGreaterThan(2))
        yield* Effect.sleep(moment)
        yield* Effect.promise(running.kill)
        expect(running.errors()).toBe("")
        acknowledged.push(...running.lines.slice(1).map(Number))
      }
      const kept = yield* restarted(auditIn(directory))(readBack)
      const times = new Set(kept.map((record) => (record._tag === "Entry" ? Number(record.entry.at) : record.reason)))
      expect(acknowledged.length).toBeGreaterThan(3)
      expect(acknowledged.filter((id) => !times.has(Number(madeUpEntry(id).at)))).toEqual([])
      expect(kept.filter(({ _tag }) => _tag === "Damage")).toEqual([])
    }).pipe(Effect.scoped)
  )
})

describe("an audit in which an entry was changed", () => {
  it.live("goes on, because a stopped bot alerts nobody, and names the entry to its readers", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const restart = restarted(auditIn(directory))
      yield* restart(addAll(entriesFrom(0, 3)))
      yield* Effect.promise(async () => {
        const path = join(directory, FIRST)
        await writeFile(path, (await readFile(path, "utf8")).replace("UMADEUP1", "UMADEUP9"))
      })
      yield* restart(addAll([madeUpEntry(3)]))
      expect(yield* numbersIn(directory)).toEqual([
        1,
        "entry 2 is not as it was written, or the one before it is not",
        2,
        3,
        4
      ])
    }).pipe(Effect.scoped)
  )
})

describe("an audit that cannot be written", () => {
  it.live("fails the entry when the disk is full, keeps what was there, and goes on afterwards", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      // No file may grow beyond 8 blocks of 512 bytes.
      const running = yield* runInShell('ulimit -f 8; exec "$0" "$@"', "auditUntilKilled", directory, "1", "1")
      yield* Effect.promise(() => running.ended)
      expect(running.lines.at(-1)).toMatch(/^failed: The audit at .* cannot be written: .*EFBIG/)
      const acknowledged = running.lines.slice(1, -1)
      expect(acknowledged.length).toBeGreaterThan(5)
      expect(yield* numbersIn(directory)).toEqual(acknowledged.map((_, index) => index + 1))
      yield* restarted(auditIn(directory))(addAll([madeUpEntry(1)]))
      expect(yield* numbersIn(directory)).toHaveLength(acknowledged.length + 1)
    }).pipe(Effect.scoped)
  )

  it.live("fails every entry after one the disk does not confirm, until it is restarted", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const restart = restarted(auditIn(directory))
      yield* restart(
        Effect.gen(function* () {
          const audit = yield* Audit
          yield* audit.add(madeUpEntry(1))
          const refused = yield* Effect.scoped(
            Effect.andThen(
              watchFlushes(async () => {
                throw Object.assign(new Error("i/o error"), { code: "EIO" })
              }),
              Effect.flip(audit.add(madeUpEntry(2)))
            )
          )
          expect(refused).toMatchObject({ _tag: "NotAudited", reason: "the disk did not confirm an audit entry" })
          expect((yield* Effect.flip(audit.add(madeUpEntry(3)))).reason).toContain("start again")
        })
      )
      yield* restart(addAll([madeUpEntry(4)]))
      // The one that was not confirmed may be there or not.
      expect([
        [1, 2],
        [1, 2, 3]
      ]).toContainEqual(yield* numbersIn(directory))
    }).pipe(Effect.scoped)
  )

  it.live("fails what is still waiting when it is closed", () =>
    Effect.gen(function* () {
      const audit = yield* restarted(auditIn(yield* freshDirectory))(Audit)
      expect((yield* Effect.flip(audit.add(madeUpEntry(1)))).reason).toContain("closed")
    }).pipe(Effect.scoped)
  )
})

describe("an audit whose end was taken away", () => {
  it.live("is told of at the next start, and the gap stays in it", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const restart = restarted(auditIn(directory))
      yield* restart(addAll(entriesFrom(0, 2)))
      const { length: whole } = yield* Effect.promise(() => readFile(join(directory, FIRST)))
      yield* restart(addAll(entriesFrom(2, 3)))
      yield* Effect.promise(() => truncate(join(directory, FIRST), whole))
      const log = logged()
      yield* restart(addAll([madeUpEntry(9)])).pipe(Effect.provide(log.layer))
      expect(log.lines.join()).toContain("entries 3 to 5 are gone")
      expect(yield* numbersIn(directory)).toEqual([1, 2, "entries 3 to 5 are missing", 6])
    }).pipe(Effect.scoped)
  )
})

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { utc } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { Effect, Layer, Logger, Result, Stream } from "effect"
import fc from "fast-check"
import { isAtLength } from "../../../test-suite/src/atLength/isAtLength.ts"
import { checkedText, readCheckedText, textOf } from "../../src/documents/checkedText.ts"
import { linked, readLedger } from "../../src/documents/ledgerLines.ts"
import { SealRefused, sealedWith, unsealed } from "../../src/documents/sealing.ts"
import { inspectJournal, lowdbLayer } from "../../src/files.ts"
import { Audit, Deliveries, Journal, Profiles } from "../../src/index.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { madeUpEntry } from "../madeUpEntry.ts"
import { mutationsOf } from "../mutations.ts"
import { restarted } from "../restart.ts"
import { child, madeUpEvent, opened } from "../syntheticEvents.ts"

const key = sealedWith(Buffer.alloc(32, 7))

const sealings = [
  ["unencrypted", unsealed],
  ["encrypted", key]
] as const

/** The sign that decoding puts in the place of bytes that are no text: it may stand in a text by right. */
const replacementSign = PersonId.make("U\uFFFDé")

const [anyOpening] = fc.sample(opened, { numRuns: 1, seed: 3 })

const fill = Effect.gen(function* () {
  const journal = yield* Journal
  const [first, second] = [madeUpEvent("opened"), madeUpEvent(1)]
  if (anyOpening === undefined) throw new Error("no sample")
  const opening = { ...first.recorded, event: { ...anyOpening, policy: rotherham } }
  yield* journal.append(child("L-1"), 0, [{ ...first, recorded: opening }])
  yield* journal.append(child("L-1"), 1, [{ ...second, recorded: { ...second.recorded, recordedBy: replacementSign } }])
  yield* journal.append(child("L-2"), 0, [madeUpEvent(2)])
  const claimed = { _tag: "Claimed", key: "card:1", channel: "C1", claimedAt: utc(2026, 11, 1) } as const
  const deliveries = yield* Deliveries
  yield* deliveries.keep(child("L-1"), claimed)
  yield* deliveries.keep("team", claimed)
  yield* deliveries.announceFrom(utc(2026, 11, 1))
  yield* (yield* Profiles).bring({ child: child("L-1") })
  const audit = yield* Audit
  yield* audit.add(madeUpEntry(1))
  yield* audit.add({ ...madeUpEntry(2), by: replacementSign })
  yield* audit.add(madeUpEntry(3))
})

const filesIn = (directory: string): ReadonlyMap<string, Buffer> => {
  const found = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = found.map((entry) => join(entry.parentPath, entry.name))
  return new Map(paths.map((path) => [path.slice(directory.length + 1), readFileSync(path)]))
}

const putBack = (directory: string, files: ReadonlyMap<string, Buffer>): void => {
  rmSync(directory, { recursive: true, force: true })
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(directory, name)), { recursive: true })
    writeFileSync(join(directory, name), bytes)
  }
}

/** A journal that was closed in order, with what its files hold and what a start writes to the log. */
const closedJournal = (sealing: typeof unsealed) =>
  Effect.gen(function* () {
    const directory = yield* freshDirectory
    const lines: Array<string> = []
    const log = Logger.layer([Logger.map(Logger.formatSimple, (line) => void lines.push(line))])
    const restart = restarted(lowdbLayer({ directory, sealing }).pipe(Layer.provide(log)))
    yield* restart(fill)
    const files = filesIn(directory)
    const logged = (): string => lines.splice(0).join("\n")
    return { directory, files, restart, logged }
  })

/** One of so many damages is tried, in turn at other bytes and of other kinds: all of them take ten minutes. */
const VERIFIED = isAtLength ? 29 : 331
const STARTED = isAtLength ? 211 : 1_511
/** A policy is told by its digest: a small part of its many bytes speaks for the others. */
const LONG = 20

const everyFor = (name: string, every: number): number => (name.startsWith("policies/") ? LONG * every + 1 : every)

describe("a closed journal of which any one byte is damaged", () => {
  it.live.each(sealings)("is not verified as whole: %s", ([, sealing]) =>
    Effect.gen(function* () {
      const { directory, files } = yield* closedJournal(sealing)
      expect(yield* inspectJournal(directory, sealing)).toMatchObject({ faults: [], closed: true })
      expect(files.size).toBe(12)
      const unnoticed: Array<string> = []
      for (const [name, whole] of files) {
        for (const { what, bytes } of mutationsOf(whole, everyFor(name, VERIFIED))) {
          if (bytes.equals(whole)) continue
          writeFileSync(join(directory, name), bytes)
          const found = yield* Effect.result(inspectJournal(directory, sealing))
          const isNoticed = Result.isFailure(found) || found.success.faults.length > 0 || !found.success.closed
          if (!isNoticed) unnoticed.push(`${name}: ${what}`)
        }
        writeFileSync(join(directory, name), whole)
      }
      expect(unnoticed).toEqual([])
    }).pipe(Effect.scoped)
  )

  it.live.each(sealings)("does not start without a word: %s", ([, sealing]) =>
    Effect.gen(function* () {
      const { directory, files, restart, logged } = yield* closedJournal(sealing)
      yield* restart(Journal)
      expect(logged()).toBe("")
      const unnoticed: Array<string> = []
      for (const [name, whole] of files) {
        // A start reads none of these: verify does.
        if (name.endsWith(".previous")) continue
        for (const { what, bytes } of mutationsOf(whole, everyFor(name, STARTED))) {
          if (bytes.equals(whole)) continue
          putBack(directory, files)
          writeFileSync(join(directory, name), bytes)
          const started = yield* Effect.result(restart(Journal))
          const isNoticed = Result.isFailure(started) ? started.failure.message.includes(name) : logged() !== ""
          if (!isNoticed) unnoticed.push(`${name}: ${what}`)
        }
      }
      expect(unnoticed).toEqual([])
    }).pipe(Effect.scoped)
  )

  it.live("is told of at the file that is damaged, whatever rests on it", () =>
    Effect.gen(function* () {
      const { directory, files } = yield* closedJournal(key)
      for (const [name, whole] of files) {
        if (name === "heads.ledger") continue
        const [mutation] = mutationsOf(whole)
        writeFileSync(join(directory, name), mutation?.bytes ?? "")
        const { faults } = yield* inspectJournal(directory, key)
        expect(faults.map(({ document }) => document.replace(/, line \d+$/, ""))).toContain(name)
        expect(faults.every(({ document }) => document.startsWith(name))).toBe(true)
        writeFileSync(join(directory, name), whole)
      }
    }).pipe(Effect.scoped)
  )
})

describe("every small damage, one by one", () => {
  it("leaves no sealed text open, however many spare bits its last character has", () => {
    for (const text of ["a", "ab", "abc", "abcd"]) {
      const sealed = key.seal("children/l-1.json", text)
      for (const { what, bytes } of mutationsOf(sealed)) {
        const open = () => key.open("children/l-1.json", bytes.toString("utf8"))
        expect(open, `${text}: ${what}`).toThrow(SealRefused)
      }
    }
  })

  it("leaves no text with a checksum that fits", () => {
    for (const { what, bytes } of mutationsOf(textOf(checkedText(12, '{"child":"L-1"}')))) {
      expect(readCheckedText(bytes.toString("utf8")), what).toBeTypeOf("string")
    }
  })

  it.each(sealings)("leaves no ledger that passes for one that was closed: %s", (_, sealing) => {
    const heads = [1, 2].map((generation) => ({ document: `children/l-${generation}.json`, generation, sha256: "x" }))
    const { text } = linked(sealing, [{ opened: true }, ...heads, { settled: 2 }, { closed: ["children"] }])
    expect(readLedger("heads.ledger", text, sealing).closed).toEqual(["children"])
    for (const { what, bytes } of mutationsOf(text)) {
      const read = Result.try(() => readLedger("heads.ledger", bytes.toString("utf8"), sealing))
      if (Result.isSuccess(read)) expect(read.success.closed, what).toEqual([])
    }
  })
})

describe("a ledger at the end of which a power cut left something", () => {
  const whole = linked(unsealed, [{ opened: true }, { settled: 1 }])
  const last = linked(unsealed, [{ settled: 2 }], whole.link).text

  it.each([
    ["half of a line", last.slice(0, 50)],
    ["a line without its end", last.slice(0, -1)],
    ["room that was never written", "\0".repeat(100)],
    ["room that was never written within a line", `${last.slice(0, 9)}\0\0\0\0${last.slice(13)}`]
  ])("is read up to it: %s", (_, end) => {
    const read = readLedger("heads.ledger", whole.text + end, unsealed)
    expect(read).toMatchObject({ settled: 1, lines: 2, length: whole.text.length, closed: [] })
  })
})

describe("an audit's end", () => {
  const audited = Effect.flatMap(Audit, (audit) => audit.add(madeUpEntry(4)))

  it.live("is not verified where lines, or a part of one, came to it while it was closed", () =>
    Effect.gen(function* () {
      const { directory, files, restart } = yield* closedJournal(unsealed)
      yield* restart(audited)
      const path = join(directory, "audit/000000000001.jsonl")
      const longer = readFileSync(path)
      putBack(directory, files)
      for (const bytes of [longer, longer.subarray(0, -5)]) {
        writeFileSync(path, bytes)
        const { faults } = yield* inspectJournal(directory, unsealed)
        expect(faults).toMatchObject([
          { document: "audit/end.json", reason: expect.stringMatching(/came after it was closed/) }
        ])
      }
    }).pipe(Effect.scoped)
  )

  it.live("may be ahead of where it was opened while a process writes it", () =>
    Effect.gen(function* () {
      const { directory, restart } = yield* closedJournal(unsealed)
      yield* restart(
        Effect.gen(function* () {
          yield* audited
          expect(yield* inspectJournal(directory, unsealed)).toMatchObject({ faults: [], closed: true })
          expect(yield* Stream.runCollect((yield* Audit).read)).toHaveLength(4)
        })
      )
    }).pipe(Effect.scoped)
  )

  it.live("is missed where it was taken away, in a journal that knows of it", () =>
    Effect.gen(function* () {
      const { directory, restart, logged } = yield* closedJournal(unsealed)
      rmSync(join(directory, "audit/end.json"))
      const { faults } = yield* inspectJournal(directory, unsealed)
      expect(faults).toEqual([{ document: "audit/end.json", reason: "it is missing" }])
      yield* restart(Journal)
      expect(logged()).toContain("end.json is missing")
    }).pipe(Effect.scoped)
  )
})

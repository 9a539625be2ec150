import { appendFile, copyFile, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { Effect, Equal } from "effect"
import fc from "fast-check"
import { LEDGER } from "../../src/documents/headLedger.ts"
import { sealedWith, unsealed } from "../../src/documents/sealing.ts"
import { inspectJournal, lowdbLayer } from "../../src/files.ts"
import { Journal } from "../../src/index.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { restarted } from "../restart.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"
import { forge } from "./forger.ts"

const references = ["LCS-1", "LCS-2", "LCS-3"]

/** Three children, each with so many appends of one event. */
const fill = (appends: number) =>
  Effect.gen(function* () {
    const journal = yield* Journal
    for (let version = 0; version < appends; version++) {
      for (const reference of references) {
        yield* journal.append(child(reference), version, [madeUpEvent(`${reference}-${version}`)])
      }
    }
  })

const lastMoved = (entries: ReadonlyArray<string>) => [...entries.slice(1), ...entries.slice(0, 1)]
const firstEdited = ([first = "", ...rest]: ReadonlyArray<string>) => [first.replace("UMADEUP1", "UMADEUP9"), ...rest]

type Tampering = (path: string) => Promise<unknown>

/** Without the key only what is readable is known: of an encrypted journal none of this. */
const forgeries: Record<string, Tampering> = {
  "an edit with every hash made to fit": (path) => forge(path, firstEdited),
  "another order with every hash made to fit": (path) => forge(path, lastMoved),
  "a tail cut off with every hash made to fit": (path) => forge(path, (entries) => entries.slice(0, -1)),
  "a tail cut off as if the write before were the last": (path) => forge(path, (entries) => entries.slice(0, -1), -1),
  "an entry added while nobody was there": (path) => forge(path, (entries) => [...entries, ...entries.slice(-1)], 1)
}

const damages: Record<string, Tampering> = {
  "the text before its last write put back": (path) => copyFile(`${path}.previous`, path),
  "a removed file": (path) => rm(path),
  "an emptied file": (path) => writeFile(path, ""),
  "a longer file": (path) => appendFile(path, "\n")
}

const flipped =
  (at: number, bit: number): Tampering =>
  async (path) => {
    const bytes = await readFile(path)
    const place = at % bytes.length
    bytes[place] = (bytes[place] ?? 0) ^ (1 << bit)
    await writeFile(path, bytes)
  }

const damaging = fc.oneof(
  fc.constantFrom(...Object.values(damages)),
  fc.tuple(fc.nat(), fc.integer({ min: 0, max: 7 })).map(([at, bit]) => flipped(at, bit))
)

const tampering = fc.oneof(damaging, fc.constantFrom(...Object.values(forgeries)))

const key = sealedWith(Buffer.alloc(32, 7))

describe("tampering with a closed journal", () => {
  it.live.each([
    ["unencrypted", unsealed, tampering],
    ["encrypted", key, damaging]
  ] as const)("is found, named at its document alone, and stops the start: %s", ([, sealing, tampering]) =>
    Effect.promise(() =>
      fc.assert(
        fc.asyncProperty(
          tampering,
          fc.constantFrom("lcs-1", "lcs-2", "lcs-3"),
          fc.integer({ min: 2, max: 4 }),
          (tamper, name, appends) =>
            Effect.gen(function* () {
              const directory = yield* freshDirectory
              const restart = restarted(lowdbLayer({ directory, sealing }))
              yield* restart(fill(appends))
              const path = join(directory, "children", `${name}.json`)
              yield* Effect.promise(() => tamper(path))
              const { faults } = yield* inspectJournal(directory, sealing)
              expect(faults.map(({ document }) => document)).toEqual([`children/${name}.json`])
              const refusal = yield* Effect.flip(restart(Effect.flatMap(Journal, (journal) => journal.readAll)))
              expect(refusal.message).toContain(`children/${name}.json`)
            }).pipe(Effect.scoped, Effect.runPromise)
        ),
        { numRuns: 40 }
      )
    )
  )
})

describe("a forgery of an encrypted journal", () => {
  it.live.each(Object.entries(forgeries))("takes the key: %s", ([, forgery]) =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      yield* restarted(lowdbLayer({ directory, sealing: key }))(fill(2))
      const path = join(directory, "children/lcs-1.json")
      const before = yield* Effect.promise(() => readFile(path, "utf8"))
      const refused = yield* Effect.flip(Effect.tryPromise(() => forgery(path)))
      expect(String(refused.cause)).toContain("not of format 2")
      expect(yield* Effect.promise(() => readFile(path, "utf8"))).toBe(before)
    }).pipe(Effect.scoped)
  )
})

/** The seal's fields end in characters of which some bits are spare: decoding drops them, and no seal covers them. */
const LAST_OF_FIELD = {
  tag: /.(?=","sealed")/,
  "sealed text": /.(?="\}\n$)/
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

describe("a bit of a closed document that decoding drops", () => {
  it.live.each(Object.entries(LAST_OF_FIELD))("is found and stops the start when it is flipped in the %s", ([, last]) =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const restart = restarted(lowdbLayer({ directory, sealing: key }))
      yield* restart(fill(2))
      // Texts of other lengths have other numbers of spare bits in their last character.
      let flipped = 0
      for (const name of ["children/lcs-1.json", "children/lcs-1.json.previous"]) {
        const path = join(directory, name)
        const text = yield* Effect.promise(() => readFile(path, "utf8"))
        const changed = text.replace(last, (character) => ALPHABET[ALPHABET.indexOf(character) ^ 1] ?? "")
        const decoded = (text: string) =>
          Object.values(JSON.parse(text)).map((field) => Buffer.from(`${field}`, "base64url"))
        if (!Equal.equals(decoded(changed).map(String), decoded(text).map(String))) continue
        flipped += 1
        yield* Effect.promise(() => writeFile(path, changed))
        const { faults } = yield* inspectJournal(directory, key)
        expect(faults).toMatchObject([{ document: name, reason: expect.stringContaining("its seal does not fit") }])
        if (name.endsWith(".json")) expect((yield* Effect.flip(restart(Journal))).message).toContain(name)
        yield* Effect.promise(() => writeFile(path, text))
      }
      expect(flipped).toBeGreaterThan(0)
    }).pipe(Effect.scoped)
  )
})

describe("a process killed between a document and its line", () => {
  const lastLineGone = async (directory: string): Promise<void> => {
    const path = join(directory, LEDGER)
    const lines = (await readFile(path, "utf8")).trimEnd().split("\n")
    const withoutClosing = lines.filter((line) => !/closed|settled/.test(line))
    await writeFile(path, `${withoutClosing.slice(0, -1).join("\n")}\n`)
    // A process that was killed had not closed it.
    await rm(join(directory, "heads.end"))
  }

  it.live("starts again with what was written, and says which document was ahead", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const restart = restarted(lowdbLayer({ directory }))
      yield* restart(fill(2))
      yield* Effect.promise(() => lastLineGone(directory))
      expect(yield* inspectJournal(directory, unsealed)).toMatchObject({ ahead: ["children/lcs-3.json"], faults: [] })
      const entries = yield* restart(Effect.flatMap(Journal, (journal) => journal.readAll))
      expect(entries).toHaveLength(6)
      expect(yield* inspectJournal(directory, unsealed)).toMatchObject({ ahead: [], faults: [] })
    }).pipe(Effect.scoped)
  )

  it.live("does not pass for one when what stood before was changed as well", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const restart = restarted(lowdbLayer({ directory }))
      yield* restart(fill(2))
      yield* Effect.promise(() => lastLineGone(directory))
      yield* Effect.promise(() => forge(join(directory, "children/lcs-3.json"), firstEdited))
      const { faults } = yield* inspectJournal(directory, unsealed)
      expect(faults).toMatchObject([
        { document: "children/lcs-3.json", reason: expect.stringContaining("does not go on from version 1") }
      ])
      expect(faults[0]?.previous).toBe("children/lcs-3.json.previous")
      yield* Effect.flip(restart(Journal))
    }).pipe(Effect.scoped)
  )
})

describe("a journal that is encrypted", () => {
  it.live("shows nothing of an event on disk, and is refused without its key or with another", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      yield* restarted(lowdbLayer({ directory, sealing: key }))(fill(2))
      const names = yield* Effect.promise(() => readdir(directory, { recursive: true }))
      const texts = yield* Effect.promise(() =>
        Promise.all(names.filter((name) => /json/.test(name)).map((name) => readFile(join(directory, name), "utf8")))
      )
      expect(texts.length).toBeGreaterThan(3)
      for (const text of texts) expect(text).not.toMatch(/UMADEUP|ChildFound|episode/)
      for (const [sealing, words] of [
        [unsealed, `encrypted with the key ${key.keyId}, and no key was given`],
        [sealedWith(Buffer.alloc(32, 8)), `encrypted with the key ${key.keyId}, and the key given is`]
      ] as const) {
        const before = yield* Effect.promise(() => readdir(directory, { recursive: true }))
        expect((yield* Effect.flip(restarted(lowdbLayer({ directory, sealing }))(Journal))).message).toContain(words)
        expect(yield* Effect.promise(() => readdir(directory, { recursive: true }))).toEqual(before)
      }
    }).pipe(Effect.scoped)
  )

  it.live("does not take one child's document in another's place, nor one that is not encrypted", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const restart = restarted(lowdbLayer({ directory, sealing: key }))
      yield* restart(fill(1))
      const [one, two] = [join(directory, "children/lcs-1.json"), join(directory, "children/lcs-2.json")]
      const before = yield* Effect.promise(() => readFile(one, "utf8"))
      yield* Effect.promise(() => copyFile(two, one))
      expect((yield* Effect.flip(restart(Journal))).message).toContain("brought here from another place")
      yield* Effect.promise(() => writeFile(one, '{"format":1,"child":"LCS-1","entries":[]}'))
      expect((yield* Effect.flip(restart(Journal))).message).toContain("is not encrypted")
      yield* Effect.promise(() => writeFile(one, before))
      yield* restart(Journal)
    }).pipe(Effect.scoped)
  )
})

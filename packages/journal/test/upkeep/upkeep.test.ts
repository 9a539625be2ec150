import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { utc } from "@safe-return/domain/calendar"
import { rotherham } from "@safe-return/domain/policy"
import { Effect, Fiber } from "effect"
import fc from "fast-check"
import { replaceFile } from "../../src/documents/durableFile.ts"
import { sealedWith, unsealed } from "../../src/documents/sealing.ts"
import { backUp, inspectJournal, lowdbLayer, restore, rotateKey } from "../../src/files.ts"
import { Deliveries, Erasures, Journal, type JournalEntry, Profiles, PublishedScorecards } from "../../src/index.ts"
import { heldOf, nothing } from "../erasuresContract.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { appendAtTheEnd } from "../journalContract.ts"
import { writeFormatOne } from "../lowdb/formatOne.ts"
import { asked } from "../madeUpErasure.ts"
import { newerRecords, recordInFolder, widerRecord } from "../newerVersion.ts"
import { october } from "../publishedScorecardsContract.ts"
import { restarted } from "../restart.ts"
import { child, madeUpEvent, opened } from "../syntheticEvents.ts"

const [oldKey, newKey] = [sealedWith(Buffer.alloc(32, 1)), sealedWith(Buffer.alloc(32, 2))]

const readAll = Effect.flatMap(Journal, (journal) => journal.readAll)

const [openedEvent] = fc.sample(opened, { numRuns: 1, seed: 3 })

const fill = Effect.gen(function* () {
  const journal = yield* Journal
  const event = madeUpEvent("opened")
  if (openedEvent === undefined) throw new Error("no sample")
  const recorded = { ...event.recorded, event: { ...openedEvent, policy: rotherham } }
  yield* journal.append(child("LCS-1"), 0, [{ ...event, recorded }])
  for (let number = 1; number <= 6; number++) yield* appendAtTheEnd(`LCS-${number % 3}`, madeUpEvent(number))
  const claimed = { _tag: "Claimed", key: "card:1", channel: "C1", claimedAt: utc(2026, 11, 1) } as const
  yield* (yield* Deliveries).keep(child("LCS-1"), claimed)
  return yield* journal.readAll
})

const filesOf = async (directory: string) => {
  const names = await readdir(directory, { recursive: true, withFileTypes: true })
  const paths = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(await Promise.all(paths.sort().map(async (path) => [path, await readFile(path, "utf8")])))
}

describe("a backup", () => {
  it.live("is one cut through a journal in use: all up to a position, nothing after it", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const copies = yield* freshDirectory
      const restart = restarted(lowdbLayer({ directory }))
      const all: ReadonlyArray<JournalEntry> = yield* restart(
        Effect.gen(function* () {
          yield* fill
          const keepAppending = Effect.forEach(Array.from({ length: 5_000 }), (_, number) =>
            appendAtTheEnd(`LCS-${number % 7}`, madeUpEvent(`later-${number}`))
          )
          const writing = yield* Effect.forkChild(keepAppending)
          for (const copy of ["1", "2", "3"]) {
            const acknowledged = (yield* readAll).length
            const found = yield* backUp(directory, join(copies, copy), unsealed)
            expect(found.faults).toEqual([])
            expect(found.position).toBeGreaterThanOrEqual(acknowledged)
            expect(found.events).toBe(found.position)
          }
          yield* Fiber.interrupt(writing)
          return yield* readAll
        })
      )
      for (const copy of ["1", "2", "3"]) {
        const entries = yield* restarted(lowdbLayer({ directory: join(copies, copy) }))(readAll)
        expect(entries).toEqual(all.slice(0, entries.length))
      }
    }).pipe(Effect.scoped)
  )

  it.live("is whole while children are erased: each is there with everything or a tombstone alone", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const copies = yield* freshDirectory
      const children = Array.from({ length: 20 }, (_, number) => `LCS-${number}`)
      const made = yield* restarted(lowdbLayer({ directory }))(
        Effect.gen(function* () {
          const erasures = yield* Erasures
          for (const about of children) {
            yield* appendAtTheEnd(about, madeUpEvent(about))
            const key = `card:${about}`
            yield* (yield* Deliveries).keep(child(about), { _tag: "Superseded", key, by: "x", at: utc(2026, 11, 1) })
            yield* (yield* Profiles).bring({ child: child(about) })
          }
          const erasing = yield* Effect.forkChild(
            Effect.forEach(children.slice(0, 10), (about) => erasures.erase({ ...asked, child: child(about) }))
          )
          let copy = 0
          for (; erasing.pollUnsafe() === undefined; copy += 1) {
            expect((yield* backUp(directory, join(copies, String(copy)), unsealed)).faults).toEqual([])
          }
          yield* Fiber.join(erasing)
          return copy
        })
      )
      expect(made).toBeGreaterThan(0)
      for (const copy of Array.from({ length: made }, (_, copy) => String(copy))) {
        yield* restarted(lowdbLayer({ directory: join(copies, copy) }))(
          Effect.gen(function* () {
            const erased = new Set((yield* (yield* Erasures).all).map((tombstone) => tombstone.child))
            for (const about of children) {
              const held = erased.has(child(about)) ? nothing : { events: 1, profile: true, deliveries: 1 }
              expect([about, yield* heldOf(about)]).toEqual([about, held])
            }
          })
        )
      }
    }).pipe(Effect.scoped)
  )

  it.live("brings back what was published of months, which an erasure leaves: no child is in it", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const publishAndErase = Effect.gen(function* () {
        yield* fill
        yield* (yield* PublishedScorecards).publish(october)
        yield* (yield* Erasures).erase({ ...asked, child: child("LCS-1") })
      })
      yield* restarted(lowdbLayer({ directory }))(publishAndErase)
      const [copy, target] = [join(yield* freshDirectory, "copy"), join(yield* freshDirectory, "target")]
      expect((yield* backUp(directory, copy, unsealed)).faults).toEqual([])
      expect((yield* restore(copy, target, unsealed)).faults).toEqual([])
      const all = Effect.flatMap(PublishedScorecards, (published) => published.all)
      expect(yield* restarted(lowdbLayer({ directory: target }))(all)).toEqual([october])
    }).pipe(Effect.scoped)
  )

  it.live("takes what was sent with it, and reads a journal of format 1", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const entries = [1, 2].map((position) => ({
        ...madeUpEvent(position),
        child: child("LCS-1"),
        version: position,
        position
      }))
      yield* Effect.promise(() => writeFormatOne(directory, entries))
      yield* restarted(lowdbLayer({ directory }))(readAll)
      const copy = join(yield* freshDirectory, "copy")
      expect(yield* backUp(directory, copy, unsealed)).toMatchObject({ events: 2, unchecked: 0, faults: [] })
      expect(yield* restarted(lowdbLayer({ directory: copy }))(readAll)).toEqual(entries)
    }).pipe(Effect.scoped)
  )

  it.live("is not made over anything, and not of a journal with a damaged document, which is named", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      yield* restarted(lowdbLayer({ directory }))(fill)
      const taken = yield* freshDirectory
      yield* Effect.promise(() => writeFile(join(taken, "notes"), "mine"))
      expect((yield* Effect.flip(backUp(directory, taken, unsealed)))._tag).toBe("TargetNotEmpty")
      const path = join(directory, "children/lcs-1.json")
      const text = yield* Effect.promise(() => readFile(path, "utf8"))
      yield* Effect.promise(() => writeFile(path, text.slice(0, -9)))
      const copy = join(taken, "copy")
      expect((yield* Effect.flip(backUp(directory, copy, unsealed))).message).toContain("children/lcs-1.json")
      expect(yield* Effect.promise(() => readdir(taken))).toEqual(["notes"])
    }).pipe(Effect.scoped)
  )
})

describe("restoring", () => {
  it.live.each([
    ["unencrypted", unsealed],
    ["encrypted", oldKey]
  ] as const)("brings everything back where it is started from, and goes on counting: %s", ([, sealing]) =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const all = yield* restarted(lowdbLayer({ directory, sealing }))(fill)
      const [copy, target] = [join(yield* freshDirectory, "copy"), join(yield* freshDirectory, "deep", "target")]
      yield* backUp(directory, copy, sealing)
      expect(yield* restore(copy, target, sealing)).toMatchObject({ events: all.length, faults: [] })
      yield* restarted(lowdbLayer({ directory: target, sealing }))(
        Effect.gen(function* () {
          expect(yield* readAll).toEqual(all)
          expect((yield* (yield* Deliveries).of(child("LCS-1"))).size).toBe(1)
          expect(yield* appendAtTheEnd("LCS-1", madeUpEvent("after"))).toMatchObject([{ position: all.length + 1 }])
        })
      )
    }).pipe(Effect.scoped)
  )

  it.live("is refused for a changed backup and into a folder in use, and writes nothing", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      yield* restarted(lowdbLayer({ directory }))(fill)
      const [copy, target] = [join(yield* freshDirectory, "copy"), yield* freshDirectory]
      yield* backUp(directory, copy, unsealed)
      yield* Effect.promise(() => mkdir(join(target, "something")))
      expect((yield* Effect.flip(restore(copy, target, unsealed)))._tag).toBe("TargetNotEmpty")
      yield* Effect.promise(() => rm(join(target, "something"), { recursive: true }))
      yield* Effect.promise(() => rm(join(copy, "children/lcs-1.json")))
      const refusal = yield* Effect.flip(restore(copy, target, unsealed))
      expect(refusal.message).toContain("children/lcs-1.json: the document is missing")
      expect(yield* Effect.promise(() => readdir(target))).toEqual([])
    }).pipe(Effect.scoped)
  )
})

describe("the texts before the last writes", () => {
  const previousIn = (directory: string) =>
    Effect.promise(async () => {
      const files = await readdir(directory, { recursive: true })
      return files.filter((name) => name.endsWith(".previous")).sort()
    })

  it.live("are missed by name when every one of them is taken away", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      yield* restarted(lowdbLayer({ directory }))(fill)
      const names = yield* previousIn(directory)
      expect(names).toHaveLength(3)
      for (const name of names) yield* Effect.promise(() => rm(join(directory, name)))
      const { faults } = yield* inspectJournal(directory, unsealed)
      expect(faults.map(({ document }) => document).sort()).toEqual(names)
    }).pipe(Effect.scoped)
  )

  it.live("are restored with a copy that was made file by file, and needed in no backup", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      yield* restarted(lowdbLayer({ directory }))(fill)
      const [copy, target] = [join(yield* freshDirectory, "copy"), join(yield* freshDirectory, "target")]
      expect((yield* restore(directory, target, unsealed)).faults).toEqual([])
      expect(yield* previousIn(target)).toEqual(yield* previousIn(directory))
      expect((yield* backUp(directory, copy, unsealed)).faults).toEqual([])
      expect(yield* previousIn(copy)).toEqual([])
    }).pipe(Effect.scoped)
  )

  it.live("are not missed of a child who was erased and is recorded again", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const restart = restarted(lowdbLayer({ directory }))
      yield* restart(fill)
      yield* restart(Effect.flatMap(Erasures, (erasures) => erasures.erase({ ...asked, child: child("LCS-1") })))
      yield* restart(appendAtTheEnd("LCS-1", madeUpEvent("again")))
      expect((yield* inspectJournal(directory, unsealed)).faults).toEqual([])
    }).pipe(Effect.scoped)
  )
})

describe("a position", () => {
  it.live("that stands in two documents is a fault of the second", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      yield* restarted(lowdbLayer({ directory }))(fill)
      yield* recordInFolder(directory, {
        child: child("LCS-8"),
        version: 1,
        position: 1,
        id: "again",
        recorded: widerRecord
      })
      const reason = "version 1 has a position that stands in another document too"
      expect((yield* inspectJournal(directory, unsealed)).faults).toEqual([{ document: "children/lcs-8.json", reason }])
    }).pipe(Effect.scoped)
  )
})

describe("rotating the key", () => {
  it.live.each([
    ["for the first time", unsealed],
    ["from another", oldKey]
  ] as const)("encrypts every text again, %s, and is finished when it is run again after a kill", ([, from]) =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const all = yield* restarted(lowdbLayer({ directory, sealing: from }))(fill)
      // As a process killed after its first file leaves it.
      const first = join(directory, "children/lcs-0.json")
      const text = yield* Effect.promise(() => readFile(first, "utf8"))
      const plain = from.open("children/lcs-0.json", text)
      yield* Effect.promise(() => replaceFile(first, newKey.seal("children/lcs-0.json", plain)))
      expect(yield* rotateKey(directory, from, newKey)).toBeGreaterThan(5)
      expect(yield* rotateKey(directory, from, newKey)).toBe(0)
      expect(yield* inspectJournal(directory, newKey)).toMatchObject({ events: all.length, faults: [] })
      expect(yield* restarted(lowdbLayer({ directory, sealing: newKey }))(readAll)).toEqual(all)
      for (const [path, written] of Object.entries(yield* Effect.promise(() => filesOf(directory)))) {
        if (path.includes("/audit/")) continue
        expect(written).not.toMatch(/UMADEUP|ChildFound/)
        if (from.keyId !== undefined) expect(written).not.toContain(from.keyId)
      }
    }).pipe(Effect.scoped)
  )

  it.live("with a wrong key, or while the journal is in use, writes nothing", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const layer = lowdbLayer({ directory, sealing: oldKey })
      yield* restarted(layer)(fill)
      const before = yield* Effect.promise(() => filesOf(directory))
      const refusal = yield* Effect.flip(rotateKey(directory, sealedWith(Buffer.alloc(32, 9)), newKey))
      expect(refusal.message).toContain(`encrypted with the key ${oldKey.keyId}, and the key given is`)
      expect(yield* Effect.promise(() => filesOf(directory))).toEqual(before)
      const inUse = yield* restarted(layer)(Effect.flip(rotateKey(directory, oldKey, newKey)))
      expect(inUse.message).toContain("is using this folder")
      expect(yield* Effect.promise(() => filesOf(directory))).toEqual(before)
    }).pipe(Effect.scoped)
  )

  it.live("of a journal whose ledger was changed writes nothing", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      yield* restarted(lowdbLayer({ directory, sealing: oldKey }))(fill)
      const path = join(directory, "heads.ledger")
      const ledger = yield* Effect.promise(() => readFile(path, "utf8"))
      yield* Effect.promise(() => writeFile(path, ledger.replace("children/lcs-1.json", "children/lcs-7.json")))
      const before = yield* Effect.promise(() => filesOf(directory))
      const refusal = yield* Effect.flip(rotateKey(directory, oldKey, newKey))
      expect(refusal.message).toContain("is not the one that was written there")
      expect(yield* Effect.promise(() => filesOf(directory))).toEqual(before)
    }).pipe(Effect.scoped)
  )
})

describe("records of a newer version", () => {
  const textOf = (path: string, sealing: typeof unsealed) =>
    Effect.map(
      Effect.promise(() => readFile(join(path, "children/lcs-1.json"), "utf8")),
      (text) => sealing.open("children/lcs-1.json", text)
    )

  it.live("are backed up, restored and encrypted again byte for byte, at the end of a stream as well", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const entries = yield* restarted(lowdbLayer({ directory }))(fill)
      const next = entries.length + 1
      const about = { child: child("LCS-1"), version: entries.filter((one) => one.child === "LCS-1").length + 1 }
      const recorded = newerRecords[0]?.[2]
      yield* recordInFolder(directory, { ...about, position: next, id: "wider", recorded: widerRecord })
      const last = { child: child("LCS-1"), version: about.version + 1, position: next + 1, id: "newer", recorded }
      yield* recordInFolder(directory, last)
      const written = yield* textOf(directory, unsealed)
      expect(written).toContain(JSON.stringify(recorded).slice(1, -1))

      const [copy, target] = [join(yield* freshDirectory, "copy"), join(yield* freshDirectory, "target")]
      const whole = { faults: [], events: next + 1, position: next + 1, unreadable: [{ id: "wider" }, { id: "newer" }] }
      expect(yield* backUp(directory, copy, unsealed)).toMatchObject(whole)
      expect(yield* textOf(copy, unsealed)).toBe(written)
      expect(yield* restore(copy, target, unsealed)).toMatchObject(whole)
      expect(yield* textOf(target, unsealed)).toBe(written)
      yield* rotateKey(target, unsealed, newKey)
      expect(yield* textOf(target, newKey)).toBe(written)
      expect(yield* inspectJournal(target, newKey)).toMatchObject(whole)
      yield* restarted(lowdbLayer({ directory: target, sealing: newKey }))(
        Effect.gen(function* () {
          const journal = yield* Journal
          expect(yield* journal.unreadable).toHaveLength(2)
          yield* journal.append(child("LCS-1"), last.version, [madeUpEvent("after")])
        })
      )
      expect(yield* textOf(target, newKey)).toContain(JSON.stringify(recorded).slice(1, -1))
    }).pipe(Effect.scoped)
  )
})

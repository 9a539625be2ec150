import { existsSync } from "node:fs"
import { appendFile, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { type Sealing, sealedWith, unsealed } from "../../src/documents/sealing.ts"
import { inspectJournal, lowdbLayer, rotateKey } from "../../src/files.ts"
import { Erasures, Journal } from "../../src/index.ts"
import { FINISHED } from "../../src/lowdb/FinishedChildren.ts"
import { finishedContract } from "../finishedContract.ts"
import { finishedStream, LONG_AFTER } from "../finishedStream.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { asked } from "../madeUpErasure.ts"
import { restarted } from "../restart.ts"
import { child } from "../syntheticEvents.ts"
import { lowdbPlace } from "./freshPlace.ts"

describe("finished children in files", () => {
  finishedContract(lowdbPlace)
})

const [one, other] = [child("LCS-1"), child("LCS-2")] as const

const opening = Effect.flatMap(Journal, (journal) => journal.opening)
const finishedNames = Effect.map(opening, ({ finished }) => finished.map((each) => each.child).toSorted())

const keptIn = Effect.fnUntraced(function* (sealing: Sealing = unsealed) {
  const directory = yield* freshDirectory
  yield* TestClock.setTime(LONG_AFTER)
  const inPlace = restarted(lowdbLayer({ directory, sealing }))
  yield* inPlace(
    Effect.gen(function* () {
      const journal = yield* Journal
      for (const each of [one, other]) yield* journal.append(each, 0, finishedStream(each))
    })
  )
  expect(yield* inPlace(finishedNames)).toEqual([one, other])
  return { directory, inPlace, path: join(directory, FINISHED) }
})

const documentOf = (directory: string) => join(directory, "children", "lcs-1.json")
const changed = (text: string) => text.replace("police-intake", "police-intakf")

describe("the lines of finished children", () => {
  it.effect("are made again where they were lost, cut short, changed or written twice", () =>
    Effect.gen(function* () {
      const { directory, inPlace, path } = yield* keptIn()
      const text = yield* Effect.promise(() => readFile(path, "utf8"))
      expect(text.trim().split("\n")).toHaveLength(2)
      const ways = [undefined, text.slice(0, -5), text.replace("SYP", "SYQ"), text + text, `${text}{}`, "\n\n"]
      for (const way of ways) {
        yield* Effect.promise(() => (way === undefined ? rm(path) : writeFile(path, way)))
        expect(yield* inPlace(finishedNames)).toEqual([one, other])
        expect(yield* inPlace(Effect.map(opening, ({ finished }) => finished[0]?.references[0]?.reference))).toMatch(
          /^SYP/
        )
      }
      expect((yield* inspectJournal(directory, unsealed)).faults).toEqual([])
    })
  )

  it.effect("do not hide a document that was changed: it is named when it is read", () =>
    Effect.gen(function* () {
      const { directory, inPlace } = yield* keptIn()
      yield* Effect.promise(async () =>
        writeFile(documentOf(directory), changed(await readFile(documentOf(directory), "utf8")))
      )
      const read = Effect.flatMap(Journal, (journal) => Effect.flip(journal.read(one)))
      expect((yield* inPlace(read)).message).toMatch(/lcs-1\.json.*checksum/)
      expect(yield* inPlace(Effect.flatMap(Journal, ({ unread }) => unread))).toContain(one)
      expect((yield* inspectJournal(directory, unsealed)).faults).toHaveLength(1)
    })
  )

  it.effect("do not hide a document that is gone: the start names it", () =>
    Effect.gen(function* () {
      const { directory, inPlace } = yield* keptIn()
      yield* Effect.promise(() => rm(documentOf(directory)))
      expect((yield* Effect.flip(inPlace(opening))).message).toMatch(/lcs-1\.json.*missing/)
    })
  )

  it.effect("do not count for a document that was written after its last line in the ledger", () =>
    Effect.gen(function* () {
      const { directory, inPlace } = yield* keptIn()
      const ledger = join(directory, "heads.ledger")
      const text = yield* Effect.promise(() => readFile(ledger, "utf8"))
      // As a killed process leaves it: nothing says any more that it was closed.
      yield* Effect.promise(() => writeFile(ledger, text.slice(0, text.trimEnd().lastIndexOf("\n") + 1)))
      yield* Effect.promise(() => rm(join(directory, "heads.end")))
      expect(yield* inPlace(finishedNames)).toEqual([one, other])
      expect(yield* inPlace(Effect.flatMap(Journal, ({ unread }) => unread))).toHaveLength(2)
    })
  )

  it.effect("say nothing readable of a child in an encrypted journal, nor after their erasure", () =>
    Effect.gen(function* () {
      const sealing = sealedWith(Buffer.alloc(32, 7))
      const { directory, inPlace, path } = yield* keptIn(sealing)
      const text = () => Effect.promise(() => readFile(path, "utf8"))
      // A quotation mark stands before every reference in the clear, and never within base64.
      expect(yield* text()).not.toMatch(/"(LCS|SYP)/)
      expect(yield* inPlace(finishedNames)).toEqual([one, other])
      yield* inPlace(Effect.flatMap(Erasures, ({ erase }) => erase({ ...asked, child: one })))
      expect((yield* text()).trim().split("\n")).toHaveLength(1)
      expect(yield* inPlace(finishedNames)).toEqual([other])
      yield* rotateKey(directory, sealing, sealedWith(Buffer.alloc(32, 8)))
      expect(existsSync(path)).toBe(false)
    })
  )

  it.effect("name nobody after an erasure where nothing is encrypted", () =>
    Effect.gen(function* () {
      const { inPlace, path } = yield* keptIn()
      yield* Effect.promise(() => appendFile(path, "torn"))
      yield* inPlace(Effect.flatMap(Erasures, ({ erase }) => erase({ ...asked, child: one })))
      const text = yield* Effect.promise(() => readFile(path, "utf8"))
      expect(text).toContain(other)
      expect(text).not.toContain(one)
    })
  )
})

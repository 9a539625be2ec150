/** What a copy of a journal holds when something comes in between. */
import { existsSync, readdirSync } from "node:fs"
import fs from "node:fs/promises"
import { syncBuiltinESMExports } from "node:module"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { Effect, Fiber } from "effect"
import { LEDGER, ledgerAt } from "../../src/documents/headLedger.ts"
import { unsealed } from "../../src/documents/sealing.ts"
import { backUp, inspectJournal, lowdbLayer, restore } from "../../src/files.ts"
import { Audit, Erasures } from "../../src/index.ts"
import { fill } from "../erasuresContract.ts"
import { watchFlushes } from "../flushes.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { appendAtTheEnd } from "../journalContract.ts"
import { madeUpEntry } from "../madeUpEntry.ts"
import { asked } from "../madeUpErasure.ts"
import { restarted } from "../restart.ts"
import { madeUpEvent } from "../syntheticEvents.ts"

/** Runs `before` each time a file is copied as it is. */
const watchCopies = (before: (from: string, to: string) => Promise<void>) =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const { copyFile } = fs
      Object.assign(fs, {
        copyFile: async (from: string, to: string) => {
          await before(from, to)
          return copyFile(from, to)
        }
      })
      syncBuiltinESMExports()
      return copyFile
    }),
    (copyFile) =>
      Effect.sync(() => {
        Object.assign(fs, { copyFile })
        syncBuiltinESMExports()
      })
  )

const filled = Effect.gen(function* () {
  yield* fill
  yield* (yield* Audit).add(madeUpEntry(1))
})

/** Holds the first write of a document that is not there yet, until it is let through. */
const holdFirstWrite = Effect.fnUntraced(function* (folder: string, fileName: string) {
  const [held, through] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let isHeld = false
  yield* watchFlushes(async (isFolder) => {
    if (isFolder || isHeld || !readdirSync(folder).some((name) => name.startsWith(fileName))) return
    isHeld = true
    held.resolve()
    await through.promise
  })
  return { held: Effect.promise(() => held.promise), letThrough: through.resolve }
})

describe("a backup", () => {
  it.live("waits for an earlier event of a new child, whose document is still being written", () =>
    Effect.gen(function* () {
      const [directory, copy] = [yield* freshDirectory, join(yield* freshDirectory, "copy")]
      yield* restarted(lowdbLayer({ directory }))(
        Effect.gen(function* () {
          yield* filled
          const { held, letThrough } = yield* holdFirstWrite(join(directory, "children"), "new-9.json")
          const writing = yield* Effect.forkChild(appendAtTheEnd("NEW-9", madeUpEvent("held")))
          yield* held
          const after = yield* Effect.forkChild(appendAtTheEnd("LCS-7", madeUpEvent("later")))
          yield* Effect.promise(() => expect.poll(() => existsSync(join(directory, "children/lcs-7.json"))).toBe(true))
          // By the first progress the streams that are there have been read.
          const found = yield* backUp(directory, copy, unsealed, () => void setTimeout(letThrough, 20))
          const [[earlier], [later]] = [yield* Fiber.join(writing), yield* Fiber.join(after)]
          expect(earlier?.position).toBeLessThan(later?.position ?? 0)
          expect(found).toMatchObject({ faults: [], events: later?.position, position: later?.position })
        })
      )
      expect(existsSync(join(copy, "children/new-9.json"))).toBe(true)
    }).pipe(Effect.scoped)
  )

  it.live("has a ledger that says what the journal's own says once that is closed", () =>
    Effect.gen(function* () {
      const [directory, copy] = [yield* freshDirectory, join(yield* freshDirectory, "copy")]
      yield* restarted(lowdbLayer({ directory }))(filled)
      const { position, closed } = yield* backUp(directory, copy, unsealed)
      const [own, copied] = [directory, copy].map((path) => ledgerAt(join(path, LEDGER), unsealed))
      expect(copied?.heads).toEqual(own?.heads)
      expect(copied?.settled).toBe(position)
      expect(own?.closed).toEqual(expect.arrayContaining([...(copied?.closed ?? [])]))
      expect(copied?.closed).toEqual(expect.arrayContaining(["children", "deliveries", "profiles", "audit"]))
      expect(closed).toBe(true)
    }).pipe(Effect.scoped)
  )

  it.live("in which an erasure was carried out is made again, and holds the tombstone alone", () =>
    Effect.gen(function* () {
      const [directory, copy] = [yield* freshDirectory, join(yield* freshDirectory, "copy")]
      yield* restarted(lowdbLayer({ directory }))(
        Effect.gen(function* () {
          yield* filled
          const erasures = yield* Erasures
          let isErased = false
          // By now every document of the child is in the copy.
          yield* watchCopies(async () => {
            if (isErased) return
            isErased = true
            await Effect.runPromise(erasures.erase(asked))
          })
          const found = yield* backUp(directory, copy, unsealed)
          expect(found.faults).toEqual([])
          expect(isErased).toBe(true)
        })
      )
      expect(existsSync(join(copy, "children/lcs-1.json"))).toBe(false)
      expect(existsSync(join(copy, "erased/lcs-1.json"))).toBe(true)
    }).pipe(Effect.scoped)
  )
})

describe("restoring", () => {
  it.live("copies the ledger last, so that nothing starts on half of a copy", () =>
    Effect.gen(function* () {
      const [directory, copies] = [yield* freshDirectory, yield* freshDirectory]
      yield* restarted(lowdbLayer({ directory }))(filled)
      const [copy, target] = [join(copies, "copy"), join(copies, "target")]
      yield* backUp(directory, copy, unsealed)
      const names: Array<string> = []
      yield* watchCopies(async (from) => void names.push(from.slice(copy.length + 1)))
      yield* restore(copy, target, unsealed)
      expect(names.length).toBeGreaterThan(5)
      expect(names.indexOf("heads.ledger")).toBe(names.length - 1)
      expect(yield* inspectJournal(target, unsealed)).toMatchObject({ faults: [] })
    }).pipe(Effect.scoped)
  )
})

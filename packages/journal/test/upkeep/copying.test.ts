/** What a copy of a journal holds when something comes in between. */
import { existsSync } from "node:fs"
import fs from "node:fs/promises"
import { syncBuiltinESMExports } from "node:module"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { unsealed } from "../../src/documents/sealing.ts"
import { Audit, backUp, Erasures, inspectJournal, lowdbLayer, restore } from "../../src/index.ts"
import { asked, fill } from "../erasuresContract.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { madeUpEntry } from "../madeUpEntry.ts"
import { restarted } from "../restart.ts"

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

describe("a backup", () => {
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

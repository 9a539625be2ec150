import fs, { fstatSync, type NoParamCallback, readFileSync } from "node:fs"
import { syncBuiltinESMExports } from "node:module"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { addedFile } from "../../src/documents/addedFile.ts"
import { openHeadLedger } from "../../src/documents/headLedger.ts"
import { unsealed } from "../../src/documents/sealing.ts"
import { freshDirectory } from "../freshDirectory.ts"

/** What each flush of data alone found in its file; `fails` makes the disk refuse it. */
const watchDataFlushes = (fails = false) =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const { fdatasync } = fs
      const sizes: Array<number> = []
      const watched = (file: number, done: NoParamCallback) => {
        sizes.push(fstatSync(file).size)
        if (fails) done(Object.assign(new Error("i/o error"), { code: "EIO" }))
        else fdatasync(file, done)
      }
      const put = (flush: unknown) => {
        Object.assign(fs, { fdatasync: flush })
        syncBuiltinESMExports()
      }
      put(watched)
      return { sizes, put, fdatasync }
    }),
    ({ put, fdatasync }) => Effect.sync(() => put(fdatasync))
  )

describe("a file that is added to", () => {
  it.live("is on the disk when its flush returns, and not before", () =>
    Effect.gen(function* () {
      const path = join(yield* freshDirectory, "added")
      const { sizes } = yield* watchDataFlushes()
      const file = addedFile(path, 0)
      file.add("one\n")
      expect(sizes).toEqual([])
      yield* Effect.promise(file.flush)
      file.add("two\n")
      yield* Effect.promise(file.flush)
      expect(sizes).toEqual([4, 8])
      file.close()
      expect(readFileSync(path, "utf8")).toBe("one\ntwo\n")
    }).pipe(Effect.scoped)
  )

  it.live("says so where the disk does not take it", () =>
    Effect.gen(function* () {
      const path = join(yield* freshDirectory, "added")
      yield* watchDataFlushes(true)
      const file = addedFile(path, 0)
      file.add("one\n")
      expect(yield* Effect.flip(Effect.tryPromise(file.flush))).toMatchObject({ cause: { code: "EIO" } })
      file.close()
    }).pipe(Effect.scoped)
  )
})

describe("the ledger of heads", () => {
  it.live("is on disk before a document is written, once closed, and a second after a line", () =>
    Effect.gen(function* () {
      const path = join(yield* freshDirectory, "heads.ledger")
      const { sizes } = yield* watchDataFlushes()
      const ledger = yield* Effect.promise(() => openHeadLedger(path, unsealed, () => {}))
      yield* Effect.promise(ledger.prepare)
      expect(sizes).toEqual([readFileSync(path).length])
      ledger.keep("profiles/l-1.json", 1, "x")
      yield* Effect.promise(() => expect.poll(() => sizes.at(-1), { timeout: 3_000 }).toBe(readFileSync(path).length))
      yield* Effect.promise(ledger.close)
      expect(sizes.at(-1)).toBe(readFileSync(path).length)
    }).pipe(Effect.scoped)
  )
})

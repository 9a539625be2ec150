import { mkdir, readdir, readFile, rm } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { unsealed } from "../../src/documents/sealing.ts"
import { inspectJournal, lowdbLayer } from "../../src/files.ts"
import { Journal } from "../../src/index.ts"
import { watchFlushes } from "../flushes.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { appendAtTheEnd } from "../journalContract.ts"
import { restarted } from "../restart.ts"
import { smallDisk } from "../smallDisk.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"

const readAll = Effect.flatMap(Journal, (journal) => journal.readAll)

const fill = Effect.forEach([1, 2, 3, 4, 5, 6], (number) => appendAtTheEnd(`LCS-${number % 3}`, madeUpEvent(number)))

describe("a disk that is full", () => {
  it.live("refuses an append in words, loses nothing, and takes appends again once there is room", () =>
    Effect.gen(function* () {
      const disk = yield* freshDirectory
      const fillUp = yield* smallDisk(disk)
      const directory = join(disk, "journal")
      const restart = restarted(lowdbLayer({ directory }))
      const live = yield* restart(
        Effect.gen(function* () {
          yield* fill
          const before = yield* readAll
          for (const reference of ["LCS-1", "LCS-2", "LCS-77"]) {
            yield* Effect.promise(fillUp)
            const refusal = yield* Effect.flip(appendAtTheEnd(reference, madeUpEvent(`refused-${reference}`)))
            expect(refusal.message).toMatch(/the disk is full \(ENOSPC\).*Nothing was changed/)
          }
          expect(yield* readAll).toEqual(before)
          const filling = yield* Effect.promise(() => readdir(disk))
          const files = filling.filter((name) => name.startsWith("filling"))
          if (files.length === 0) return before
          yield* Effect.promise(() => Promise.all(files.map((name) => rm(join(disk, name)))))
          yield* appendAtTheEnd("LCS-1", madeUpEvent("after"))
          return yield* readAll
        })
      )
      expect(yield* inspectJournal(directory, unsealed)).toMatchObject({ events: live.length, faults: [] })
    }).pipe(Effect.scoped)
  )
})

describe("a disk that reports a fault", () => {
  it.live("refuses the append while the text is flushed, loses nothing, and takes the next", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const restart = restarted(lowdbLayer({ directory }))
      const live = yield* restart(
        Effect.gen(function* () {
          yield* fill
          const fileFlushesFail = watchFlushes(async (isFolder) => {
            if (!isFolder) throw Object.assign(new Error("i/o error"), { code: "EIO" })
          })
          const refused = Effect.andThen(fileFlushesFail, Effect.flip(appendAtTheEnd("LCS-1", madeUpEvent("lost"))))
          expect((yield* Effect.scoped(refused)).message).toMatch(/the disk reported a fault \(EIO\)/)
          yield* appendAtTheEnd("LCS-1", madeUpEvent("after"))
          return yield* readAll
        })
      )
      expect(yield* restart(readAll)).toEqual(live)
      const names = yield* Effect.promise(() => readdir(join(directory, "children")))
      expect(names.filter((name) => name.endsWith(".tmp"))).toEqual([])
      expect(yield* inspectJournal(directory, unsealed)).toMatchObject({ events: 7, faults: [] })
    }).pipe(Effect.scoped)
  )
})

describe("a ledger that cannot be written", () => {
  it.live("takes the document back, so that what was refused is nowhere", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const restart = restarted(lowdbLayer({ directory }))
      yield* restart(fill)
      const ledger = join(directory, "heads.ledger")
      const one = yield* Effect.promise(() => readFile(join(directory, "children/lcs-1.json"), "utf8"))
      yield* restart(
        Effect.gen(function* () {
          yield* Effect.promise(async () => {
            await rm(ledger)
            await mkdir(ledger)
          })
          const refusal = yield* Effect.flip(appendAtTheEnd("LCS-1", madeUpEvent("refused")))
          expect(refusal.message).toMatch(/a folder stands where the document should be \(EISDIR\)/)
          expect((yield* (yield* Journal).read(child("LCS-1"))).version).toBe(2)
        })
      )
      expect(yield* Effect.promise(() => readFile(join(directory, "children/lcs-1.json"), "utf8"))).toBe(one)
    }).pipe(Effect.scoped)
  )
})

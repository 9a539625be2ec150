import { readdir, rm } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { lowdbLayer } from "../../src/files.ts"
import { WriteCheck } from "../../src/index.ts"
import { watchFlushes } from "../flushes.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { appendAtTheEnd } from "../journalContract.ts"
import { restarted } from "../restart.ts"
import { smallDisk } from "../smallDisk.ts"
import { madeUpEvent } from "../syntheticEvents.ts"

const check = Effect.flatMap(WriteCheck, ({ run }) => run)

const fault = Effect.map(Effect.flip(check), (refused) => refused.fault)

const failing = (isFailing: (isFolder: boolean) => boolean) =>
  watchFlushes(async (isFolder) => {
    if (isFailing(isFolder)) throw Object.assign(new Error("i/o error"), { code: "EIO" })
  })

describe("the check whether a folder can be written", () => {
  it.live("leaves nothing in the folder", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const names = Effect.promise(() => readdir(directory))
      const left = yield* restarted(lowdbLayer({ directory }))(
        Effect.gen(function* () {
          const before = yield* names
          yield* check
          return [before, yield* names] as const
        })
      )
      expect(left[1].toSorted()).toEqual(left[0].toSorted())
    }).pipe(Effect.scoped)
  )

  it.live("says that a disk is full that still took a line, and that it no longer is", () =>
    Effect.gen(function* () {
      const disk = yield* freshDirectory
      const fillUp = yield* smallDisk(disk)
      yield* restarted(lowdbLayer({ directory: join(disk, "journal") }))(
        Effect.gen(function* () {
          yield* check
          yield* Effect.promise(fillUp)
          expect(yield* fault).toBe("disk-full")
          const filling = (yield* Effect.promise(() => readdir(disk))).filter((name) => name.startsWith("filling"))
          yield* Effect.promise(() => Promise.all(filling.map((name) => rm(join(disk, name)))))
          if (filling.length > 0) yield* check
        })
      )
    }).pipe(Effect.scoped)
  )

  it.live("says that the disk failed once, and closes nothing for it", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      yield* restarted(lowdbLayer({ directory }))(
        Effect.gen(function* () {
          for (const folder of [false, true]) {
            const once = Effect.andThen(
              failing((isFolder) => isFolder === folder),
              fault
            )
            expect(yield* Effect.scoped(once)).toBe("disk-failing")
          }
          yield* check
          yield* appendAtTheEnd("LCS-1", madeUpEvent(1))
        })
      )
    }).pipe(Effect.scoped)
  )

  it.live("says that a write is in doubt from then on, and so does every append", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      yield* restarted(lowdbLayer({ directory }))(
        Effect.gen(function* () {
          yield* Effect.scoped(
            Effect.andThen(
              failing((isFolder) => isFolder),
              Effect.flip(appendAtTheEnd("LCS-1", madeUpEvent(1)))
            )
          )
          expect(yield* fault).toBe("write-in-doubt")
          expect(yield* Effect.flip(appendAtTheEnd("LCS-1", madeUpEvent(2)))).toMatchObject({ fault: "write-in-doubt" })
        })
      )
    }).pipe(Effect.scoped)
  )

  it.live("says that the lock was lost once it was taken away", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      yield* restarted(lowdbLayer({ directory }))(
        Effect.gen(function* () {
          yield* Effect.promise(() => rm(join(directory, ".journal.lock"), { recursive: true }))
          // The lock is looked at every second; before that, the check goes through.
          yield* check.pipe(Effect.andThen(Effect.sleep("100 millis")), Effect.forever, Effect.ignore)
          expect(yield* fault).toBe("lock-lost")
        })
      )
    }).pipe(Effect.scoped)
  )
})

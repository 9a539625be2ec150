import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { Effect, Fiber } from "effect"
import { journalLowdb } from "../../src/files.ts"
import { Journal } from "../../src/index.ts"
import { watchFlushes } from "../flushes.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { restarted } from "../restart.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"

const readAll = Effect.flatMap(Journal, (journal) => journal.readAll)

const append = (reference: string, version: number, number: number) =>
  Effect.flatMap(Journal, (journal) => journal.append(child(reference), version, [madeUpEvent(number)]))

const children = (directory: string) => join(directory, "children")
const aside = (directory: string) => join(directory, "aside")

interface Fault {
  readonly happens: (directory: string) => Promise<unknown>
  readonly passes: (directory: string) => Promise<unknown>
  readonly reason: RegExp
}

const faults: ReadonlyArray<readonly [string, Fault]> = [
  [
    "the folder is gone",
    {
      happens: (directory) => rename(children(directory), aside(directory)),
      passes: (directory) => rename(aside(directory), children(directory)),
      reason: /the folder or the document is gone/
    }
  ],
  [
    "a file stands in the folder's place",
    {
      happens: async (directory) => {
        await rename(children(directory), aside(directory))
        await writeFile(children(directory), "in the way")
      },
      passes: async (directory) => {
        await rm(children(directory))
        await rename(aside(directory), children(directory))
      },
      reason: /a file stands where the folder should be \(ENOTDIR\)/
    }
  ],
  [
    "a folder stands in the document's place",
    {
      happens: async (directory) => {
        await rename(join(children(directory), "lcs-1.json"), aside(directory))
        await mkdir(join(children(directory), "lcs-1.json"))
      },
      passes: async (directory) => {
        await rm(join(children(directory), "lcs-1.json"), { recursive: true })
        await rename(aside(directory), join(children(directory), "lcs-1.json"))
      },
      reason: /a folder stands where the document should be \(EISDIR\)/
    }
  ]
]

describe("an append the disk refuses", () => {
  it.live.each(faults)("leaves memory and disk as they were when %s, and goes through afterwards", ([, fault]) =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const restart = restarted(journalLowdb(directory))
      const live = yield* restart(
        Effect.gen(function* () {
          yield* append("LCS-1", 0, 1)
          const before = yield* readAll
          yield* Effect.promise(() => fault.happens(directory))
          const refusal = yield* Effect.flip(append("LCS-1", 1, 2))
          expect(refusal).toMatchObject({ _tag: "JournalUnavailable", path: join(children(directory), "lcs-1.json") })
          expect(refusal.message).toMatch(fault.reason)
          expect(yield* readAll).toEqual(before)
          yield* Effect.promise(() => fault.passes(directory))
          const [added] = yield* append("LCS-1", 1, 3)
          expect(added).toMatchObject({ id: "event-3", version: 2, position: 2 })
          return yield* readAll
        })
      )
      expect(yield* restart(readAll)).toEqual(live)
      expect(yield* Effect.promise(() => readdir(children(directory)))).toEqual(["lcs-1.json", "lcs-1.json.previous"])
    }).pipe(Effect.scoped)
  )

  it.live("holds no other child's append up", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const restart = restarted(journalLowdb(directory))
      const live = yield* restart(
        Effect.gen(function* () {
          yield* append("LCS-1", 0, 1)
          yield* Effect.promise(() => faults[2]?.[1].happens(directory) ?? Promise.reject())
          const refused = yield* Effect.forkChild(Effect.flip(append("LCS-1", 1, 2)))
          const others = [3, 4, 5, 6, 7, 8]
          yield* Effect.forEach(others, (number) => append(`LCS-${number}`, 0, number), { concurrency: "unbounded" })
          yield* Fiber.join(refused)
          yield* Effect.promise(() => faults[2]?.[1].passes(directory) ?? Promise.reject())
          const entries = yield* readAll
          expect(entries.map(({ id }) => id).sort()).toEqual([1, ...others].map((number) => `event-${number}`))
          return entries
        })
      )
      expect(yield* restart(readAll)).toEqual(live)
    }).pipe(Effect.scoped)
  )

  it.live("overwrites no document that came after the start", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const refusal = yield* restarted(journalLowdb(directory))(
        Effect.gen(function* () {
          yield* Effect.promise(() => writeFile(join(children(directory), "lcs-1.json"), "brought back from a copy"))
          return yield* Effect.flip(append("LCS-1", 0, 1))
        })
      )
      expect(refusal.message).toContain("came here after the start")
    }).pipe(Effect.scoped)
  )
})

const folderFlushesFail = watchFlushes(async (isFolder) => {
  if (isFolder) throw Object.assign(new Error("i/o error"), { code: "EIO" })
})

describe("a write the disk does not confirm", () => {
  it.live.each([0, 1])(
    "is put back at version %i, and closes the journal to writes until it is started again",
    (version) =>
      Effect.gen(function* () {
        const directory = yield* freshDirectory
        const restart = restarted(journalLowdb(directory))
        yield* restart(
          Effect.gen(function* () {
            if (version === 1) yield* append("LCS-1", 0, 1)
            const refused = yield* Effect.scoped(
              Effect.andThen(folderFlushesFail, Effect.flip(append("LCS-1", version, 2)))
            )
            expect(refused.message).toContain("the disk did not confirm the write")
            expect(yield* readAll).toHaveLength(version)
            const closed = yield* Effect.flip(append("LCS-2", 0, 3))
            expect(closed.message).toContain("start again")
          })
        )
        yield* restart(
          Effect.gen(function* () {
            expect(yield* readAll).toHaveLength(version)
            yield* append("LCS-1", version, 2)
          })
        )
      }).pipe(Effect.scoped)
  )
})

describe("a place no journal can be in", () => {
  it.live.each(["taken", "taken/deeper"])("%s is refused at the start when a file stands there", (place) =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      yield* Effect.promise(() => writeFile(join(directory, "taken"), "text"))
      const refusal = yield* Effect.flip(restarted(journalLowdb(join(directory, place)))(readAll))
      expect(refusal).toMatchObject({ _tag: "JournalUnavailable", path: join(directory, place) })
      expect(refusal.message).toContain("a file stands where the folder should be")
    }).pipe(Effect.scoped)
  )
})

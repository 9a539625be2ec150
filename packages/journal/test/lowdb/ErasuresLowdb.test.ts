import { cp, readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { Effect, Logger } from "effect"
import { lowdbLayer } from "../../src/files.ts"
import { Erasures, Journal } from "../../src/index.ts"
import { erasuresContract, fill, heldOf, nothing } from "../erasuresContract.ts"
import { watchFlushes } from "../flushes.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { asked } from "../madeUpErasure.ts"
import { runProcess } from "../processes/runProcess.ts"
import { restarted } from "../restart.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"

erasuresContract(
  "lowdb",
  Effect.map(freshDirectory, (directory) => lowdbLayer({ directory }))
)

const whole = { events: 2, profile: true, deliveries: 1 }

const eraseIn = (directory: string) =>
  restarted(lowdbLayer({ directory }))(Effect.flatMap(Erasures, (erasures) => erasures.erase(asked)))

/** The names and the text of every file there is. */
const everythingIn = async (directory: string): Promise<ReadonlyArray<readonly [string, string]>> => {
  const files = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  return Promise.all(
    files.map(async ({ parentPath, name }) => [name, await readFile(join(parentPath, name), "utf8")] as const)
  )
}

/** What the next start finds: all of it or nothing, the other child whole, and that it can go on. */
const lookAfterwards = (directory: string) =>
  restarted(lowdbLayer({ directory }))(
    Effect.gen(function* () {
      const tombstones = yield* (yield* Erasures).all
      expect(yield* heldOf("LCS-1")).toEqual(tombstones.length === 0 ? whole : nothing)
      expect(yield* heldOf("LCS-2")).toEqual({ events: 1, profile: true, deliveries: 1 })
      const [added] = yield* (yield* Journal).append(child("LCS-3"), 0, [madeUpEvent(9)])
      expect(added?.position).toBe(4)
      return tombstones.length === 1
    })
  )

const silent = Effect.provide(Logger.layer([]))

describe("an erasure that is cut short", () => {
  it.live(
    "by a kill before any flush is finished by the next start, or has not begun",
    () =>
      Effect.gen(function* () {
        const filled = yield* freshDirectory
        yield* restarted(lowdbLayer({ directory: filled }))(fill)
        const outcomes: Array<boolean> = []
        for (let flush = 1; ; flush++) {
          const directory = yield* freshDirectory
          yield* Effect.promise(() => cp(filled, directory, { recursive: true }))
          const running = yield* runProcess("eraseUntilFlush", directory, String(flush))
          yield* Effect.promise(() => running.ended)
          expect(running.errors()).toBe("")
          outcomes.push(yield* lookAfterwards(directory).pipe(silent))
          if (running.lines.includes("done")) break
        }
        // Once it has begun it is finished, wherever it was cut short after that.
        expect(outcomes.length).toBeGreaterThan(6)
        expect(outcomes.indexOf(true)).toBeLessThan(5)
        expect(outcomes.lastIndexOf(false)).toBe(outcomes.indexOf(true) - 1)
      }).pipe(Effect.scoped),
    120_000
  )

  it.live("by a disk that does not confirm is finished by the next start, or has not begun", () =>
    Effect.gen(function* () {
      const outcomes: Array<boolean> = []
      for (let failing = 1; ; failing++) {
        const directory = yield* freshDirectory
        yield* restarted(lowdbLayer({ directory }))(fill)
        let flushes = 0
        const erased = yield* Effect.exit(
          restarted(lowdbLayer({ directory }))(
            Effect.gen(function* () {
              const erasures = yield* Erasures
              yield* watchFlushes(async () => {
                flushes += 1
                if (flushes === failing) throw Object.assign(new Error("i/o error"), { code: "EIO" })
              })
              return yield* erasures.erase(asked)
            }).pipe(Effect.scoped)
          )
        )
        outcomes.push(yield* lookAfterwards(directory).pipe(silent))
        if (erased._tag === "Success") {
          // It ends only where every flush there is had its turn.
          expect(flushes).toBe(failing - 1)
          break
        }
        // The fault is told at once: at most what overlapped with it is flushed after it.
        expect(flushes).toBeLessThanOrEqual(failing + 1)
        expect(String(erased.cause)).toContain("JournalUnavailable")
      }
      // Each flush had its turn to fail, and before the tombstone is confirmed nothing has begun.
      expect(outcomes.length).toBeGreaterThan(6)
      expect(outcomes[0]).toBe(false)
      expect(outcomes.lastIndexOf(false)).toBe(outcomes.indexOf(true) - 1)
    }).pipe(Effect.scoped)
  )
})

describe("what an erasure leaves on disk", () => {
  it.live("is nothing that was recorded of the child, in no earlier text either", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      yield* restarted(lowdbLayer({ directory }))(fill)
      yield* eraseIn(directory)
      const files = yield* Effect.promise(() => everythingIn(directory))
      const holding = files.filter(([, text]) => text.includes("event-1") || text.includes("reminder:LCS-1"))
      expect(holding).toEqual([])
      const naming = files.filter(([name, text]) => name.includes("lcs-1") || text.includes("LCS-1"))
      expect(naming.map(([name]) => name).sort()).toEqual(["lcs-1.json", "lcs-1.json.previous"])
    }).pipe(Effect.scoped)
  )

  it.live("is no damage, and what is brought back from a copy is refused by name", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const copy = yield* freshDirectory
      const restart = restarted(lowdbLayer({ directory }))
      yield* restart(fill)
      yield* Effect.promise(() => cp(join(directory, "children"), copy, { recursive: true }))
      yield* eraseIn(directory)
      yield* restart(Effect.void)
      yield* Effect.promise(() => cp(join(copy, "lcs-1.json"), join(directory, "children/lcs-1.json")))
      const refused = yield* Effect.flip(restart(Effect.void))
      expect(refused.message).toContain("children/lcs-1.json")
      expect(refused.message).toContain("it was taken away for good and has come back")
    }).pipe(Effect.scoped)
  )
})

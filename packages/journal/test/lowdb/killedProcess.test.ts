import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { writeOnDisk } from "../../../test-suite/src/writeOnDisk.ts"
import { journalLowdb } from "../../src/files.ts"
import { Journal } from "../../src/index.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { runInShell, runProcess } from "../processes/runProcess.ts"
import { restarted } from "../restart.ts"

writeOnDisk()

const readAll = Effect.flatMap(Journal, (journal) => journal.readAll)

/** Milliseconds after the start, spread so that each part of a write is hit over the cycles. */
const moments = [
  [10, 22, 35, 70, 150],
  [15, 28, 50, 100, 120]
]

const LANES = 4

/** Starts, kills and starts again in one directory; gives the ids whose append had returned. */
const startAndKill = Effect.fnUntraced(function* (directory: string, moments: ReadonlyArray<number>) {
  const acknowledged: Array<string> = []
  for (const [life, moment] of moments.entries()) {
    const running = yield* runProcess("appendUntilKilled", directory, String(life), String(LANES))
    expect(yield* Effect.promise(() => running.firstLine)).toBe("open")
    yield* Effect.sleep(moment + Math.random() * 20)
    // A slow machine would else be killed each time before anything had returned.
    const isLast = life === moments.length - 1
    if (isLast) yield* Effect.promise(() => expect.poll(() => running.lines.length).toBeGreaterThan(moments.length + 1))
    yield* Effect.promise(running.kill)
    expect(running.errors()).toBe("")
    acknowledged.push(...running.lines.slice(1))
  }
  return acknowledged
})

describe("a killed process", () => {
  it.live(
    "has lost no append it had acknowledged, and has left nothing that cannot be read",
    () =>
      Effect.forEach(
        moments,
        Effect.fnUntraced(function* (moments) {
          const directory = yield* freshDirectory
          const acknowledged = yield* startAndKill(directory, moments)
          const kept = yield* restarted(journalLowdb(directory))(readAll)
          const ids = new Set<string>(kept.map(({ id }) => id))
          expect(acknowledged.length).toBeGreaterThan(moments.length)
          expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
          expect(ids.size).toBe(kept.length)
          // Beyond what was acknowledged at most the one append that was under way in each lane.
          expect(kept.length - acknowledged.length).toBeLessThanOrEqual(LANES * moments.length)
          const files = yield* Effect.promise(() => readdir(join(directory, "children")))
          expect(files.every((file) => /\.json(\.previous)?$/.test(file))).toBe(true)
        }),
        { concurrency: 2, discard: true }
      ).pipe(Effect.scoped),
    // Ten starts of a process, on a machine that may have other things to do.
    120_000
  )
})

describe("a disk that fills up in the middle of a write", () => {
  it.live("fails the append and keeps what was there", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      // No file may grow beyond 16 blocks of 512 bytes.
      const running = yield* runInShell('ulimit -f 16; exec "$0" "$@"', "appendUntilKilled", directory, "1", "1")
      yield* Effect.promise(() => running.ended)
      const acknowledged = running.lines.slice(1, -1)
      expect(running.lines.at(-1)).toMatch(
        /^failed: .*children\/lcs-0\.json.*larger than this account may write.*EFBIG/
      )
      expect(acknowledged.length).toBeGreaterThan(10)
      const files = yield* Effect.promise(() => readdir(join(directory, "children")))
      expect(files).toEqual(["lcs-0.json", "lcs-0.json.previous"])
      const kept = yield* restarted(journalLowdb(directory))(readAll)
      expect(kept.map(({ id }) => id)).toEqual(acknowledged)
    }).pipe(Effect.scoped)
  )
})

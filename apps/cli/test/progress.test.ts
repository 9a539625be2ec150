import type { TableSource } from "@safe-return/exchange"
import { Effect, Sink, Stdio, Stream } from "effect"
import { TestClock } from "effect/testing"
import { expect, test } from "vitest"
import { withProgress } from "../src/output/progress.ts"

const slow: TableSource<never, never> = {
  file: "returns.ndjson",
  bytes: Stream.fromIterable([1, 2, 3]).pipe(
    Stream.tap(() => TestClock.adjust("400 millis")),
    Stream.map(() => new Uint8Array(1_500_000))
  )
}

/** What stands on standard error after a slow file was read, and how much of the file came through. */
const shown = (stderrIsTerminal: boolean) => {
  let stderr = ""
  const stdio = Stdio.layerTest({
    stderrIsTerminal: Effect.succeed(stderrIsTerminal),
    stderr: () =>
      Sink.forEachArray((texts) =>
        Effect.sync(() => {
          stderr += texts.join("")
        })
      )
  })
  const reading = Effect.gen(function* () {
    const { bytes } = yield* withProgress(slow)
    return yield* Stream.runFold(
      bytes,
      () => 0,
      (sum, block) => sum + block.length
    )
  })
  return Effect.runPromise(
    reading.pipe(
      Effect.map((read) => ({ read, stderr })),
      Effect.provide([stdio, TestClock.layer()])
    )
  )
}

test("on a terminal, what takes long shows how far it is, and clears it away at the end", async () => {
  expect(await shown(true)).toEqual({
    read: 4_500_000,
    stderr: "\r\u{1b}[Kreturns.ndjson: 3.0 MB read\r\u{1b}[K"
  })
})

test("into a file or a pipe, no progress is shown", async () => {
  expect(await shown(false)).toEqual({ read: 4_500_000, stderr: "" })
})

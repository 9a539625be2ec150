import { PlatformError, Sink } from "effect"
import { expect, test } from "vitest"
import { run } from "./run.ts"

const failing = (code: string) => () =>
  Sink.fail(
    PlatformError.systemError({
      _tag: "Unknown",
      module: "Stdio",
      method: "stdout",
      cause: Object.assign(new Error(`write ${code}`), { code })
    })
  )

const asked = ["deadline", "2026-12-23T20:00:00Z"]

test("what is nobody's input is a fault of ours: status 1, and it says so", async () => {
  const { status, stderr } = await run(asked, { stdout: failing("ENOSPC") })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^safe-return stopped through a fault of its own/)
  expect(stderr).toContain("ENOSPC")
})

test("a reader that has gone away is no fault: status 0, without a word", async () => {
  expect(await run(asked, { stdout: failing("EPIPE") })).toMatchObject({ status: 0, stderr: "" })
})

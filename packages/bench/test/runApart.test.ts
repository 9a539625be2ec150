import { join } from "node:path"
import { expect, test } from "vitest"
import { runApart } from "../src/runApart.ts"

const PROGRAM = join(import.meta.dirname, "reportingProgram.ts")

test("a benchmark fails where what it measures reports an error", async () => {
  await expect(runApart(PROGRAM, { id: "faulty" })).rejects.toThrow("The list could not be read.")
})

test("a benchmark hands over its figures where only the errors it calls for are reported", async () => {
  const measured = await runApart(PROGRAM, { id: "faulty", reports: ["could not be read"] })
  expect(measured.ours.median).toBe(1)
})

test("a benchmark that reports nothing hands over its figures", async () => {
  const measured = await runApart(PROGRAM, { id: "quiet" })
  expect(measured.met).toBe(true)
})

import { execFileSync } from "node:child_process"
import { join } from "node:path"
import { expect, test } from "vitest"
import { bundledOnce } from "../../../packages/test-suite/src/bundledOnce.ts"
import { run } from "./run.ts"

const SOURCES = join(import.meta.dirname, "../src/runCommandLine.ts")

test("the bundle of the command line answers as its sources do", async () => {
  const bundle = bundledOnce(SOURCES)
  expect(bundle).not.toBe(SOURCES)
  for (const args of [["deadline", "2026-12-23T20:00:00Z", "--json"], ["policy", "check", "derbyshire"], ["--help"]]) {
    const answer = execFileSync(process.execPath, [bundle, ...args], { encoding: "utf8" })
    expect(answer).toBe((await run(args)).stdout)
  }
})

import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { beforeAll, expect, test } from "vitest"
import { bundledOnce } from "../../../packages/test-suite/src/bundledOnce.ts"

/** Each start below is from the bundle, as `install` leaves it. */
beforeAll(() => {
  const bundled = bundledOnce(join(import.meta.dirname, "../../slack-bot/src/program.ts"))
  expect(bundled).toMatch(/node_modules\/\.cache\/.*\.mjs$/)
})

const start = (settings: Record<string, string>) =>
  spawnSync(process.execPath, ["apps/training/src/start.ts"], {
    env: { PATH: process.env["PATH"], NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"], ...settings },
    encoding: "utf8",
    timeout: 110_000
  })

test("a start for the real workspace ends without its token and opens no training workspace", () => {
  const { status, stdout, stderr } = start({ SAFE_RETURN_WORKSPACE: "real", SAFE_RETURN_INTAKE_TOKEN: "x\n y" })
  expect(status).toBe(1)
  expect(stdout).toBe("")
  for (const name of ["SLACK_BOT_TOKEN must be set", "SAFE_RETURN_INTAKE_TOKEN holds"]) expect(stderr).toContain(name)
})

test("a start whose token alone got lost opens no training workspace either", () => {
  const { status, stdout, stderr } = start({ SLACK_SIGNING_SECRET: "synthetic" })
  expect([status, stdout]).toEqual([1, ""])
  expect(stderr).toContain("SLACK_BOT_TOKEN must be set")
})

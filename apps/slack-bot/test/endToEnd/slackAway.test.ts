import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { utc } from "@safe-return/domain/calendar"
import { expect, test } from "vitest"
import { movableClock } from "./movableClock.ts"
import { startBot, startCouncilWorkspace } from "./trainingCouncil.ts"

test("a bot that starts while Slack is away says so and stops; it does not die of an answer nobody waited for", async () => {
  await using workspace = await startCouncilWorkspace()
  const directory = mkdtempSync(join(tmpdir(), "safe-return-"))
  const unhandled: Array<unknown> = []
  const note = (cause: unknown) => void unhandled.push(cause)
  process.on("unhandledRejection", note)
  workspace.faults.plan({ methods: ["auth.test"], fault: { status: 503 } })
  await expect(startBot(workspace, movableClock(utc(2026, 11, 16, 9)), directory)).rejects.toThrow("auth.test")
  process.off("unhandledRejection", note)
  expect(unhandled).toEqual([])
  rmSync(directory, { recursive: true, force: true })
})

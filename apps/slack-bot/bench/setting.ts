/** Where a benchmark of the bot takes place: a local Slack, a journal folder, and the processes, all gone after it. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import type { SlackWorkspace } from "@safe-return/slack-testkit"
import { startCouncilWorkspace } from "../test/endToEnd/trainingCouncil.ts"
import { startGenerator } from "./load/processes.ts"

/** How long nothing has to be posted for the bot to count as having nothing left to say. */
const QUIET_MS = 5_000

export const openSetting = async () => {
  const directory = mkdtempSync(join(tmpdir(), "safe-return-bench-"))
  const workspace = await startCouncilWorkspace()
  const generator = await startGenerator()
  return {
    directory,
    workspace,
    generator,
    [Symbol.asyncDispose]: async () => {
      await generator[Symbol.asyncDispose]()
      await workspace.close()
      rmSync(directory, { recursive: true, force: true })
    }
  }
}

/** Waits until the bot has said everything it had to say at its start. */
export const untilQuiet = async (workspace: SlackWorkspace) => {
  let last = performance.now()
  const stop = workspace.onChange(() => {
    last = performance.now()
  })
  while (performance.now() - last < QUIET_MS) await pause(100)
  stop()
}

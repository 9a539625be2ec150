/** Runs before each test file: its properties get their seed, and what it leaves behind fails it. */
import { createRequire } from "node:module"
import { relative } from "node:path"
import fc from "fast-check"
import { afterAll, beforeEach, expect, vi } from "vitest"
import { propertySettings } from "./properties/propertySettings.ts"
import { leftBehind, lookAround } from "./surroundings.ts"

/** Loads what changes the process for good by being loaded, so that it is no test file's doing. */
const ofTheJournal = createRequire(new URL("../../journal/package.json", import.meta.url))

// It takes its locks away at a signal: signal-exit, once loaded, listens to every signal.
ofTheJournal("proper-lockfile")

const { seed, until } = propertySettings(process.env)
fc.configureGlobal({ seed })

if (until !== undefined) {
  beforeEach(({ skip }) => skip(Date.now() > until, "the minutes are over"))
}

const before = lookAround()

// Registered first, so it runs after every hook of the file itself.
afterAll(async () => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  const found = await leftBehind(before)
  if (found.length === 0) return
  const file = relative(process.cwd(), expect.getState().testPath ?? "this file")
  throw new Error(`${file} leaves its process other than it found it:\n- ${found.join("\n- ")}`)
})

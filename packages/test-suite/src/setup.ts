/** Runs before each test file: its properties get their seed, and what it leaves behind fails it. */
import { relative } from "node:path"
import fc from "fast-check"
import { afterAll, beforeEach, expect, vi } from "vitest"
import "./lasting.ts"
import { propertySettings } from "./properties/propertySettings.ts"
import { leftBehind, lookAround } from "./surroundings.ts"

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

/** What a killable bot runs: in the suite one file, because the suite starts it dozens of times. */
import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const source = join(import.meta.dirname, "botProcess.ts")
/** Always the same place: by it Node knows again what it compiled. */
const bundled = join(import.meta.dirname, "../../node_modules/.cache/killable-bot")

const LONGEST_MS = 120_000

const waitFor = (file: string): void => {
  const until = performance.now() + LONGEST_MS
  while (!existsSync(file)) {
    if (performance.now() > until) throw new Error("the bot was not put into one file")
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
  }
}

/** Whether this test file is the first of the run to ask. */
const isFirst = (folder: string): boolean => {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

const bundleFor = (folderOfTheRun: string): void => {
  const folder = join(folderOfTheRun, "killable-bot")
  const done = join(folder, "done")
  if (isFirst(folder)) {
    execFileSync(process.execPath, [join(import.meta.dirname, "bundleBot.ts"), bundled])
    writeFileSync(done, "")
  } else waitFor(done)
}

/** As it is written, outside a run of the suite: a loaded file takes a millisecond, and there are two thousand. */
export const botProgram = (): string => {
  const { TESTS_ON_DISK: folderOfTheRun } = process.env
  if (folderOfTheRun === undefined) return source
  bundleFor(folderOfTheRun)
  return join(bundled, "botProcess.js")
}

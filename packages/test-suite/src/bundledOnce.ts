/** A program that the suite starts often, in a few files: made by the first test file of the run that asks, where it is out of date. */
import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { programAt, ROOT } from "../../bundle/src/programAt.ts"

const LONGEST_MS = 120_000

const waitFor = (file: string): void => {
  const until = performance.now() + LONGEST_MS
  while (!existsSync(file)) {
    if (performance.now() > until) throw new Error("the program was not bundled")
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
  }
}

const isFirst = (folder: string): boolean => {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

/** @returns the file to run: outside a run of the suite the entry itself */
export const bundledOnce = (entry: string): string => {
  const { TESTS_ON_DISK: folderOfTheRun } = process.env
  if (folderOfTheRun === undefined) return entry
  const folder = join(folderOfTheRun, `bundle-${relative(ROOT, entry).replaceAll("/", "-")}`)
  const done = join(folder, "done")
  if (isFirst(folder)) {
    execFileSync(process.execPath, [join(ROOT, "packages/bundle/src/makeBundle.ts"), entry])
    writeFileSync(done, "")
  } else waitFor(done)
  return fileURLToPath(programAt(entry))
}

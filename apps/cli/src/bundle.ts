/** The command line in a few files of JavaScript: loading five hundred modules costs several times the command itself. */
import { readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"

/** A file that the bundle was made of, as it was then. */
export interface BundledFile {
  readonly path: string
  readonly changedAt: number
  readonly size: number
}

export interface Bundle {
  readonly entry: string
  readonly files: ReadonlyArray<BundledFile>
}

export const BUNDLES = join(import.meta.dirname, "../../../node_modules/.cache/command-line")

export const manifestIn = (folder: string): string => join(folder, "bundle.json")

export const bundledFile = (path: string): BundledFile => {
  const { mtimeMs, size } = statSync(path)
  return { path, changedAt: mtimeMs, size }
}

const isUnchanged = ({ path, changedAt, size }: BundledFile): boolean => {
  const now = statSync(path, { throwIfNoEntry: false })
  return now?.mtimeMs === changedAt && now.size === size
}

/** Where the bundle begins; none where it was not made, or where a file that it was made of has changed. */
export const freshBundle = (folder: string): string | undefined => {
  try {
    const { entry, files }: Bundle = JSON.parse(readFileSync(manifestIn(folder), "utf8"))
    return files.every(isUnchanged) ? pathToFileURL(entry).href : undefined
  } catch {
    return undefined
  }
}

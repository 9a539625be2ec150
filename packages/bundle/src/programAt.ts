/** Where a program is run from: loading two thousand modules costs several times what it does first. */
import { readFileSync, statSync } from "node:fs"
import { join, relative } from "node:path"
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

export const ROOT = join(import.meta.dirname, "../../..")

/** Where the bundle of the program that begins with this module is kept. */
export const folderOf = (entry: string): string =>
  join(ROOT, "node_modules/.cache/bundles", relative(ROOT, entry).replace(/\.ts$/, ""))

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
    return files.every(isUnchanged) ? entry : undefined
  } catch {
    return undefined
  }
}

/** The address to import: of the program's bundle while that is true to its sources, else of the sources. */
export const programAt = (entry: string): string => pathToFileURL(freshBundle(folderOf(entry)) ?? entry).href

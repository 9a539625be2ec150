import { globSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"

const imported = /from "(\.[^"]+\.ts)"/g

/** Test files that assert a property, themselves or through a file of theirs. */
export const propertyFiles = (root: string, patterns: ReadonlyArray<string>): ReadonlyArray<string> => {
  const known = new Map<string, boolean>()
  const asserts = (path: string): boolean => {
    const before = known.get(path)
    if (before !== undefined) return before
    known.set(path, false)
    const text = readFileSync(join(root, path), "utf8")
    const found =
      text.includes("fc.assert(") ||
      [...text.matchAll(imported)]
        .map(([, other = ""]) => join(dirname(path), other))
        .some((other) => other.includes("/test/") && asserts(other))
    known.set(path, found)
    return found
  }
  return globSync(["packages/*/test/**/*.test.ts", "apps/*/test/**/*.test.ts"], { cwd: root })
    .filter((path) => patterns.length === 0 || patterns.some((pattern) => path.includes(pattern)))
    .filter(asserts)
    .sort()
}

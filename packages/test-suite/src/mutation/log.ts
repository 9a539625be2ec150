/** What the test process tells the command, a line at a time, so that whatever was found survives a mutant that hangs. */
import { appendFileSync, readFileSync } from "node:fs"

export type Line =
  /** Reached by a test, so that a test could notice it. */
  | { readonly reached: string }
  /** Reached while the sources were loaded: with `reached` too, it is tried like any other. */
  | { readonly atStart: string }
  | { readonly trying: string }
  | { readonly dead: string; readonly by: string; readonly endless: boolean }
  /** A test that takes too long for the pass it was met in. */
  | { readonly long: string; readonly milliseconds: number }
  /** A test that has been asked of every mutant it reaches. */
  | { readonly asked: string }
  /** A test that proves nothing here, because it fails when it is run again. */
  | { readonly unrepeatable: string }

export const write = (log: string, line: Line): void => appendFileSync(log, `${JSON.stringify(line)}\n`)

export const read = (log: string): ReadonlyArray<Line> =>
  readFileSync(log, "utf8")
    .split("\n")
    .flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Line]))

/** What stands under this key in any line. */
export const all = (lines: ReadonlyArray<Line>, key: "reached" | "atStart" | "dead" | "asked" | "unrepeatable") =>
  new Set(lines.flatMap((line) => (key in line ? [(line as unknown as Record<typeof key, string>)[key]] : [])))

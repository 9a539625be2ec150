/** What the test process tells the command, a line at a time, so that whatever was found survives a mutant that hangs. */
import { appendFileSync, readFileSync } from "node:fs"

/** A test as it runs without any mutant, and how often it reaches each. */
export interface TestCoverage {
  readonly test: string
  readonly name: string
  /** From the root of the repository. */
  readonly file: string
  readonly milliseconds: number
  readonly hits: Readonly<Record<string, number>>
}

export type Line =
  | { readonly covered: TestCoverage }
  /** Reached while the sources were loaded: reached by a test too, it is tried like any other. */
  | { readonly atStart: string }
  | { readonly trying: string; readonly test: string }
  | { readonly dead: string; readonly by: string; readonly endless: boolean }
  /** A test that proves nothing here, because it fails without a mutant. */
  | { readonly unreliable: string; readonly name: string; readonly why: string }

export const write = (log: string, line: Line): void => appendFileSync(log, `${JSON.stringify(line)}\n`)

export const read = (log: string): ReadonlyArray<Line> =>
  readFileSync(log, "utf8")
    .split("\n")
    .flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Line]))

export const coveredIn = (lines: ReadonlyArray<Line>): ReadonlyArray<TestCoverage> =>
  lines.flatMap((line) => ("covered" in line ? [line.covered] : []))

export const deadIn = (lines: ReadonlyArray<Line>): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => ("dead" in line ? [line.dead] : [])))

export const unreliableIn = (lines: ReadonlyArray<Line>): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => ("unreliable" in line ? [line.unreliable] : [])))

/** A test and a mutant, as one key. */
export const pairOf = (test: string, mutant: string): string => `${test} ${mutant}`

export const triedIn = (lines: ReadonlyArray<Line>): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => ("trying" in line ? [pairOf(line.test, line.trying)] : [])))

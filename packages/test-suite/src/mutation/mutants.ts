/** Stryker's mutants of some sources, all in the code at once behind a switch, for one running process. */
import { hash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Instrumenter } from "@stryker-mutator/instrumenter"

/** One small change to a source. */
export interface Mutant {
  readonly id: string
  /** From the root of the repository. */
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  /** The column counted from 0, so that mutants of one line are told apart. */
  readonly column: number
  readonly replacement: string
}

const nothing = () => {}
const quiet = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => true,
  isErrorEnabled: () => true,
  isFatalEnabled: () => true,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: console.warn,
  error: console.error,
  fatal: console.error
}

/** The sources with their mutants in them, by absolute path, and what each mutant is. */
export const instrumented = async (root: string, files: ReadonlyArray<string>) => {
  const sources = files.map((name) => ({ name, mutate: true, content: readFileSync(join(root, name), "utf8") }))
  const options = { plugins: null, ignorers: [], excludedMutations: [] }
  const result = await new Instrumenter(quiet).instrument(sources, options)
  return {
    code: new Map(result.files.map(({ name, content }) => [join(root, name), content])),
    mutants: result.mutants.map(
      ({ id, fileName, location, replacement }): Mutant => ({
        id,
        file: fileName,
        line: location.start.line + 1,
        column: location.start.column,
        replacement
      })
    )
  }
}

/** So many of them, the same for one seed whatever else is mutated. */
export const drawn = (mutants: ReadonlyArray<Mutant>, many: number, seed: string): ReadonlyArray<Mutant> =>
  mutants
    .map((mutant) => {
      const { file, line, column, replacement } = mutant
      return { mutant, place: hash("sha256", `${seed} ${file}:${line}:${column} ${replacement}`) }
    })
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .slice(0, many)
    .map(({ mutant }) => mutant)

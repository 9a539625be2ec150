/** Reads the law-to-test table of `docs/law-to-test.md`, and what is wrong with one of its rows. */
import { existsSync, readFileSync, statSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

export const root = fileURLToPath(new URL("../../../", import.meta.url))
export const page = "docs/law-to-test.md"

interface NamedTest {
  readonly file: string
  readonly name: string
}

export interface Row {
  readonly id: string
  readonly clause: string
  readonly source: string
  readonly files: ReadonlyArray<string>
  readonly tests: ReadonlyArray<NamedTest>
  /** What of the clause nothing shows yet. */
  readonly gap: string | undefined
}

const NAMED_TEST = /`([^`]+\.test\.ts)`: "([^"]+)"/g
const GAP = /Gap: (.+?)(?:<br>|$)/

const rowOf = (line: string): Row => {
  const [id = "", clause = "", source = "", where = "", shown = ""] = line
    .replace(/^\|/, "")
    .replace(/\|\s*$/, "")
    .split("|")
    .map((cell) => cell.trim())
  return {
    id,
    clause,
    source,
    files: [...where.matchAll(/`([^`]+)`/g)].map(([, file = ""]) => file),
    tests: [...shown.matchAll(NAMED_TEST)].map(([, file = "", name = ""]) => ({ file, name })),
    gap: GAP.exec(shown)?.[1]
  }
}

/** Every row of every table on the page: those that begin with a clause's id, such as `SG-1`. */
export const rowsOf = (text: string): ReadonlyArray<Row> =>
  text
    .split("\n")
    .filter((line) => /^\|\s*[A-Z]+\d*-\d+\s*\|/.test(line))
    .map(rowOf)

const isFile = (file: string): boolean => {
  const whole = path.join(root, file)
  return !path.isAbsolute(file) && existsSync(whole) && statSync(whole).isFile()
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** Whether the file has a test of this very title: `it("…"`, `test("…"`, or the title after the table of an `it.each`. */
const hasTest = ({ file, name }: NamedTest): boolean => {
  const source = readFileSync(path.join(root, file), "utf8")
  return new RegExp(String.raw`(?:\b(?:it|test)(?:\.\w+)*|\))\(\s*"${escaped(name)}"`).test(source)
}

/** What is wrong with a row, in words; none when it stands. */
export const faultsOf = ({ id, clause, source, files, tests, gap }: Row): ReadonlyArray<string> => [
  ...(clause === "" || source === "" ? [`${id} says no clause or no source`] : []),
  ...files.filter((file) => !isFile(file)).map((file) => `${id} names ${file}, which does not exist`),
  ...tests.filter(({ file }) => !isFile(file)).map(({ file }) => `${id} names ${file}, which does not exist`),
  ...tests
    .filter((test) => isFile(test.file) && !hasTest(test))
    .map(({ file, name }) => `${id} names a test that ${file} does not have: ${name}`),
  ...(tests.length === 0 && gap === undefined ? [`${id} has neither a test nor an explicit gap`] : []),
  ...(tests.length > 0 && files.length === 0 ? [`${id} has a test and names no rule or transition`] : []),
  ...(gap !== undefined && !/waits for (?:issue \d+|an issue not opened yet)/.test(gap)
    ? [`${id} has a gap that says no issue it waits for`]
    : [])
]

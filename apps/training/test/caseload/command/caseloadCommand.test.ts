import { spawn } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { bundledOnce } from "../../../../../packages/test-suite/src/bundledOnce.ts"

const folder = mkdtempSync(join(tmpdir(), "safe-return-caseload-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string): string => join(folder, name)

/** Runs a command of the repository in a process of its own. */
const run = (script: string, ...args: ReadonlyArray<string>) =>
  new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args])
    const said = { stdout: "", stderr: "" }
    child.stdout.on("data", (text) => {
      said.stdout += text
    })
    child.stderr.on("data", (text) => {
      said.stderr += text
    })
    child.on("error", reject)
    child.on("close", (status) => resolve({ status, ...said }))
  })

const root = join(import.meta.dirname, "../../../../..")
const CASELOAD = bundledOnce(join(root, "apps/training/src/caseload/command/main.ts"))
const COMMAND_LINE = bundledOnce(join(root, "apps/cli/src/runCommandLine.ts"))

const caseload = (...args: ReadonlyArray<string>) => run(CASELOAD, ...args)

const linesOf = (name: string): ReadonlyArray<string> => readFileSync(file(name), "utf8").trimEnd().split("\n")

test("Rotherham's caseload is written, meets its figures, and safe-return reads its triggers", {
  timeout: 120_000
}, async () => {
  const made = await caseload("--size", "rotherham", "--seed", "3", "--out", file("rotherham.csv"), "--figures")
  expect([made.status, made.stderr]).toEqual([0, ""])
  expect(made.stdout).toContain("57 synthetic children, 318 missing incidents and 0 away.")
  expect(made.stdout).toMatch(/^children missing more than once +35 +35 +0\.0 % {2}within 2 %$/m)
  expect(made.stdout).not.toContain("NOT MET")
  expect(linesOf("rotherham.csv").length).toBe(319)

  const asOf = ["--as-of", "2024-03-31T23:00:00Z"]
  const read = await run(COMMAND_LINE, "triggers", "--episodes", file("rotherham.csv"), ...asOf, "--json")
  expect(read.status).toBe(0)
  expect(JSON.parse(read.stdout).length).toBeGreaterThan(0)
  expect(read.stderr).not.toMatch(/not known, read as|left out|kept aside/)
})

test("profiles are written apart, each marked as synthetic, for the children of the table", {
  timeout: 60_000
}, async () => {
  const made = await caseload("--size", "40", "--out", file("forty.ndjson"), "--profiles", file("people.ndjson"))
  expect(made.status).toBe(0)
  const people = linesOf("people.ndjson").map((line) => JSON.parse(line))
  expect(people.map(({ synthetic }) => synthetic)).toEqual(Array.from({ length: 40 }, () => true))
  expect(people[0]).toMatchObject({ child_ref: "LCS-90001", born: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) })
  const inTable = new Set(linesOf("forty.ndjson").map((line) => JSON.parse(line).child_ref))
  expect([...inTable].sort()).toEqual(people.map(({ child_ref }) => child_ref).sort())
})

test("years before the last one are of other children, and leave the last as it is", { timeout: 120_000 }, async () => {
  const made = await caseload("--size", "12", "--years", "3", "--out", file("three.csv"), "--figures")
  expect(made.stdout).toMatch(/In the years before: \d+ episodes of other synthetic children\.\n/)
  expect(made.stdout).not.toContain("NOT MET")
  expect((await caseload("--size", "12", "--out", file("last.csv"))).status).toBe(0)
  const trimmed = (name: string) => linesOf(name).map((line) => line.trimEnd())
  const [three, last] = [trimmed("three.csv"), trimmed("last.csv")]
  expect(three.slice(0, last.length)).toEqual(last)
  const cells = three.slice(1).map((line) => line.split(","))
  expect(new Set(cells.map(([id]) => id)).size).toBe(cells.length)
  expect(new Set(cells.map(([, child]) => child)).size).toBe(36)
  const years = new Set(cells.map(([, , , , , , , missingAt = ""]) => missingAt.slice(0, 4)))
  expect([...years].sort()).toEqual(["2021", "2022", "2023", "2024"])
  expect((await caseload("--size", "12", "--years", "0")).status).toBe(2)
})

test("one seed always writes the same bytes; without a file the figures are printed", {
  timeout: 120_000
}, async () => {
  const names = ["one.csv", "again.csv", "other.csv"]
  const seeds = ["1", "1", "2"]
  const made = await Promise.all(
    names.map((name, at) => caseload("--size", "12", "--seed", seeds[at] ?? "", "--out", file(name)))
  )
  expect(made.map(({ status }) => status)).toEqual([0, 0, 0])
  const [one, again, other] = names.map((name) => readFileSync(file(name), "utf8"))
  expect(again).toBe(one)
  expect(other).not.toBe(one)
  expect((await caseload("--size", "12")).stdout).toContain("England's figures, brought down to 12 children")
})

test.each([
  ["a size that is none", ["--size", "Leeds"], "a number of children from 12 to 100,000"],
  ["a format that is not known", ["--out", "episodes.txt"], ".csv, .ndjson or .jsonl"],
  ["a moment that is none", ["--as-of", "2024-03-31"], "a date and time with an offset"],
  ["a folder that is not there", ["--size", "12", "--out", file("nowhere/episodes.csv")], "cannot be written"]
])("%s is bad input, and nothing is written", { timeout: 60_000 }, async (_what, args, sentence) => {
  const before = readdirSync(folder)
  const told = await caseload(...args)
  expect(told.status).toBe(2)
  expect(told.stderr).toContain(sentence)
  expect(readdirSync(folder)).toEqual(before)
})

test("children missing education are written, meet their figures, and safe-return counts them", {
  timeout: 60_000
}, async () => {
  const made = await caseload("education", "--size", "rotherham", "--out", file("cases.csv"), "--figures")
  expect([made.status, made.stderr]).toEqual([0, ""])
  expect(made.stdout).toContain("420 cases of synthetic children.")
  expect(made.stdout).not.toContain("NOT MET")
  const read = await run(
    COMMAND_LINE,
    "cme",
    "return",
    "--cases",
    file("cases.csv"),
    "--census-day",
    "2025-10-02",
    "--json"
  )
  expect([read.status, read.stderr]).toEqual([0, ""])
  expect(JSON.parse(read.stdout)).toMatchObject({ total: 420, byReason: { "Not recorded": 200 } })
})

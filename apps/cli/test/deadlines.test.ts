import { chmodSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { fileWith, folderOfTests, run } from "./run.ts"

const CHRISTMAS = '{"returnedAt":"2026-12-23T20:00:00Z"}'
const ST_ANDREW = '{"returnedAt":"2026-11-27T12:00:00Z","nation":"scotland"}'

const deadlines = async (name: string, content: string | Uint8Array, ...more: ReadonlyArray<string>) => {
  const file = fileWith(name, content)
  return { file, ...(await run(["deadlines", "--file", file, ...more])) }
}

const answers = (stdout: string): ReadonlyArray<Record<string, unknown>> =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line))

test("one line out for each line in, in the same order, each what `deadline` prints", async () => {
  const { status, stdout, stderr } = await deadlines("returns.ndjson", `${CHRISTMAS}\n${ST_ANDREW}\n`)
  expect([status, stderr]).toEqual([0, ""])
  const single = await run(["deadline", "2026-12-23T20:00:00Z", "--json"])
  expect(answers(stdout)[0]).toEqual(JSON.parse(single.stdout))
  expect(answers(stdout)[1]).toMatchObject({ nation: "scotland", clocks: { workingDays3: { dueDate: "2026-12-03" } } })
  expect((await deadlines("returns.ndjson", `${CHRISTMAS}\n${ST_ANDREW}`, "--json")).stdout).toBe(stdout)
})

test("a CSV file with the same columns in any order, as Excel writes it, gives the same lines", async () => {
  const csv = '\u{feff}note,nation,returnedAt\r\n"a, b",,2026-12-23T20:00:00Z\r\n,scotland,2026-11-27T12:00:00Z\r\n'
  const ndjson = await deadlines("returns.ndjson", `\u{feff}${CHRISTMAS}\r\n${ST_ANDREW}\r\n`)
  expect((await deadlines("returns.CSV", csv)).stdout).toBe(ndjson.stdout)
  expect((await run(["deadlines", "--file", "-"], { stdin: csv })).stdout).toBe(ndjson.stdout)
})

test("--nation counts for lines that name none", async () => {
  const { stdout } = await run(["deadlines", "--file", "-", "--nation", "northern-ireland"], {
    stdin: `${CHRISTMAS}\n${ST_ANDREW}`
  })
  expect(answers(stdout).map(({ nation }) => nation)).toEqual(["northern-ireland", "scotland"])
})

test.each([
  ["a missing offset", '{"returnedAt":"2026-12-23T20:00:00"}', ["line 2", "returnedAt"]],
  ["an impossible date", '{"returnedAt":"2026-02-29T20:00:00Z"}', ["line 2", "returnedAt"]],
  ["an unknown nation", '{"returnedAt":"2026-12-23T20:00:00Z","nation":"wales"}', ["line 2", "nation"]],
  ["no returnedAt", '{"nation":"scotland"}', ["line 2", "returnedAt"]],
  ["a misspelt name", '{"returned_at":"2026-12-23T20:00:00Z"}', ["line 2", "returned_at"]],
  ["what is not JSON", '{"returnedAt":2026-12-23}', ["line 2", "column 19"]],
  ["what is not an object", '"2026-12-23T20:00:00Z"', ["line 2", "column 1"]]
])("%s is bad input with its place, and the good lines around it are not answered", async (_what, line, places) => {
  const { file, status, stdout, stderr } = await deadlines("returns.ndjson", `${CHRISTMAS}\n${line}\n${CHRISTMAS}\n`)
  expect([status, stdout]).toEqual([2, ""])
  for (const place of [file, ...places]) expect(stderr).toContain(place)
})

test.each([
  ["an unknown nation", "returnedAt,nation\n2026-12-23T20:00:00Z,wales\n", ["line 2", "column 2 (nation)"]],
  ["a blank return", "returnedAt,nation\n,scotland\n", ["line 2", "column 1 (returnedAt)"]],
  ["no such column", "returned,nation\n2026-12-23T20:00:00Z,scotland\n", ["line 1", "returnedAt"]],
  ["a column twice", "returnedAt,returnedAt\n2026-12-23T20:00:00Z,\n", ["line 1", "column 2 (returnedAt)"]],
  ["an open quote", 'returnedAt,nation\n"2026-12-23T20:00:00Z,scotland\n', ["line 2", "column 1"]]
])("in CSV, %s is bad input with its place", async (_what, csv, places) => {
  const { file, status, stdout, stderr } = await deadlines("returns.csv", csv)
  expect([status, stdout]).toEqual([2, ""])
  for (const place of [file, ...places]) expect(stderr).toContain(place)
})

test("every line that is wrong is named, not the first alone", async () => {
  const { stderr } = await deadlines("returns.ndjson", '{"returnedAt":"x"}\n{}\n{"nation":7}\n')
  expect(stderr.match(/line \d+/g)).toEqual(["line 1", "line 2", "line 3", "line 3"])
})

test("files that cannot be read are bad input: absent, a folder, empty, not UTF-8", async () => {
  const inFolder = join(folderOfTests, "folder.ndjson")
  mkdirSync(inFolder)
  const files = [
    ["nowhere.ndjson", "no such file"],
    [inFolder, "folder"],
    [fileWith("empty.ndjson", ""), "empty"],
    [fileWith("empty.csv", "\r\n"), "empty"],
    [fileWith("latin.csv", Uint8Array.from(Buffer.from("returnedAt\ncafé\n", "latin1"))), "line 2"]
  ] as const
  for (const [file, said] of files) {
    const { status, stdout, stderr } = await run(["deadlines", "--file", file])
    expect([status, stdout]).toEqual([2, ""])
    expect(stderr).toContain(file)
    expect(stderr).toContain(said)
  }
})

test("a file that nobody may read is bad input", async () => {
  const file = fileWith("secret.ndjson", CHRISTMAS)
  chmodSync(file, 0o000)
  const { status, stdout, stderr } = await run(["deadlines", "--file", file])
  // Root may read everything, so then it is answered.
  if (process.getuid?.() === 0) expect(status).toBe(0)
  else expect([status, stdout, stderr]).toEqual([2, "", expect.stringContaining("may not be read")])
})

test("a header alone is a file of no returns: nothing to answer, and done", async () => {
  expect(await deadlines("returns.csv", "returnedAt,nation\n")).toMatchObject({ status: 0, stdout: "" })
})

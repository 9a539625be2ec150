import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { describe, expect, it } from "vitest"
import { faultsOf, page, type Row, root, rowsOf } from "./lawToTestTable.ts"

const rows = rowsOf(readFileSync(path.join(root, page), "utf8"))

describe("the law-to-test table", () => {
  it("has a row for every clause, each once", () => {
    expect(rows.length).toBeGreaterThanOrEqual(50)
    const ids = rows.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([])
  })

  it.each(rows.map((row) => [row.id, row] as const))("%s names what exists, or says what it waits for", (_, row) => {
    expect(faultsOf(row)).toEqual([])
  })

  it("names every rule of the risk triggers and every policy pack", () => {
    const named = new Set(rows.flatMap(({ files, tests }) => (tests.length > 0 ? files : [])))
    const rules = readdirSync(path.join(root, "packages/domain/src/risk/rules"))
      .filter((file) => file !== "index.ts")
      .map((file) => `packages/domain/src/risk/rules/${file}`)
    const packs = ["rotherham", "derbyshire", "nationalMinimum"].map((pack) => `packages/domain/src/policy/${pack}.ts`)
    expect(rules.length).toBeGreaterThanOrEqual(12)
    expect([...rules, ...packs].filter((file) => !named.has(file))).toEqual([])
  })
})

describe("the reading itself", () => {
  const row = (edit: Partial<Row>): Row => ({
    id: "XX-1",
    clause: "Something must be done",
    source: "A source",
    files: ["packages/domain/src/policy/rotherham.ts"],
    tests: [{ file: "packages/domain/test/lawToTest.test.ts", name: "has a row for every clause, each once" }],
    gap: undefined,
    ...edit
  })

  it("reads a row into its clause, source, files, tests and gap", () => {
    const line =
      '| SG-1 | A clause | A source | `a.ts`, `b.ts` | `c.test.ts`: "one"<br>`d.test.ts`: "two"<br>Gap: waits for issue 5: three |'
    expect(rowsOf(`| Id | Clause |\n| --- | --- |\n${line}\n| not a row |`)).toEqual([
      {
        id: "SG-1",
        clause: "A clause",
        source: "A source",
        files: ["a.ts", "b.ts"],
        tests: [
          { file: "c.test.ts", name: "one" },
          { file: "d.test.ts", name: "two" }
        ],
        gap: "waits for issue 5: three"
      }
    ])
  })

  it.each([
    ["a row in order", {}, 0],
    ["an explicit gap", { tests: [], files: [], gap: "waits for issue 5: what is missing" }, 0],
    ["neither a test nor a gap", { tests: [] }, 1],
    ["a gap that waits for nothing", { tests: [], gap: "one day" }, 1],
    ["a file that does not exist", { files: ["packages/domain/src/policy/gone.ts"] }, 1],
    ["a folder", { files: ["packages/domain/src/policy"] }, 1],
    ["a test file that does not exist", { tests: [{ file: "gone.test.ts", name: "anything" }] }, 1],
    ["a test without a rule", { files: [] }, 1],
    ["no source", { source: "" }, 1],
    [
      "a test that does not exist",
      { tests: [{ file: "packages/domain/test/lawToTest.test.ts", name: ["was", "renamed"].join(" ") }] },
      1
    ],
    [
      "a group of tests, which shows nothing by itself",
      { tests: [{ file: "packages/domain/test/lawToTest.test.ts", name: ["the reading", "itself"].join(" ") }] },
      1
    ]
  ])("finds what is wrong with %s", (_, edit, faults) => {
    expect(faultsOf(row(edit))).toHaveLength(faults)
  })
})

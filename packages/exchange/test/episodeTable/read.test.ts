import { utc } from "@safe-return/domain/calendar"
import { parseReferencePatterns } from "@safe-return/domain/pathway"
import { Result } from "effect"
import { expect, test } from "vitest"
import { attempt, badInputIn, faultsIn, tableIn } from "../reading.ts"

const HEADER = "episode_id,child_ref,absence,missing_at"

test("columns may stand in any order, blank is not known, and times become instants", () => {
  const { lines } = tableIn("missing_at,child_ref,risk,episode_id\n2026-07-01T18:00+01:00,LCS-1,,E1\n")
  expect(lines).toEqual([
    { line: 2, row: { episode_id: "E1", child_ref: "LCS-1", missing_at: utc(2026, 7, 1, 17) }, aside: {} }
  ])
})

test("Excel's file is read: byte order mark, CRLF, quoted text, blank lines and spaces", () => {
  const text = `\u{feff}episode_id,child_ref,area\r\nE1,LCS-1,"Wath, ""upper""\r\nhalf"\r\n\r\n E2 ,LCS-1,  \r\nE3,LCS-1,Maltby`
  expect(tableIn(text).lines).toEqual([
    { line: 2, row: { episode_id: "E1", child_ref: "LCS-1", area: 'Wath, "upper"\r\nhalf' }, aside: {} },
    { line: 5, row: { episode_id: "E2", child_ref: "LCS-1" }, aside: {} },
    { line: 6, row: { episode_id: "E3", child_ref: "LCS-1", area: "Maltby" }, aside: {} }
  ])
})

test("lines that end in CR alone are lines", () => {
  expect(tableIn(`${HEADER}\rE1,LCS-1,away,\r`).lines[0]?.row.absence).toBe("away")
})

test("columns that are not the table's are kept aside and reported, and those it lacks too", () => {
  const table = tableIn("episode_id,child_ref,ward,missing_at,\nE1,LCS-1,Wath,,\n")
  expect(table.lines[0]?.aside).toEqual({ ward: "Wath" })
  expect(table.unknownColumns).toEqual(["ward"])
  expect(table.absentColumns).toContain("returned_at")
  expect(table.absentColumns).not.toContain("missing_at")
})

test("NDJSON with the same names is the same table; null and blank are not known", () => {
  const text = [
    '{"episode_id":"E1","child_ref":"LCS-1","absence":"away","missing_at":"2026-07-01T18:00:00+01:00","ward":"Wath"}',
    "",
    '{"child_ref":"LCS-1","episode_id":"E2","risk":null,"area":" "}'
  ].join("\r\n")
  for (const file of ["episodes.ndjson", "episodes.jsonl", "standard input"]) {
    const table = tableIn(text, file)
    expect(table.lines.map(({ line, row }) => [line, row])).toEqual([
      [1, { episode_id: "E1", child_ref: "LCS-1", absence: "away", missing_at: utc(2026, 7, 1, 17) }],
      [3, { episode_id: "E2", child_ref: "LCS-1" }]
    ])
    expect(table.unknownColumns).toEqual(["ward"])
  }
})

test("every cell that is wrong is named by line and column, and no cell is repeated", () => {
  const bad = badInputIn(`${HEADER}\nE1,Jane Doe,gone,2026-02-30T10:00:00Z\nE2,LCS-1,away,2026-02-03T10:00:00\n`)
  expect(bad.faults.map(({ line, column, field }) => [line, column, field])).toEqual([
    [2, 2, "child_ref"],
    [2, 3, "absence"],
    [2, 4, "missing_at"],
    [3, 4, "missing_at"]
  ])
  expect(bad.message).toContain('episodes.csv, line 2, column 3 (absence): Expected "missing" or "away".')
  expect(bad.message).not.toContain("Jane")
  expect(bad.message).not.toContain("gone")
})

test.each([
  ["an empty file", "", { line: 1 }],
  ["a file of blank lines", "\n\n", { line: 1 }],
  ["a row too long", `${HEADER}\nE1,LCS-1,,,\n`, { line: 2 }],
  ["a row too short", `${HEADER}\nE1,LCS-1\n`, { line: 2 }],
  ["a blank episode_id", `${HEADER}\n,LCS-1,,\n`, { line: 2, column: 1, field: "episode_id" }],
  ["a quote in the middle of a cell", `${HEADER}\nE1,LCS-1,"away,\n`, { line: 2, column: 3 }],
  ["a cell that is half quoted", `${HEADER}\nE1,LCS-1,"away"s,\n`, { line: 2, column: 3 }],
  ["a column twice", "episode_id,child_ref,risk,risk\nE1,LCS-1,,\n", { line: 1, column: 4, field: "risk" }],
  ["a column in another dress", "Episode ID,child_ref\nE1,LCS-1\n", { line: 1, column: 1, field: "Episode ID" }],
  ["no header", "E1,LCS-1\n", { line: 1, field: "episode_id" }],
  ["no child_ref", "episode_id,area\nE1,Wath\n", { line: 1, field: "child_ref" }]
])("%s is refused with its place", (_what, text, place) => {
  expect(faultsIn(text)[0]).toMatchObject({ file: "episodes.csv", ...place })
})

test.each([
  ["a line that is not JSON", '{"episode_id":"E1"', { line: 1, column: 19 }],
  ["a line that is not an object", '{"episode_id":"E1","child_ref":"LCS-1"}\n["E2"]', { line: 2, column: 1 }],
  ["a time that is a number", '{"episode_id":"E1","child_ref":"LCS-1","found_at":7}', { line: 1, field: "found_at" }],
  ["a name in another dress", '{"episodeId":"E1","child_ref":"LCS-1"}', { line: 1, field: "episodeId" }],
  ["no child_ref", '{"episode_id":"E1"}', { line: 1, field: "child_ref" }]
])("in NDJSON, %s is refused with its place", (_what, text, place) => {
  expect(faultsIn(text, "episodes.ndjson")[0]).toMatchObject({ file: "episodes.ndjson", ...place })
})

test("an episode_id given twice names both lines", () => {
  const [fault, ...more] = faultsIn("area,episode_id,child_ref\n,E1,LCS-1\n,E2,LCS-1\n,E1,LCS-2\n")
  expect(more).toEqual([])
  expect(fault).toMatchObject({ line: 4, column: 2, field: "episode_id" })
  expect(fault?.message).toContain("line 2")
})

test("twenty faults are told, then that there may be more", () => {
  const rows = Array.from({ length: 50 }, (_, at) => `E${at},nobody,,\n`).join("")
  const bad = badInputIn(`${HEADER}\n${rows}`)
  expect(bad.faults).toHaveLength(20)
  expect(bad.message.split("\n").at(-1)).toBe("Stopped here: there may be more.")
})

test("a column named like a part of JavaScript is a column like any other", () => {
  const table = tableIn("episode_id,child_ref,__proto__,constructor\nE1,LCS-1,a,b\n")
  expect(table.unknownColumns).toEqual(["__proto__", "constructor"])
  expect(Object.keys(table.lines[0]?.aside ?? {})).toEqual(["__proto__", "constructor"])
})

test("a table is held to forms of references only when asked, and a misfit is not repeated", () => {
  const text = `${HEADER}\nE1,LCS-10432,,\nE2,SMITH-JADE-14,,\n`
  expect(tableIn(text).lines).toHaveLength(2)
  const caseReferences = Result.getOrThrow(parseReferencePatterns("LCS-#####"))
  const held = attempt(text, "episodes.csv", undefined, { caseReferences })
  if (Result.isSuccess(held)) throw new Error("should be refused")
  expect(held.failure.faults).toMatchObject([{ line: 3, column: 2, field: "child_ref" }])
  expect(held.failure.message).toContain("This has not the form asked for: LCS- and 5 digits, such as LCS-12345.")
  expect(held.failure.message).not.toContain("SMITH")
})

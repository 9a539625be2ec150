import { civilDay } from "@safe-return/domain/calendar"
import { parseReferencePatterns } from "@safe-return/domain/pathway"
import { type BadInput, type CmeCaseTable, type CmeCaseTableOptions, readCmeCases } from "@safe-return/exchange"
import { Effect, Result } from "effect"
import { expect, test } from "vitest"
import { blocksOf } from "../reading.ts"

const attempt = (
  text: string,
  file = "cases.csv",
  options?: CmeCaseTableOptions
): Result.Result<CmeCaseTable, BadInput> =>
  Effect.runSync(Effect.result(readCmeCases({ file, bytes: blocksOf(text) }, options)))

const tableIn = (text: string, file?: string) => Result.getOrThrow(attempt(text, file))
const refusalOf = (text: string, file?: string) => Result.getOrThrow(Result.flip(attempt(text, file)))

test("a case's columns may stand in any order, and blank is not recorded", () => {
  const { lines } = tableIn(
    "since,year_group,child_ref,sex,case_id\n2026-09-01,reception,EDU-1,,C1\n,11,EDU 2,male,C2\n"
  )
  expect(lines.map(({ line, row }) => [line, row])).toEqual([
    [2, { case_id: "C1", child_ref: "EDU-1", since: civilDay(2026, 9, 1), year_group: "reception" }],
    [3, { case_id: "C2", child_ref: "EDU-2", sex: "male", year_group: "11" }]
  ])
})

test("NDJSON of cases with the same names is the same table", () => {
  const csv =
    "case_id,child_ref,referred_on,reason,closed_on,outcome,ground,ward\nC1,EDU-1,2026-09-01,Unknown,,abroad,i,Wath\n"
  const json = JSON.stringify({
    case_id: "C1",
    child_ref: "EDU-1",
    referred_on: "2026-09-01",
    reason: "Unknown",
    closed_on: null,
    outcome: "abroad",
    ground: "i",
    ward: "Wath"
  })
  const [fromCsv, fromJson] = [tableIn(csv), tableIn(json, "cases.ndjson")]
  expect(fromJson.lines.map(({ row, aside }) => [row, aside])).toEqual(
    fromCsv.lines.map(({ row, aside }) => [row, aside])
  )
  expect([fromCsv.unknownColumns, fromJson.unknownColumns]).toEqual([["ward"], ["ward"]])
  expect(fromCsv.absentColumns).toContain("since")
})

test("every cell of a case that is wrong is placed by line and field, and none is repeated", () => {
  const bad = refusalOf(
    "case_id,child_ref,social_care_ref,referred_on,ethnicity,sex,year_group,reason,whereabouts,outcome,ground\n" +
      "C1,Jane Doe,Jane Doe,01/09/2026,Roma,F,12,unknown,maybe,found,z\n"
  )
  expect(bad.faults.map(({ line, field }) => [line, field])).toEqual(
    [
      "child_ref",
      "social_care_ref",
      "referred_on",
      "ethnicity",
      "sex",
      "year_group",
      "reason",
      "whereabouts",
      "outcome",
      "ground"
    ].map((field) => [2, field])
  )
  expect(bad.message).toContain("cases.csv, line 2, column 2 (child_ref): Expected an education system reference")
  for (const cell of ["Jane", "Doe", "01/09", "maybe"]) expect(bad.message).not.toContain(cell)
})

test("a reason is one of DfE's labels letter for letter", () => {
  const reasonIn = (reason: string) => attempt(`case_id,child_ref,reason\nC1,EDU-1,${reason}\n`)
  expect(Result.isSuccess(reasonIn("School dissatisfaction SEND"))).toBe(true)
  expect(Result.isFailure(reasonIn("School dissatisfaction Send"))).toBe(true)
})

test.each([
  ["a case_id twice", "case_id,child_ref\nC1,EDU-1\nC1,EDU-2\n", { line: 3, column: 1, field: "case_id" }],
  ["a column in another dress", "Case ID,child_ref\nC1,EDU-1\n", { line: 1, column: 1, field: "Case ID" }],
  ["a table without child_ref", "case_id,area\nC1,Wath\n", { line: 1, field: "child_ref" }],
  [
    "a day that does not exist",
    "case_id,child_ref,since\nC1,EDU-1,2026-02-30\n",
    { line: 2, column: 3, field: "since" }
  ]
])("of cases, %s is refused with its place", (_what, text, place) => {
  expect(refusalOf(text).faults[0]).toMatchObject({ file: "cases.csv", ...place })
})

test("a table of cases may be held to the forms of a council's references", () => {
  const caseReferences = Result.getOrThrow(parseReferencePatterns("EDU-#####"))
  const held = attempt("case_id,child_ref\nC1,EDU-10432\nC2,SMITH-JADE-14\n", "cases.csv", { caseReferences })
  const bad = Result.getOrThrow(Result.flip(held))
  expect(bad.faults).toMatchObject([{ line: 3, column: 2, field: "child_ref" }])
  expect(bad.message).not.toContain("SMITH")
})

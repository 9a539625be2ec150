import { civilDay } from "@safe-return/domain/calendar"
import { readTermDates } from "@safe-return/exchange"
import { Effect, Result } from "effect"
import { expect, test } from "vitest"
import { blocksOf } from "../reading.ts"

const attempt = (text: string, file = "terms.csv") =>
  Effect.runSync(Effect.result(readTermDates({ file, bytes: blocksOf(text) })))

const SOURCE = "Made-up council"

test("term dates are read in any order of columns, from CSV and NDJSON alike", () => {
  const csv = `source,kind,name,from,to,school,note\n${SOURCE},term,Autumn term,2026-09-01,2026-12-18,,x\n${SOURCE},inset,Training day,2026-09-01,,Made-up Academy,\n`
  const json = [
    { source: SOURCE, kind: "term", name: "Autumn term", from: "2026-09-01", to: "2026-12-18", note: "x" },
    { source: SOURCE, kind: "inset", name: "Training day", from: "2026-09-01", school: "Made-up Academy" }
  ]
    .map((row) => JSON.stringify(row))
    .join("\n")
  const table = Result.getOrThrow(attempt(csv))
  expect(table.dates).toEqual([
    {
      source: SOURCE,
      kind: "term",
      name: "Autumn term",
      from: civilDay(2026, 9, 1),
      to: civilDay(2026, 12, 18)
    },
    { source: SOURCE, kind: "inset", name: "Training day", from: civilDay(2026, 9, 1), school: "Made-up Academy" }
  ])
  expect(table.unknownColumns).toEqual(["note"])
  expect(Result.getOrThrow(attempt(json, "terms.ndjson")).dates).toEqual(table.dates)
})

test.each([
  ["a kind that is none", "break,2026-09-01,,Autumn,A", { line: 2, column: 1, field: "kind" }],
  ["an end before the beginning", "term,2026-09-01,2026-08-01,Autumn,A", { line: 2, column: 3, field: "to" }],
  ["a day that is none", "term,2026-09-31,,Autumn,A", { line: 2, column: 2, field: "from" }],
  ["dates without a source", "term,2026-09-01,,Autumn,", { line: 2, column: 5, field: "source" }]
])("of term dates, %s is refused with its place", (_what, row, place) => {
  const read = Result.getOrThrow(Result.flip(attempt(`kind,from,to,name,source\n${row}\n`)))
  expect(read.faults[0]).toMatchObject({ file: "terms.csv", ...place })
})

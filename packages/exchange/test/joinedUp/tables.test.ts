import { civilDay } from "@safe-return/domain/calendar"
import { readExclusions, readIndicators, readLinkEvents } from "@safe-return/exchange"
import { Effect, Result } from "effect"
import { expect, test } from "vitest"
import { blocksOf } from "../reading.ts"

const exclusions = (text: string, file = "exclusions.csv") =>
  Effect.runSync(Effect.result(readExclusions({ file, bytes: blocksOf(text) })))

test("exclusions are read in any order of columns, from CSV and NDJSON alike", () => {
  const csv =
    "school,kind,child_ref,from,to,social_care_ref,note\nMade-up School,suspension,EDU 1,2026-03-02,2026-03-04,,x\n,permanent-exclusion,EDU-2,,,LCS-1,\n"
  const json = [
    {
      school: "Made-up School",
      kind: "suspension",
      child_ref: "EDU 1",
      from: "2026-03-02",
      to: "2026-03-04",
      note: "x"
    },
    { kind: "permanent-exclusion", child_ref: "EDU-2", social_care_ref: "LCS-1" }
  ]
  const table = Result.getOrThrow(exclusions(csv))
  expect(table.rows).toEqual([
    {
      child_ref: "EDU-1",
      kind: "suspension",
      from: civilDay(2026, 3, 2),
      to: civilDay(2026, 3, 4),
      school: "Made-up School"
    },
    { child_ref: "EDU-2", kind: "permanent-exclusion", social_care_ref: "LCS-1" }
  ])
  expect(table.unknownColumns).toEqual(["note"])
  const lines = json.map((row) => JSON.stringify(row)).join("\n")
  expect(Result.getOrThrow(exclusions(lines, "exclusions.ndjson")).rows).toEqual(table.rows)
})

test.each([
  ["a kind that is none", "EDU-1,expelled,,", { line: 2, column: 2, field: "kind" }],
  ["a blank kind", "EDU-1,,,", { line: 2, column: 2, field: "kind" }],
  ["a name in place of a reference", "Emma Jones,suspension,,", { line: 2, column: 1, field: "child_ref" }],
  ["a day that is none", "EDU-1,suspension,2026-02-30,", { line: 2, column: 3, field: "from" }],
  ["an end before the beginning", "EDU-1,suspension,2026-03-04,2026-03-02", { line: 2, column: 4, field: "to" }]
])("of an exclusion table, %s is refused with its place and is not repeated", (_what, row, place) => {
  const read = Result.getOrThrow(Result.flip(exclusions(`child_ref,kind,from,to\n${row}\n`)))
  expect(read.faults[0]).toMatchObject({ file: "exclusions.csv", ...place })
  expect(read.message).not.toMatch(/Emma|expelled/)
})

test("an exclusion table without its kinds is refused by its header", () => {
  const read = Result.getOrThrow(Result.flip(exclusions("child_ref,from\nEDU-1,2026-03-02\n")))
  expect(read.faults[0]?.field).toBe("kind")
})

test("links are read as events, and a confirmed one without a reference is refused", () => {
  const read = (text: string) =>
    Effect.runSync(Effect.result(readLinkEvents({ file: "links.csv", bytes: blocksOf(text) })))
  const header = "link_id,event,education_ref,social_care_ref,by,on\n"
  const { events } = Result.getOrThrow(
    read(`${header}L1,confirmed,EDU-1,LCS-1,U1,2026-03-02\nL1,undone,,,U1,2026-03-04\n`)
  )
  expect(events.map(({ _tag, linkId }) => [_tag, linkId])).toEqual([
    ["LinkConfirmed", "L1"],
    ["LinkUndone", "L1"]
  ])
  const refused = Result.getOrThrow(Result.flip(read(`${header}L1,confirmed,EDU-1,,U1,2026-03-02\n`)))
  expect(refused.faults[0]).toMatchObject({ line: 2, column: 4, field: "social_care_ref" })
})

test("indicators are read with a grade or without one", () => {
  const text =
    "child_ref,kind,grade,noted_on\nLCS-1,sexual-exploitation,confirmed,2026-03-02\nLCS-2,criminal-exploitation,,\n"
  const { rows } = Effect.runSync(readIndicators({ file: "indicators.csv", bytes: blocksOf(text) }))
  expect(rows).toEqual([
    { child_ref: "LCS-1", kind: "sexual-exploitation", grade: "confirmed", noted_on: civilDay(2026, 3, 2) },
    { child_ref: "LCS-2", kind: "criminal-exploitation" }
  ])
})

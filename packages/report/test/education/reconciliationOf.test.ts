import { civilDay } from "@safe-return/domain/calendar"
import { censusGapsOf, censusMovesOf, censusReturnOf, compareReturns } from "@safe-return/domain/education"
import { afterAll, expect, test } from "vitest"
import { reconciliationOf, writeQuestions } from "../../src/index.ts"
import { closeBrowser, hasBrowser, layoutOf, violationsIn, widths } from "../page/openedPage.ts"

afterAll(closeBrowser)

const [lastDay, day] = [civilDay(2026, 5, 21), civilDay(2026, 10, 1)]
const row = { child_ref: "EDU-1", referred_on: civilDay(2026, 4, 1), sex: "female", year_group: "4" } as const
const sent = [
  { ...row, case_id: "C1", reason: "Unknown" },
  { ...row, case_id: "C2", child_ref: "EDU-2" }
] as const
const today = [
  { ...row, case_id: "C1", reason: "Mental health", since: civilDay(2026, 3, 2) },
  { ...row, case_id: "C3", child_ref: "EDU-3", referred_on: civilDay(2026, 9, 7) }
] as const
const compared = compareReturns(censusReturnOf(sent, lastDay), censusReturnOf(today, day))
const moves = censusMovesOf(sent, today, { lastDay, day })
const gaps = censusGapsOf(today, day, lastDay)
const report = reconciliationOf({ gaps, last: { day: lastDay, compared, moves } })

const rowsOf = (id: string, of = report) =>
  of.tables
    .find((table) => table.id === id)
    ?.rows.map(({ label, cells }) => [label, ...cells.map((cell) => (typeof cell === "object" ? cell.words : cell))])

test("the page before a return lists by case id what to ask for, and what changed", () => {
  expect(rowsOf("gaps")).toEqual([["C3 (EDU-3)", "Ask", "Ask", "", ""]])
  expect(rowsOf("moved")).toEqual([
    ["C3 (EDU-3)", "referred since"],
    ["C2 (EDU-2)", "no longer in the table"]
  ])
  expect(rowsOf("changed")).toEqual([
    ["C1 (EDU-1)", "Start", "not recorded", "2026-03-02"],
    ["C1 (EDU-1)", "Reason", "Unknown", "Mental health"]
  ])
})

test("the totals of both returns stand beside one another", () => {
  expect(rowsOf("compared")?.slice(0, 2)).toEqual([
    ["Total", 2, 2, 0],
    ["Sex: Female", 2, 2, 0]
  ])
})

test("a last return known by its figures alone stands beside what today's table says of that day", () => {
  const figures = reconciliationOf({ gaps, last: { day: lastDay, compared } })
  expect(rowsOf("changes", figures)?.map(([, number]) => number)).toEqual([2, 1, 1, 0, 2])
  expect(rowsOf("moves", figures)).toBeUndefined()
})

for (const [width, place] of widths) {
  test.skipIf(!hasBrowser)(`the page before a return fits a ${place}`, async () => {
    const { rightmost } = await layoutOf(String(await writeQuestions(report, "html")), width)
    expect(rightmost).toBeLessThanOrEqual(width)
  })
}

test.skipIf(!hasBrowser)("the page before a return has nothing that axe finds wrong", async () => {
  expect(await violationsIn(String(await writeQuestions(report, "html")))).toEqual([])
})

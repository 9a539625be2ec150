import { Option } from "effect"
import { describe, expect, test } from "vitest"
import { parseYear, type QuestionYear, questionsInWords, questionsOf, writeQuestions } from "../../src/index.ts"
import type { TableCell } from "../../src/tables/reportTable.ts"
import { monthOf } from "../madeUpMonth.ts"

const year = Option.getOrThrow(parseYear("2025-26"))

const answersOf = (episodesAMonth: number, of: QuestionYear = year, kind: "whole" | "suppressed" = "whole") => {
  const scorecards = of.months.map((month) => monthOf(episodesAMonth, month)[kind].scorecard)
  const reported = { scorecards, percentFrom: 5, hours: 72, workingDays: 3 }
  return { scorecards, report: questionsOf(of, reported, kind === "suppressed") }
}

const { scorecards, report } = answersOf(20)

const cell = (question: number, row: string, column = 0, from = report): TableCell | undefined =>
  from.tables[question - 1]?.rows.find(({ label }) => label === row)?.cells[column]

const total = (read: (scorecard: (typeof scorecards)[number]) => unknown): number =>
  scorecards.reduce((sum, scorecard) => sum + Number(read(scorecard)), 0)

describe("the ten questions of a year", () => {
  test("are ten, each with its question, its definition and its figures", () => {
    expect(report.tables.map(({ title }) => title.split(" ")[0])).toEqual([..."123456789", "10"])
    for (const { question, definitions, rows } of report.tables) {
      expect(question).toMatch(/\?$/)
      expect([question, definitions.length > 0, rows.length > 0]).toEqual([question, true, true])
    }
  })

  test("are answered by the sums of what is published of the months", () => {
    expect(cell(1, "All")).toBe(total(({ episodes }) => episodes.total))
    expect(cell(3, "Looked after")).toBe(total(({ episodes }) => episodes.byCaseStatus["looked-after"]))
    expect(cell(4, "Care")).toBe(total(({ episodes }) => episodes.byMissingFrom["care"]))
    expect(cell(5, "24 hours or more")).toBe(
      total(({ episodes }) => Number(episodes.total) - Number(episodes.byDuration["under-1"]))
    )
    expect(cell(7, "Held")).toBe(total(({ rhi }) => rhi.completed))
    expect(cell(10, "Declined by the child")).toBe(total(({ rhi }) => rhi.notDone["declined-by-child"]))
    const [met, of] = [total(({ rhi }) => rhi.within72Hours.met), total(({ rhi }) => rhi.within72Hours.denominator)]
    expect([cell(8, "Held within 72 hours"), cell(8, "Held within 72 hours", 1)]).toEqual([met, of])
    expect(report.tables[7]?.rows[0]?.sentence).toContain(`${met} of ${of} interviews were held within 72 hours`)
  })

  test("count a child once in the year, by how many times", () => {
    const { frequency } = scorecards.at(-1) ?? { frequency: {} }
    expect(cell(2, "All")).toBe(Object.values(frequency).reduce<number>((sum, count) => sum + Number(count), 0))
  })

  test("withhold a year of which a month is withheld, and say that in words", () => {
    const few = answersOf(2, year, "suppressed").report
    expect([cell(1, "All", 0, few), cell(8, "Held within 72 hours", 2, few)]).toEqual(["c", "c"])
    expect(few.tables[7]?.rows[0]?.sentence).not.toMatch(/\d/)
    expect(questionsInWords(few)).toContain("c: withheld")
  })

  test("are not available where the table does not reach back to a month of the year", () => {
    const early = answersOf(20, Option.getOrThrow(parseYear("2024"))).report
    expect([cell(1, "All", 0, early), cell(2, "All", 0, early)]).toEqual(["x", "x"])
  })

  test("stand on one page, each above its definition", async () => {
    const html = String(await writeQuestions(report, "html"))
    expect([...html.matchAll(/<h2[^>]*>(\d+)\. /g)].map(([, number]) => number)).toEqual([..."123456789", "10"])
    expect(html).toContain("one interview over three of them counts three times")
    expect(html).toContain("April 2025 to March 2026")
    expect(String(await writeQuestions(report, "csv")).split("\r\n")[1]).toMatch(
      /^2025-26,.*,episodes\.total,,,,\d+,count,$/
    )
  })
})

test.each([
  ["2025-26", "April 2025 to March 2026"],
  ["2025", "January 2025 to December 2025"],
  ["1999-00", "April 1999 to March 2000"]
])("the year %s is %s", (text, inWords) => {
  expect(Option.map(parseYear(text), (one) => [one.inWords, one.months.length])).toEqual(Option.some([inWords, 12]))
})

test.each(["2025-27", "25-26", "2025-6", "next", ""])("the text %j is no year", (text) => {
  expect(Option.isNone(parseYear(text))).toBe(true)
})

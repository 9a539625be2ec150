import type { ScorecardTarget } from "@safe-return/domain/policy"
import { addMonths, formatMonth, type Month, parseMonth, type SuppressedScorecard } from "@safe-return/domain/scorecard"
import { Option } from "effect"
import { describe, expect, test } from "vitest"
import { indicatorRowsFor } from "../../src/performance/indicators.ts"
import { financialYear, performanceMonths } from "../../src/performance/performanceMonths.ts"
import { directionOf, performanceTable } from "../../src/performance/performanceTable.ts"
import { shareOf, sumOf, yearToDate } from "../../src/performance/yearToDate.ts"
import { cellInWords } from "../../src/tables/cellInWords.ts"
import { monthOf } from "../madeUpMonth.ts"

const june = Option.getOrThrow(parseMonth("2026-06"))
const allowed = { hours: 72, days: 3 }
const given = (value: number) => ({ value, source: "A made-up plan", verified: false })

const scorecardsOf = (month: Month, episodesAMonth: number): ReadonlyArray<SuppressedScorecard> =>
  performanceMonths(month).map((one) => monthOf(episodesAMonth, one).suppressed.scorecard)

const tableOf = (episodesAMonth: number, targets: ReadonlyArray<ScorecardTarget> = []) =>
  performanceTable(june, { scorecards: scorecardsOf(june, episodesAMonth), targets, percentFrom: 5 }, allowed)

const inWords = (table: ReturnType<typeof tableOf>, row: number) =>
  Object.fromEntries(
    table.columns.map(({ title }, place) => [
      title,
      cellInWords(table.rows[row]?.cells[place] ?? 0, table.rows[row]?.unit)
    ])
  )

describe("the report of performance", () => {
  test("has the columns of Rotherham's reports in their own order", () => {
    const { rowTitle, columns } = tableOf(90)
    expect([rowTitle, ...columns.map(({ title }) => title)]).toEqual([
      "Number",
      "Indicator",
      "Good is",
      "Data note",
      "April 2026",
      "May 2026",
      "June 2026",
      "Year to date",
      "Direction of travel",
      "Colour in month",
      "Tolerance: red",
      "Tolerance: amber",
      "Target: green",
      "Year on year (June 2025)",
      "Statistical neighbours",
      "Best neighbour",
      "National",
      "Top quartile from"
    ])
  })

  test("prints three months, the year to date and the year before, and no colour where none is set", () => {
    expect(inWords(tableOf(90), 0)).toMatchObject({
      Indicator: "Episodes of children missing or away",
      "Good is": "Low",
      "April 2026": "94",
      "May 2026": "92",
      "June 2026": "90",
      "Year to date": "276",
      "Direction of travel": "Down: better",
      "Colour in month": "none set",
      "Target: green": "not set",
      "Year on year (June 2025)": "94",
      National: "not set"
    })
  })

  test("gives a colour by the tolerances of the month's year, and prints them with the benchmarks", () => {
    const target: ScorecardTarget = {
      indicator: "within-72-hours",
      year: "2026-27",
      tolerances: { green: given(80), amber: given(50) },
      national: given(71.5)
    }
    const row = inWords(tableOf(90, [target]), 7)
    expect(row).toMatchObject({
      "June 2026": "53.3",
      "Colour in month": "Amber",
      "Tolerance: red": "under 50.0",
      "Tolerance: amber": "50.0 or more",
      "Target: green": "80.0 or more",
      National: "71.5"
    })
    expect(inWords(tableOf(90, [{ ...target, year: "2025-26" }]), 7)["Colour in month"]).toBe("none set")
  })

  test("adds up shares by their parts, and leaves children alone", () => {
    const scorecards = scorecardsOf(june, 90)
    const year = scorecards.filter(({ month }) => month >= "2026-04")
    const [met, of] = (["met", "denominator"] as const).map((part) =>
      year.reduce((sum, { rhi }) => sum + Number(rhi.within72Hours[part]), 0)
    )
    const table = performanceTable(june, { scorecards, targets: [], percentFrom: 5 }, allowed)
    expect(inWords(table, 7)["Year to date"]).toBe(((100 * (met ?? 0)) / (of ?? 1)).toFixed(1))
    expect(inWords(table, 1)["Year to date"]).toBe("z")
  })

  test("withholds a year to date of which one month is withheld, and a direction with it", () => {
    expect(sumOf([12, "c", 9])).toBe("c")
    expect([sumOf([12, 9]), sumOf([12, "c", "x"])]).toEqual([21, "x"])
    expect(shareOf("c", 20, 5)).toBe("c")
    expect(shareOf(3, 4, 5)).toBe("z")
    expect([directionOf("c", 7, "low"), directionOf(7, "c", "low")]).toEqual(["c", "c"])
    const row = inWords(tableOf(3), 0)
    expect([row["June 2026"], row["Year to date"], row["Direction of travel"]]).toEqual(["c", "c", "c"])
  })

  test("marks with x a month to which the table does not reach back", () => {
    const early = addMonths(june, -26)
    const scorecards = scorecardsOf(early, 90)
    const table = performanceTable(early, { scorecards, targets: [], percentFrom: 5 }, allowed)
    const [episodes] = indicatorRowsFor(allowed)
    expect(episodes && yearToDate(episodes, [undefined, scorecards.at(-1)], 5)).toBe("x")
    expect(inWords(table, 0)).toMatchObject({
      "March 2024": "x",
      "April 2024": "8",
      "Direction of travel": "x",
      "Year on year (April 2023)": "x"
    })
  })
})

test("the months counted are the year so far, three months and the year before, each once", () => {
  expect(performanceMonths(june)).toEqual(["2025-06", "2026-04", "2026-05", "2026-06"])
  expect(performanceMonths(addMonths(june, -2))).toEqual(["2025-04", "2026-02", "2026-03", "2026-04"])
  expect(performanceMonths(addMonths(june, -3)).length).toBe(13)
  expect([june, addMonths(june, -3)].map(financialYear)).toEqual(["2026-27", "2025-26"])
  expect(formatMonth(june)).toBe("2026-06")
})

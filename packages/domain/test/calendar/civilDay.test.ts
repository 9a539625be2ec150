import { Option } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  addDays,
  CivilDay,
  civilDay,
  dayOfWeek,
  formatCivilDay,
  parseCivilDay,
  yearMonthDay
} from "../../src/calendar/index.ts"

const MILLISECONDS_A_DAY = 86_400_000
const TWO_HUNDRED_YEARS = 73_049

const days = fc.integer({ min: -TWO_HUNDRED_YEARS, max: TWO_HUNDRED_YEARS }).map((day) => CivilDay(day))

describe("a civil day", () => {
  it("is the day that Date.UTC knows, every day for 200 years before and after 1970", () => {
    const disagreements: Array<number> = []
    for (let day = -TWO_HUNDRED_YEARS; day <= TWO_HUNDRED_YEARS; day += 1) {
      const date = new Date(day * MILLISECONDS_A_DAY)
      const { year, month, day: dayOfMonth } = yearMonthDay(CivilDay(day))
      const agrees =
        year === date.getUTCFullYear() &&
        month === date.getUTCMonth() + 1 &&
        dayOfMonth === date.getUTCDate() &&
        civilDay(year, month, dayOfMonth) === day &&
        dayOfWeek(CivilDay(day)) === date.getUTCDay()
      if (!agrees) disagreements.push(day)
    }
    expect(disagreements).toEqual([])
  })

  it("written and read again is the same day", () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(parseCivilDay(formatCivilDay(day))).toEqual(Option.some(day))
      })
    )
  })

  it("moves by whole days, over month ends and leap days", () => {
    expect(formatCivilDay(addDays(civilDay(2028, 2, 28), 1))).toBe("2028-02-29")
    expect(formatCivilDay(addDays(civilDay(2028, 2, 28), 2))).toBe("2028-03-01")
    expect(formatCivilDay(addDays(civilDay(2027, 1, 1), -1))).toBe("2026-12-31")
  })
})

describe("reading a date", () => {
  it.each(["2026-02-28", "2024-02-29", "2000-02-29", "1970-01-01", "2026-12-31"])("takes %s", (text) => {
    expect(Option.map(parseCivilDay(text), formatCivilDay)).toEqual(Option.some(text))
  })

  it.each([
    ["30 February", "2026-02-30"],
    ["29 February outside a leap year", "2026-02-29"],
    ["29 February 1900, which was no leap year", "1900-02-29"],
    ["31 April", "2026-04-31"],
    ["month 0", "2026-00-10"],
    ["month 13", "2026-13-01"],
    ["day 0", "2026-01-00"],
    ["a short year", "26-01-01"],
    ["British order", "31/12/2026"],
    ["a time after it", "2026-01-01T00:00:00Z"],
    ["a space before it", " 2026-01-01"],
    ["a line after it", "2026-01-01\n"],
    ["a negative year", "-2026-01-01"],
    ["nothing", ""]
  ])("refuses %s", (_, text) => {
    expect(parseCivilDay(text)).toEqual(Option.none())
  })
})

import { Option } from "effect"
import { describe, expect, it } from "vitest"
import {
  type CivilDay,
  englandAndWales,
  formatCivilDay,
  isWorkingDay,
  parseCivilDay,
  reasonNotWorking
} from "../../src/calendar/index.ts"

const dayOf = (date: string): CivilDay => Option.getOrThrow(parseCivilDay(date))
const reason = (date: string) => Option.getOrUndefined(reasonNotWorking(englandAndWales, dayOf(date)))

describe("a day nobody is expected at work", () => {
  it.each([
    ["2026-11-21", "Saturday"],
    ["2026-11-22", "Sunday"],
    ["2026-12-25", "Christmas Day"],
    ["2026-12-28", "Boxing Day"],
    ["2026-04-03", "Good Friday"],
    ["2022-09-19", "Bank Holiday for the State Funeral of Queen Elizabeth II"]
  ])("%s says why: %s", (date, why) => {
    expect(reason(date)).toBe(why)
    expect(isWorkingDay(englandAndWales, dayOf(date))).toBe(false)
  })

  it("Boxing Day on a Saturday is a Saturday: the holiday is its substitute", () => {
    expect(reason("2026-12-26")).toBe("Saturday")
  })
})

describe("a working day", () => {
  it.each([
    ["a Friday", "2026-11-20"],
    ["a Monday", "2026-11-23"],
    ["Christmas Eve on a Thursday", "2026-12-24"],
    ["2 January, a holiday in Scotland only", "2026-01-02"],
    ["St Patrick's Day, a holiday in Northern Ireland only", "2026-03-17"],
    ["Easter Tuesday", "2026-04-07"]
  ])("%s is one", (_, date) => {
    expect(reason(date)).toBeUndefined()
    expect(isWorkingDay(englandAndWales, dayOf(date))).toBe(true)
  })
})

it("the calendar says whose it is, of when, and how far it is published", () => {
  expect(englandAndWales.nation).toBe("england-and-wales")
  expect(englandAndWales.version).toMatch(/^gov\.uk \d{4}-\d{2}-\d{2}$/)
  expect(formatCivilDay(englandAndWales.publishedThrough)).toBe("2028-12-31")
})

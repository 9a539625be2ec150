import { Option, Result } from "effect"
import { describe, expect, it } from "vitest"
import {
  addDays,
  type CivilDay,
  calendars,
  civilDay,
  englandAndWales,
  formatCivilDay,
  isProjected,
  isWorkingDay,
  nations,
  northernIreland,
  parseCivilDay,
  reasonNotWorking,
  scotland,
  workingDayAfter
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

describe("a holiday of one nation only", () => {
  it.each([
    ["2026-01-02", scotland, "2nd January"],
    ["2026-06-15", scotland, "World Cup bank holiday"],
    ["2026-08-03", scotland, "Summer bank holiday"],
    ["2026-11-30", scotland, "St Andrew’s Day"],
    ["2026-03-17", northernIreland, "St Patrick’s Day"],
    ["2026-07-13", northernIreland, "Battle of the Boyne (Orangemen’s Day)"]
  ])("%s", (date, calendar, title) => {
    expect(reasonNotWorking(calendar, dayOf(date))).toEqual(Option.some(title))
    const others = nations.filter((nation) => nation !== calendar.nation)
    expect(others.map((nation) => isWorkingDay(calendars[nation], dayOf(date)))).toEqual([true, true])
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

describe.each(nations)("counting working days in %s", (nation) => {
  const calendar = calendars[nation]

  it("is the same by table and by walking, every day from 2010 to 2042", () => {
    const wrong: Array<string> = []
    for (let day = civilDay(2010, 1, 1); day <= civilDay(2042, 12, 31); day = addDays(day, 1)) {
      for (const n of [1, 3, 20]) {
        let walked = day
        for (let left = n; left > 0; ) {
          walked = addDays(walked, 1)
          if (isWorkingDay(calendar, walked)) left -= 1
        }
        if (Result.getOrThrow(workingDayAfter(calendar, day, n)) !== walked)
          wrong.push(`${n} after ${formatCivilDay(day)}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it("says who it is, of when, and how far it is published and projected", () => {
    expect(calendar.nation).toBe(nation)
    expect(calendar.version).toMatch(/^gov\.uk \d{4}-\d{2}-\d{2}$/)
    const { publishedFrom, publishedThrough, projectedThrough } = calendar
    expect([publishedFrom, publishedThrough, projectedThrough].map(formatCivilDay)).toEqual([
      "2012-01-01",
      "2028-12-31",
      "2040-12-31"
    ])
  })
})

describe("leaning on a projection", () => {
  const leans = (first: string, last: string) => isProjected(englandAndWales, dayOf(first), dayOf(last))

  it("starts the day after the last published, and before the first", () => {
    expect(leans("2012-01-01", "2028-12-31")).toBe(false)
    expect(leans("2028-12-30", "2029-01-01")).toBe(true)
    expect(leans("2011-12-31", "2012-01-03")).toBe(true)
  })
})

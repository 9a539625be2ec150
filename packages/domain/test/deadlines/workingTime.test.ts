import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  addHours,
  englandAndWales,
  formatInstant,
  Instant,
  isWorkingDay,
  londonClock,
  londonDayOf,
  utc
} from "../../src/calendar/index.ts"
import { afterWorkingHours, heldToWorkingTime, isWorkingTime } from "../../src/deadlines/workingTime.ts"

const office = { opens: "09:00", closes: "17:00" }
const after = (from: Instant, hours: number) => formatInstant(afterWorkingHours(from, hours, office, englandAndWales))

describe("working hours", () => {
  it.each([
    ["on a working day from inside the hours", utc(2026, 11, 16, 10), 4, "2026-11-16T14:00:00.000Z"],
    ["to closing time and no further", utc(2026, 11, 16, 9), 8, "2026-11-16T17:00:00.000Z"],
    ["over night", utc(2026, 11, 16, 16), 2, "2026-11-17T10:00:00.000Z"],
    ["from before opening", utc(2026, 11, 16, 3), 1, "2026-11-16T10:00:00.000Z"],
    ["from after closing", utc(2026, 11, 16, 18), 1, "2026-11-17T10:00:00.000Z"],
    ["from the moment of closing", utc(2026, 11, 16, 17), 1, "2026-11-17T10:00:00.000Z"],
    ["over a weekend", utc(2026, 11, 20, 18), 8, "2026-11-23T17:00:00.000Z"],
    ["from a Saturday", utc(2026, 11, 21, 12), 9, "2026-11-24T10:00:00.000Z"],
    ["over Christmas", utc(2026, 12, 24, 16), 2, "2026-12-29T10:00:00.000Z"],
    ["over several days", utc(2026, 11, 16, 10), 24, "2026-11-19T10:00:00.000Z"],
    ["in summer, by London clocks", utc(2026, 7, 1, 7), 8, "2026-07-01T16:00:00.000Z"],
    ["over the night summer time begins", utc(2026, 3, 27, 16), 2, "2026-03-30T09:00:00.000Z"]
  ])("count %s", (_, from, hours, due) => {
    expect(after(from, hours)).toBe(due)
  })

  it("agree with counting minute by minute, and are never sooner than elapsed hours", () => {
    const MINUTE = 60_000
    const isOpen = (time: Instant) => {
      const { hour } = londonClock(time)
      return hour >= 9 && hour < 17 && isWorkingDay(englandAndWales, londonDayOf(time))
    }
    const start = utc(2026, 3, 20)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 * 24 * 60 }), fc.integer({ min: 1, max: 20 }), (minute, hours) => {
        const from = Instant(start + minute * MINUTE)
        const due = afterWorkingHours(from, hours, office, englandAndWales)
        expect(due).toBeGreaterThanOrEqual(addHours(from, hours))
        let open = 0
        for (let time: number = from; time < due; time += MINUTE) if (isOpen(Instant(time))) open += 1
        expect(open).toBe(hours * 60)
        expect(isOpen(Instant(due - MINUTE))).toBe(true)
      }),
      { numRuns: 60 }
    )
  })
})

describe("whether the office is open, and until when something waits", () => {
  it.each([
    ["in the hours", utc(2026, 11, 16, 12), true, utc(2026, 11, 16, 12)],
    ["at opening time", utc(2026, 11, 16, 9), true, utc(2026, 11, 16, 9)],
    ["a millisecond before", Instant(utc(2026, 11, 16, 9) - 1), false, utc(2026, 11, 16, 9)],
    ["a millisecond before closing", Instant(utc(2026, 11, 16, 17) - 1), true, Instant(utc(2026, 11, 16, 17) - 1)],
    ["at closing time", utc(2026, 11, 16, 17), false, utc(2026, 11, 17, 9)],
    ["on Friday evening", utc(2026, 11, 20, 18), false, utc(2026, 11, 23, 9)],
    ["early on a Saturday", utc(2026, 11, 21, 6), false, utc(2026, 11, 23, 9)],
    ["at noon on a Saturday", utc(2026, 11, 21, 12), false, utc(2026, 11, 23, 9)],
    ["early on Christmas Day", utc(2026, 12, 25, 6), false, utc(2026, 12, 29, 9)],
    ["at noon on Christmas Day", utc(2026, 12, 25, 12), false, utc(2026, 12, 29, 9)],
    ["in summer, by London clocks", utc(2026, 7, 1, 8), true, utc(2026, 7, 1, 8)],
    ["in summer, at closing time", utc(2026, 7, 1, 16), false, utc(2026, 7, 2, 8)]
  ])("%s", (_, at, isOpen, until) => {
    expect(isWorkingTime(at, office, englandAndWales)).toBe(isOpen)
    expect(formatInstant(heldToWorkingTime(at, office, englandAndWales))).toBe(formatInstant(until))
  })
})

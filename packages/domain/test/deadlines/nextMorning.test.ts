import { Option } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { calendars, civilDay, Instant, londonTimeOn } from "../../src/calendar/index.ts"
import {
  isWorkingTime,
  lastMorning,
  lastOverdueMorning,
  nextMorning,
  nextOfficeChange,
  nextOverdueMorning
} from "../../src/deadlines/index.ts"
import { rotherham } from "../../src/policy/index.ts"

const on = (month: number, day: number, hour: number, minute = 0) =>
  londonTimeOn(civilDay(2026, month, day), hour * 60 + minute)
const aYear = fc.integer({ min: on(1, 5, 0), max: on(12, 24, 12) }).map((at) => Instant(at))
const office = { opens: "09:00", closes: "17:00" }

describe("the next working morning", () => {
  it.each([
    ["a millisecond before it", Instant(on(11, 24, 8, 30) - 1), on(11, 24, 8, 30)],
    ["at it", on(11, 24, 8, 30), on(11, 25, 8, 30)],
    ["on a Friday afternoon", on(11, 20, 15), on(11, 23, 8, 30)],
    ["on Christmas Eve", on(12, 24, 15), on(12, 29, 8, 30)]
  ])("is found %s", (_, now, morning) => {
    expect(Option.getOrUndefined(nextMorning(rotherham, now, calendars))).toBe(morning)
  })

  it("is the one that was last, once it has come, and none comes between", () => {
    fc.assert(
      fc.property(aYear, (now) => {
        const next = Option.getOrThrow(nextMorning(rotherham, now, calendars))
        expect(next).toBeGreaterThan(now)
        const lastAt = (at: Instant) => Option.getOrThrow(lastMorning(rotherham, at, calendars)).at
        expect(lastAt(next)).toBe(next)
        expect(lastAt(Instant(next - 1))).toBe(lastAt(now))
      })
    )
  })

  it("says what is overdue by the same rule", () => {
    fc.assert(
      fc.property(aYear, (now) => {
        const next = Option.getOrThrow(nextOverdueMorning(rotherham, now, calendars))
        const lastAt = (at: Instant) => Option.getOrThrow(lastOverdueMorning(rotherham, at, calendars))
        expect(next).toBeGreaterThan(now)
        expect([lastAt(next), lastAt(Instant(next - 1))]).toEqual([next, lastAt(now)])
      })
    )
  })
})

it("the office opens or closes next, and does neither before", () => {
  const calendar = calendars["england-and-wales"]
  fc.assert(
    fc.property(aYear, (now) => {
      const next = nextOfficeChange(now, office, calendar)
      const isOpenAt = (at: number) => isWorkingTime(Instant(at), office, calendar)
      expect(next).toBeGreaterThan(now)
      expect([isOpenAt(next - 1), isOpenAt(next)]).toEqual([isOpenAt(now), !isOpenAt(now)])
    })
  )
})

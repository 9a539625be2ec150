import { Option } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { CivilDay } from "../../src/calendar/civilDay.ts"
import {
  addDays,
  civilDay,
  type Instant,
  londonClock,
  londonDayOf,
  startOfLondonDay,
  utc
} from "../../src/calendar/index.ts"
import { digestDue } from "../../src/deadlines/index.ts"
import { rotherham } from "../../src/policy/index.ts"

const dayAt = (now: Instant) => Option.getOrUndefined(digestDue(rotherham, now))?.day

describe("the morning summary", () => {
  it("is due from 08:30 in London until 12:00, in winter and in summer time", () => {
    const [winter, summer] = [civilDay(2026, 11, 26), civilDay(2026, 7, 1)]
    expect([dayAt(utc(2026, 11, 26, 8, 29)), dayAt(utc(2026, 11, 26, 8, 30))]).toEqual([undefined, winter])
    expect([dayAt(utc(2026, 11, 26, 11, 59)), dayAt(utc(2026, 11, 26, 12))]).toEqual([winter, undefined])
    expect([dayAt(utc(2026, 7, 1, 7, 29)), dayAt(utc(2026, 7, 1, 7, 30))]).toEqual([undefined, summer])
    expect([dayAt(utc(2026, 7, 1, 10, 59)), dayAt(utc(2026, 7, 1, 11))]).toEqual([summer, undefined])
  })

  it("is due by London's clock on every day, those on which the clocks change among them", () => {
    const days = fc.oneof(
      fc.integer({ min: civilDay(2012, 1, 1), max: civilDay(2040, 12, 31) }),
      fc.constantFrom(civilDay(2026, 3, 29), civilDay(2026, 10, 25), civilDay(2027, 3, 28), civilDay(2027, 10, 31))
    )
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 26 * 60 }), (number, minutes) => {
        const day = CivilDay(number)
        const now = (startOfLondonDay(day) + minutes * 60_000) as Instant
        const { hour, minute } = londonClock(now)
        const isMorning = hour * 60 + minute >= 8 * 60 + 30 && hour < 12
        expect(dayAt(now)).toBe(isMorning ? londonDayOf(now) : undefined)
        expect([day, addDays(day, 1)]).toContain(londonDayOf(now))
      })
    )
  })

  it("is never due where the policy has none", () => {
    expect(Option.isNone(digestDue({}, utc(2026, 11, 26, 9)))).toBe(true)
  })
})

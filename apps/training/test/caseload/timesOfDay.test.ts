import { Instant, londonClock, utc } from "@safe-return/domain/calendar"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { seeded } from "../../src/caseload/randomness.ts"
import { deskTime, interviewTimeOnDayOf, likelyMissingTime } from "../../src/caseload/timesOfDay.ts"

const MINUTE = 60_000

/** Whole minutes, clock changes included. */
const moment = fc
  .integer({ min: utc(2021, 1, 1) / MINUTE, max: utc(2028, 12, 31) / MINUTE })
  .map((minute) => Instant(minute * MINUTE))

describe("deskTime", () => {
  it("answers the day at once and the night in the next morning", () => {
    expect(deskTime(utc(2026, 11, 23, 11))).toBe(utc(2026, 11, 23, 11))
    expect(deskTime(utc(2026, 11, 23, 18, 30))).toBe(utc(2026, 11, 23, 18, 30))
    expect(deskTime(utc(2026, 11, 23, 18, 31))).toBe(utc(2026, 11, 24, 8, 30))
    expect(deskTime(utc(2026, 11, 24, 2))).toBe(utc(2026, 11, 24, 9))
  })

  it("is never before what came up, and keeps its order", () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 3_000 }), (first, minutes) => {
        const second = Instant(first + minutes * MINUTE)
        expect(deskTime(first)).toBeGreaterThanOrEqual(first)
        expect(deskTime(second)).toBeGreaterThanOrEqual(deskTime(first))
      }),
      { numRuns: 500 }
    )
  })

  it("leaves the hours of interviews as they are", () => {
    fc.assert(
      fc.property(moment, fc.integer(), (at, seed) => {
        const interview = interviewTimeOnDayOf(at, seeded(seed))
        expect(deskTime(interview)).toBe(interview)
      }),
      { numRuns: 500 }
    )
  })
})

describe("likelyMissingTime", () => {
  it("is within a day and an hour of the earliest moment", () => {
    fc.assert(
      fc.property(moment, fc.integer(), (from, seed) => {
        const at = likelyMissingTime(from, seeded(seed))
        expect(at).toBeGreaterThanOrEqual(from)
        expect(at - from).toBeLessThanOrEqual(25 * 60 * MINUTE)
      }),
      { numRuns: 500 }
    )
  })

  it("is rarely in school hours", () => {
    const hours = Array.from(
      { length: 400 },
      (_, seed) => londonClock(likelyMissingTime(utc(2026, 11, 23, 9), seeded(seed))).hour
    )
    expect(hours.filter((hour) => hour >= 8 && hour < 15).length / hours.length).toBeLessThan(0.15)
  })
})

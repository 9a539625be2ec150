import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { apportioned, bandOf, minutesIn } from "../../src/caseload/durations.ts"
import { durationBands } from "../../src/caseload/figures.ts"
import { seeded } from "../../src/caseload/randomness.ts"

const DAY = 86_400_000

describe("apportioned", () => {
  it("shares out exactly as many absences as there are", () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 100_000 }), (absences) => {
        expect(Object.values(apportioned(absences)).reduce((sum, count) => sum + count, 0)).toBe(absences)
      })
    )
  })

  it("gives each band its nearest whole number and the largest what rounding leaves", () => {
    expect(apportioned(317)).toEqual({
      "under-1": 106,
      "1-2": 178,
      "3-7": 25,
      "8-10": 2,
      "11-15": 2,
      "16-20": 1,
      "21-30": 1,
      "over-30": 2
    })
  })
})

describe("bandOf", () => {
  it("starts each band at its first day and ends it just before the next", () => {
    expect([1, 3, 8, 11, 16, 21, 31].map((day) => bandOf(day * DAY - 1))).toEqual(durationBands.slice(0, -1))
    expect([0, 1, 3, 8, 11, 16, 21, 31].map((day) => bandOf(day * DAY))).toEqual(durationBands)
    expect(bandOf(400 * DAY)).toBe("over-30")
  })
})

describe("minutesIn", () => {
  it("stays in its band, with three hours to return in", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...durationBands), (seed, band) => {
        const minutes = minutesIn(band, seeded(seed))
        expect(minutes).toBeGreaterThanOrEqual(90)
        expect([bandOf(minutes * 60_000), bandOf((minutes + 179) * 60_000)]).toEqual([band, band])
      })
    )
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { minutesWithin } from "../../src/caseload/durations.ts"
import { durationBand, durationBands } from "../../src/caseload/figures/bands.ts"
import { seeded } from "../../src/caseload/randomness.ts"

describe("minutesWithin", () => {
  it("stays in its band, with three hours to return in", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom(...durationBands),
        fc.integer({ min: 0, max: 50 }),
        (seed, band, absences) => {
          const lengths = minutesWithin(band, absences, seeded(seed))
          expect(lengths.length).toBe(absences)
          for (const minutes of lengths) {
            expect(minutes).toBeGreaterThanOrEqual(90)
            expect([durationBand(minutes * 60_000), durationBand((minutes + 179) * 60_000)]).toEqual([band, band])
          }
        }
      )
    )
  })

  it("has much the same mean whatever the seed", () => {
    const mean = (seed: number) => minutesWithin("3-7", 40, seeded(seed)).reduce((sum, each) => sum + each, 0) / 40
    for (let seed = 0; seed < 50; seed += 1) expect(Math.abs(mean(seed) / mean(50) - 1)).toBeLessThan(0.02)
  })
})

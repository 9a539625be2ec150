import fc from "fast-check"
import { expect, test } from "vitest"
import { apportioned, type Counts, sumOf } from "../../../src/caseload/figures/apportioned.ts"
import { englandAges, englandDurations, englandPlacements } from "../../../src/caseload/figures/published.ts"

test("exactly as many are shared out as there are", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.constantFrom<Counts<string>>(englandDurations, englandAges, englandPlacements),
      (total, shares) => {
        expect(sumOf(apportioned(total, shares))).toBe(total)
      }
    )
  )
})

test("each part gets its nearest whole number and the largest what rounding leaves", () => {
  expect(apportioned(317, englandDurations)).toEqual({
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

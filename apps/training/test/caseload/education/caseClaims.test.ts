import { addDays, civilDay } from "@safe-return/domain/calendar"
import { censusReturnOf, educationScorecardOf, isOpenOn, lastDayOf, parseQuarter } from "@safe-return/domain/education"
import { referenceKey } from "@safe-return/domain/pathway"
import { Option, Result } from "effect"
import { describe, expect, test } from "vitest"
import { censusClaims, quarterClaims } from "../../../src/caseload/education/caseClaims.ts"
import { censusCases } from "../../../src/caseload/education/censusCases.ts"
import { PUBLISHED_QUARTER, quarterCases } from "../../../src/caseload/education/quarterCases.ts"
import { isMet } from "../../../src/caseload/figures/claims.ts"

const censusDay = civilDay(2025, 10, 2)
const seeds = [1, 2, 3, 4]

describe.each(seeds)("made-up cases of seed %i", (seed) => {
  test.each(["rotherham", "england"] as const)("the census of %s comes out as DfE published it", (area) => {
    const rows = censusCases({ area, seed, censusDay })
    const claims = censusClaims(area, rows, censusDay)
    expect(claims.length).toBeGreaterThan(7)
    expect(claims.filter((claim) => !isMet(claim))).toEqual([])
  })

  test("a census of cases with one left out misses its claims", () => {
    const rows = censusCases({ area: "rotherham", seed, censusDay })
    const without = rows.filter(({ reason }) => reason !== "Unsuitable elective home education")
    expect(censusClaims("rotherham", without, censusDay).filter((claim) => !isMet(claim)).length).toBeGreaterThan(0)
  })

  test("Rotherham's two quarters come out as its managers read them in 2019", () => {
    expect(quarterClaims(quarterCases(seed)).filter((claim) => !isMet(claim))).toEqual([])
  })

  test("most children of the newest quarter have an earlier case", () => {
    const asOf = lastDayOf(Option.getOrThrow(parseQuarter(PUBLISHED_QUARTER)))
    const counted = Result.getOrThrow(educationScorecardOf(quarterCases(seed), { quarter: PUBLISHED_QUARTER, asOf }))
    expect(counted.new.returning).toBeGreaterThan(counted.new.total / 2)
    expect(counted.trend.every((quarter) => quarter.new > 0)).toBe(true)
  })

  test("no child has two cases open on a day", () => {
    const rows = quarterCases(seed)
    for (let day = civilDay(2017, 4, 1); day <= civilDay(2019, 3, 31); day = addDays(day, 7)) {
      const open = rows.filter((row) => isOpenOn(row, day)).map(({ child_ref }) => referenceKey(child_ref))
      expect(new Set(open).size).toBe(open.length)
    }
  })

  test("the same seed makes the same cases", () => {
    expect(quarterCases(seed)).toEqual(quarterCases(seed))
    expect(censusCases({ area: "rotherham", seed, censusDay })).toEqual(
      censusCases({ area: "rotherham", seed, censusDay })
    )
  })
})

test("no reason that DfE shows as low is made up into a number", () => {
  const { byReason } = censusReturnOf(censusCases({ area: "rotherham", seed: 1, censusDay }), censusDay)
  expect(byReason["Challenging school attendance order"]).toBe(0)
})

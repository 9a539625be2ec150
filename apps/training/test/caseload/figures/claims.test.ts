import { utc } from "@safe-return/domain/calendar"
import { rotherham } from "@safe-return/domain/policy"
import { expect, test } from "vitest"
import { isAtLength } from "../../../../../packages/test-suite/src/atLength/isAtLength.ts"
import { episodeRows } from "../../../src/caseload/episodeRows.ts"
import type { CaseloadSize } from "../../../src/caseload/figures/caseloadSize.ts"
import { type Claim, claimsOf, isMet } from "../../../src/caseload/figures/claims.ts"
import { Reckoning } from "../../../src/caseload/figures/reckoning.ts"
import { syntheticCaseload } from "../../../src/caseload/syntheticCaseload.ts"

const endsAt = utc(2024, 3, 31, 23)

const claimsAt = (size: CaseloadSize, seed: number): ReadonlyArray<Claim> => {
  const reckoning = new Reckoning(endsAt)
  for (const child of syntheticCaseload({ size, seed, endsAt, policy: rotherham, open: "as-published" })) {
    reckoning.add(episodeRows(child), child.profile)
  }
  return claimsOf(size, reckoning)
}

const missed = (claims: ReadonlyArray<Claim>) => claims.filter((claim) => !isMet(claim))

test.each([1, 2, 3, 2024])("Rotherham's figures and England's shares are met, seed %i", (seed) => {
  const claims = claimsAt("rotherham", seed)
  expect(missed(claims)).toEqual([])
  expect(claims.slice(0, 4).map(({ generated }) => generated)).toEqual([57, 318, 35, 0])
})

test.each([12, 13, 15, 18, 23, 57, 250])("a team or council of %i children meets the nearest whole numbers", (size) => {
  for (const seed of [1, 2, 3]) expect(missed(claimsAt(size, seed))).toEqual([])
})

test.each([1, 2])("a region's figures are met within 2 %, seed %i", (seed) => {
  const claims = claimsAt("yorkshire-and-the-humber", seed)
  expect(missed(claims)).toEqual([])
  expect(claims.map(({ figure }) => figure)).toContain("days missing: mean")
})

if (isAtLength) {
  test("England's figures are met within 2 %, every one, the mean and the median among them", () => {
    const claims = claimsAt("england", 1)
    expect(missed(claims)).toEqual([])
    for (const { figure, claimed, generated } of claims) {
      expect([figure, Math.abs(generated - claimed) <= 0.02 * claimed]).toEqual([figure, true])
    }
  })
}

test("a figure is not met when it is further off than 2 % and than the nearest whole number", () => {
  const claim = { figure: "incidents", claimed: 100, allowed: 2 }
  expect([98, 102, 97, 103].map((generated) => isMet({ ...claim, generated }))).toEqual([true, true, false, false])
})

import { describe, expect, it } from "vitest"
import { checkPolicy, colourOf, rotherham, type ScorecardTarget, usualScorecardRules } from "../../src/policy/index.ts"
import { number } from "../risk/madeUpRecord.ts"

const target = (indicator: ScorecardTarget["indicator"], green: number, amber: number): ScorecardTarget => ({
  indicator,
  year: "2026-27",
  tolerances: { green: number(green), amber: number(amber) }
})

const faultsOf = (targets: ReadonlyArray<unknown>) => {
  const checked = checkPolicy({ ...rotherham, scorecard: { ...usualScorecardRules, targets } })
  return "failure" in checked ? checked.failure : []
}

describe("the colour of a figure", () => {
  it.each([
    [85, "green"],
    [84.9, "amber"],
    [70, "amber"],
    [69.9, "red"]
  ])("where high is good and it is %d is %s", (value, colour) => {
    expect(colourOf(value, target("within-72-hours", 85, 70))).toBe(colour)
  })

  it.each([
    [20, "green"],
    [21, "amber"],
    [30, "amber"],
    [31, "red"]
  ])("where low is good and it is %d is %s", (value, colour) => {
    expect(colourOf(value, target("episodes", 20, 30))).toBe(colour)
  })

  it("is none where no tolerances are set", () => {
    expect(colourOf(10, undefined)).toBeUndefined()
    expect(colourOf(10, { indicator: "episodes", year: "2026-27", national: number(12) })).toBeUndefined()
  })
})

describe("the targets of a policy", () => {
  it("are in order with each indicator once a year and tolerances the right way round", () => {
    expect(faultsOf([target("episodes", 20, 30), { ...target("episodes", 25, 30), year: "2027-28" }])).toEqual([])
  })

  it.each([
    ["a year twice", [target("episodes", 20, 30), target("episodes", 25, 30)], "scorecard.targets[1].year"],
    ["green worse than amber", [target("episodes", 30, 20)], "scorecard.targets[0].tolerances"],
    ["a colour of what is neither", [target("interviews-owed", 1, 2)], "scorecard.targets[0].tolerances"],
    ["no such indicator", [{ ...target("episodes", 1, 2), indicator: "smiles" }], "scorecard.targets[0].indicator"],
    ["a year that is none", [{ ...target("episodes", 1, 2), year: "2026" }], "scorecard.targets[0].year"]
  ])("with %s are refused by field", (_what, targets, field) => {
    expect(faultsOf(targets)).toEqual([expect.objectContaining({ field })])
  })
})

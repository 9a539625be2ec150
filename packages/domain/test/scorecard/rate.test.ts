import { describe, expect, test } from "vitest"
import { rotherham, usualScorecardRules } from "../../src/policy/index.ts"
import { percentOf, rateOf } from "../../src/scorecard/rate.ts"
import { number } from "../risk/madeUpRecord.ts"
import { after, MONDAY, row, scorecard } from "./madeUpTable.ts"

const words = { of: "returns in June 2026", within: "72 hours of the return" }

const rate = (met: number, missed: number, { notMeasurable = 0, notYetDue = 0 } = {}, percentFrom = 5) =>
  rateOf({ met, missed, notMeasurable, notYetDue }, percentFrom, words)

describe("a percentage", () => {
  test.each([
    [2, 3, 66.7],
    [1, 3, 33.3],
    [1, 16, 6.3],
    [1, 80, 1.3],
    [1, 2_000, 0.1],
    [1, 2_001, 0],
    [0, 7, 0],
    [7, 7, 100]
  ])("of %d of %d is %d, halves rounded up", (part, whole, percent) => {
    expect(percentOf(part, whole)).toBe(percent)
  })

  test("is not given below the policy's base, and never of nothing", () => {
    expect([rate(2, 2).percent, rate(2, 3).percent, rate(0, 0, {}, 1).percent]).toEqual([null, 40, null])
    const rows = [row({ returned_at: MONDAY, rhi_completed_at: after(1) })]
    const policy = { ...rotherham, scorecard: { ...usualScorecardRules, percentFrom: number(1) } }
    expect(scorecard(rows).rhi.within72Hours.percent).toBeNull()
    expect(scorecard(rows, { policy }).rhi.within72Hours.percent).toBe(100)
  })
})

describe("the sentence of a rate", () => {
  test("says met of denominator, what the denominator is, the anchor, and that held is measured", () => {
    expect(rate(6, 3).sentence).toBe(
      "6 of 9 interviews were held within 72 hours of the return (66.7%). The 9 are those for returns in June 2026 that were held or are past due, whatever the reason. Measured is the interview held, not offered."
    )
  })

  test("says what was left out, and why there is no percentage", () => {
    expect(rate(1, 1, { notYetDue: 2, notMeasurable: 1 }).sentence).toBe(
      "1 of 2 interviews were held within 72 hours of the return (no percentage of fewer than 5). The 2 are those for returns in June 2026 that were held or are past due, whatever the reason. Left out: 2 not yet due, and 1 that cannot be measured, held before the return. Measured is the interview held, not offered."
    )
  })

  test("of nothing says that there is no rate", () => {
    expect(rate(0, 0, { notYetDue: 3 }).sentence).toBe(
      "No interview for returns in June 2026 was held or is past due, so there is no rate within 72 hours of the return. Left out: 3 not yet due. Measured is the interview held, not offered."
    )
  })

  test("names the policy's own numbers, anchor and conventions, and the case status", () => {
    const policy = {
      ...rotherham,
      interview: {
        ...rotherham.interview,
        hours: number(48),
        anchor: number("notified" as const),
        dayZero: number("day-before-return" as const),
        cutoff: number("17:00" as const)
      }
    }
    const rows = [row({ returned_at: MONDAY, case_status: "early-help" })]
    const { within72Hours, byCaseStatus } = scorecard(rows, { policy }).rhi
    expect(within72Hours.sentence).toContain(
      "within 48 hours of the return, or of the council being told where that was later"
    )
    const helped = byCaseStatus["early-help"]?.within3WorkingDays.sentence
    expect(helped).toContain(
      "3 working days of the return, or of the council being told where that was later (that day counted, to 17:00 on the last)"
    )
    expect(helped).toContain("returns in June 2026 (case status: Early Help)")
    expect(byCaseStatus["not-recorded"]?.within72Hours.sentence).toContain("(case status not recorded)")
  })
})

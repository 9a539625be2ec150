import { describe, expect, test } from "vitest"
import { type Instant, utc } from "../../src/calendar/index.ts"
import type { ScorecardRow } from "../../src/scorecard/index.ts"
import { rowAsOf } from "../../src/scorecard/rowAsOf.ts"
import { after, MONDAY, row, scorecard } from "./madeUpTable.ts"

const whole = row({
  reported_at: after(1),
  notified_at: after(2),
  found_at: after(3),
  returned_at: after(4),
  rhi_offered_at: after(5),
  rhi_response: "declined",
  rhi_completed_at: after(6),
  rhi_not_done: "declined-by-child"
})

const known = (given: ScorecardRow, asOf: Instant): ReadonlyArray<string> =>
  Object.entries(rowAsOf(given, asOf) ?? {}).flatMap(([column, value]) => (value === undefined ? [] : [column]))

describe("a row as of a moment", () => {
  test("is not there before the child was missing, and is at that moment", () => {
    expect(rowAsOf(whole, after(-0.001))).toBeUndefined()
    expect(known(whole, MONDAY)).toEqual(["child_ref", "missing_at"])
  })

  test("knows what is dated by then, exactly then included", () => {
    expect(known(whole, after(4))).toEqual([
      "child_ref",
      "missing_at",
      "reported_at",
      "notified_at",
      "found_at",
      "returned_at"
    ])
    expect(rowAsOf(whole, after(6))).toBe(whole)
  })

  test("knows a response from its offer on, or always where no offer is dated", () => {
    expect(rowAsOf(whole, after(4.999))?.rhi_response).toBeUndefined()
    expect(rowAsOf(whole, after(5))?.rhi_response).toBe("declined")
    const { rhi_offered_at: _, ...undated } = whole
    expect(rowAsOf(undated, MONDAY)?.rhi_response).toBe("declined")
  })

  test("knows why no interview was done once no date of the row is later", () => {
    expect(rowAsOf(whole, after(5.999))?.rhi_not_done).toBeUndefined()
    expect(rowAsOf(whole, after(6))?.rhi_not_done).toBe("declined-by-child")
    expect(rowAsOf(row({ rhi_not_done: "aged-18" }), MONDAY)?.rhi_not_done).toBe("aged-18")
  })
})

test("a month that has not begun has nothing in it, and its trend has what came before", () => {
  const { episodes, rhi, trend } = scorecard([row()], { month: "2026-07", asOf: utc(2026, 6, 20) })
  expect([episodes.total, rhi.owed]).toEqual([0, 0])
  expect(trend.at(11)).toMatchObject({ month: "2026-06", episodes: 1 })
})

test("a scorecard of the past is the same whatever came later", () => {
  const asOf = after(100)
  const early = [row({ returned_at: after(20) }), row({ child_ref: "LCS-2", missing_at: after(50) })]
  const late = [row({ missing_at: after(101) }), row({ missing_at: utc(2024, 6, 1), returned_at: after(101) })]
  const past = scorecard([...early, row({ missing_at: utc(2024, 6, 1) })], { asOf })
  expect(scorecard([...early, ...late], { asOf })).toEqual(past)
})

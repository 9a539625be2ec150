import { describe, expect, test } from "vitest"
import { utc } from "../../../src/calendar/index.ts"
import { checkPolicy, rotherham, usualScorecardRules } from "../../../src/policy/index.ts"
import {
  figureOrMark,
  percentOrMark,
  type ScorecardRow,
  suppressScorecard,
  yearBeforeOrMark
} from "../../../src/scorecard/index.ts"
import { number } from "../../risk/madeUpRecord.ts"
import { after, row, scorecard } from "../madeUpTable.ts"

/** So many rows, each of another child unless the facts say otherwise. */
const rows = (many: number, facts: Partial<ScorecardRow> = {}, from = 0): ReadonlyArray<ScorecardRow> =>
  Array.from({ length: many }, (_, made) => row({ child_ref: `LCS-${from + made}`, ...facts }))

const suppressed = (table: ReadonlyArray<ScorecardRow>, policy = rotherham) =>
  suppressScorecard(scorecard(table, { policy }), policy)

describe("a suppressed scorecard", () => {
  test("withholds a small count and one beside it, and keeps zeros and the whole", () => {
    const { episodes } = suppressed([...rows(3, { risk: "high" }), ...rows(9, { risk: "medium" }, 50)])
    expect(episodes.total).toBe(12)
    expect(episodes.byRisk).toEqual({ "no-apparent": 0, low: 0, medium: "c", high: "c", "not-recorded": 0 })
  })

  test("withholds two small counts alone, where their sum tells neither", () => {
    const { byRisk } = suppressed([
      ...rows(2, { risk: "high" }),
      ...rows(3, { risk: "low" }, 20),
      ...rows(9, { risk: "medium" }, 50)
    ]).episodes
    expect(byRisk).toMatchObject({ low: "c", medium: 9, high: "c" })
  })

  test("withholds nothing where no count is small", () => {
    const owed = { returned_at: after(1), rhi_offered_at: after(2), rhi_completed_at: after(30) }
    const whole = scorecard(
      rows(40, { ...owed, absence: "missing", missing_from: "care", case_status: "looked-after", risk: "low" })
    )
    expect(suppressScorecard(whole, rotherham)).toEqual(whole)
  })

  test("withholds the names of areas where each would have one episode", () => {
    const table = ["A", "B", "C", "D", "E"].map((area, made) => row({ child_ref: `LCS-${made}`, area }))
    expect(suppressed(table).episodes.byArea).toEqual({ c: "c" })
  })

  test("withholds a percentage with its counts, in a sentence that names no number", () => {
    const held = { returned_at: after(1), rhi_completed_at: after(3) }
    const { within72Hours } = suppressed([...rows(9, held), ...rows(2, { returned_at: after(1) }, 50)]).rhi
    expect(within72Hours).toMatchObject({ met: "c", missed: "c", notYetDue: 0, denominator: "c", percent: "c" })
    expect(within72Hours.sentence).not.toMatch(/\d/)
  })

  test("withholds the median of fewer than five, and the episodes of the first five of fewer", () => {
    const told = rows(4, { reported_at: after(1), notified_at: after(2) })
    const { notice, concentration } = suppressed(told)
    expect(notice).toEqual({ measured: "c", medianMinutes: "c", overOneHour: 0 })
    expect(concentration).toEqual({ topFiveChildren: "c", of: "c" })
  })

  test("withholds the totals of other months by their value alone", () => {
    const may = { missing_at: utc(2026, 5, 10, 12) }
    const { trend } = suppressed([...rows(6, may), ...rows(3, { missing_at: utc(2026, 4, 10, 12) })])
    expect(trend.slice(-3)).toMatchObject([
      { month: "2026-04", episodes: "c", children: "c", sameMonthYearBefore: null },
      { month: "2026-05", episodes: 6, children: 6 },
      { month: "2026-06", episodes: 0, children: 0 }
    ])
  })

  test("withholds what the policy says is small", () => {
    const policy = { ...rotherham, scorecard: { ...usualScorecardRules, shownFrom: number(10) } }
    const table = [...rows(9, { risk: "high" }), ...rows(30, { risk: "low" }, 50)]
    expect(suppressed(table).episodes.byRisk).toMatchObject({ high: 9, low: 30 })
    expect(suppressed(table, policy).episodes.byRisk).toMatchObject({ high: "c", low: "c" })
  })

  test("is not made by a policy that would show counts below five", () => {
    const policy = { ...rotherham, scorecard: { ...usualScorecardRules, shownFrom: number(4) } }
    expect(JSON.stringify(checkPolicy(policy))).toContain("shownFrom")
  })
})

describe("a mark in place of a number", () => {
  const rate = { met: 0, missed: 0, notMeasurable: 0, notYetDue: 0, denominator: 0, sentence: "" }

  test("says by itself why there is none: withheld, rounded to zero, not available, or of nothing", () => {
    expect(percentOrMark({ ...rate, met: "c", percent: "c" })).toBe("c")
    expect(percentOrMark({ ...rate, met: 5, denominator: 20_000, percent: 0 })).toBe("low")
    expect(percentOrMark({ ...rate, percent: null })).toBe("z")
    expect(figureOrMark(null)).toBe("z")
    expect(yearBeforeOrMark({ month: "2026-06", episodes: 5, children: 5, sameMonthYearBefore: null })).toBe("x")
  })

  test("is not put in place of a number that is there", () => {
    expect(percentOrMark({ ...rate, denominator: 20, percent: 0 })).toBe(0)
    expect(percentOrMark({ ...rate, met: 10, denominator: 20, percent: 50 })).toBe(50)
    expect([figureOrMark(0), figureOrMark("c")]).toEqual([0, "c"])
    expect(yearBeforeOrMark({ month: "2026-06", episodes: 5, children: 5, sameMonthYearBefore: 0 })).toBe(0)
  })
})

import { describe, expect, test } from "vitest"
import { addHours, utc } from "../../../src/calendar/index.ts"
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
    const year = Array.from({ length: 12 }, (_, back) => [3, 20].map((day) => utc(2026, 6 - back, day, 12))).flat()
    const known = { absence: "missing", missing_from: "care", case_status: "looked-after", risk: "low" } as const
    const whole = scorecard(
      year.flatMap((missing) => {
        const [returned, held] = [addHours(missing, 1), addHours(missing, 30)]
        const owed = { returned_at: returned, rhi_offered_at: returned, rhi_completed_at: held }
        return rows(20, { ...known, ...owed, missing_at: missing })
      })
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
    expect(within72Hours).toMatchObject({ met: "c", missed: "c", notYetDue: "c", denominator: "c", percent: "c" })
    expect(within72Hours.sentence).not.toMatch(/\d/)
  })

  test("withholds the median of fewer than five, and the episodes of the first five of fewer", () => {
    const told = rows(4, { reported_at: after(1), notified_at: after(2) })
    const { notice, concentration } = suppressed(told)
    expect(notice).toEqual({ measured: "c", medianMinutes: "c", overOneHour: 0 })
    expect(concentration).toEqual({ topFiveChildren: "c", of: "c" })
  })

  test("withholds the children who are a few fewer than the month's episodes", () => {
    const { episodes, trend } = suppressed([...rows(20), ...rows(4)])
    expect([episodes.total, episodes.children, trend.at(-1)?.children]).toEqual([24, "c", "c"])
    expect(suppressed([...rows(20), ...rows(5)]).episodes.children).toBe(20)
  })

  test("withholds every figure of the interviews where few are owed, zeros too", () => {
    const { rhi } = suppressed(rows(4, { returned_at: after(1), case_status: "early-help" }))
    expect(JSON.stringify(rhi)).not.toMatch(/:\d|null/)
    expect(rhi.byCaseStatus["looked-after"]).toMatchObject({ owed: "c", notDone: { c: "c" } })
  })

  test("withholds all interviews of a table's first month, and those of no later month", () => {
    const owed = { returned_at: after(1), rhi_completed_at: after(3), rhi_offered_at: after(2) }
    expect(suppressed(rows(9, owed)).rhi).toMatchObject({ owed: "c", completed: "c", within72Hours: { met: "c" } })
    const older = rows(5, { missing_at: utc(2026, 3, 1, 12) }, 90)
    expect(suppressed([...older, ...rows(9, owed)]).rhi).toMatchObject({ owed: 9, completed: 9 })
  })

  test("shows interviews by case status only where episodes by case status are shown", () => {
    const owed = { returned_at: after(1), rhi_completed_at: after(3), rhi_offered_at: after(2) }
    const table = [
      ...rows(5, { missing_at: utc(2026, 3, 1, 12) }, 90),
      ...rows(9, { ...owed, case_status: "looked-after" }),
      ...rows(7, { ...owed, case_status: "early-help" }, 20)
    ]
    expect(suppressed(table).rhi.byCaseStatus["early-help"]).toMatchObject({ owed: 7, completed: 7 })
    const { rhi, episodes } = suppressed([...table, ...rows(2, { case_status: "not-known" }, 50)])
    expect(episodes.byCaseStatus["not-known"]).toBe("c")
    expect([rhi.owed, rhi.byCaseStatus["early-help"]?.owed, rhi.byCaseStatus["not-known"]?.owed]).toEqual([16, "c", 0])
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

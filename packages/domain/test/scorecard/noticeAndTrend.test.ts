import { describe, expect, test } from "vitest"
import { addHours, utc } from "../../src/calendar/index.ts"
import { after, MONDAY, row, scorecard } from "./madeUpTable.ts"

describe("how long the council waited to be told", () => {
  const told = (...minutes: ReadonlyArray<number>) =>
    scorecard(minutes.map((wait) => row({ reported_at: MONDAY, notified_at: addHours(MONDAY, wait / 60) }))).notice

  test("is the middle one in whole minutes, or the mean of the middle two, rounded down", () => {
    expect(told(1, 90, 5).medianMinutes).toBe(5)
    expect(told(1, 2, 5, 90).medianMinutes).toBe(3)
    expect(told(1.5, 2.5, 0, 9).medianMinutes).toBe(2)
    expect(told(5.99).medianMinutes).toBe(5)
    expect(told().medianMinutes).toBeNull()
  })

  test("is over an hour only after sixty minutes", () => {
    expect(told(60, 60.001, 61).overOneHour).toBe(2)
  })

  test("is not measured where a time is blank, or the council was told before the report", () => {
    const { notice } = scorecard([
      row({ reported_at: MONDAY }),
      row({ notified_at: MONDAY }),
      row({ reported_at: MONDAY, notified_at: after(-0.001) }),
      row({ reported_at: MONDAY, notified_at: MONDAY })
    ])
    expect(notice).toEqual({ measured: 1, medianMinutes: 0, overOneHour: 0 })
  })
})

describe("the trend", () => {
  test("has thirteen months, oldest first, across years", () => {
    const { trend } = scorecard([row(), row({ child_ref: "LCS-2" }), row({ missing_at: utc(2025, 6, 5) })])
    expect(trend.map(({ month }) => month)).toEqual([
      "2025-06",
      "2025-07",
      "2025-08",
      "2025-09",
      "2025-10",
      "2025-11",
      "2025-12",
      "2026-01",
      "2026-02",
      "2026-03",
      "2026-04",
      "2026-05",
      "2026-06"
    ])
    expect(trend.at(0)).toEqual({ month: "2025-06", episodes: 1, children: 1, sameMonthYearBefore: null })
    expect(trend.at(12)).toEqual({ month: "2026-06", episodes: 2, children: 2, sameMonthYearBefore: 1 })
  })

  test("is null a year before only where the table does not reach back to that month", () => {
    const before = (first: number) =>
      scorecard([row({ missing_at: utc(2025, first, 28) })]).trend.at(12)?.sameMonthYearBefore
    expect([before(5), before(6), before(7)]).toEqual([0, 1, null])
    expect(scorecard([]).trend.map(({ sameMonthYearBefore }) => sameMonthYearBefore)).toEqual(Array(13).fill(null))
  })
})

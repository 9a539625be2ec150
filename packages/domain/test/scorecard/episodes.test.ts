import { describe, expect, test } from "vitest"
import { addHours, Instant, utc } from "../../src/calendar/index.ts"
import type { ScorecardRow } from "../../src/scorecard/index.ts"
import { after, MONDAY, row, scorecard } from "./madeUpTable.ts"

const episodesOf = (...rows: ReadonlyArray<ScorecardRow>) => scorecard(rows).episodes

/** The counts above nothing. */
const counted = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))

describe("the episodes of a month", () => {
  test("are those that began in it in London, whatever the month of their end", () => {
    const began = (missing_at: Instant) => scorecard([row({ missing_at })]).episodes.total
    expect([
      began(utc(2026, 5, 31, 22, 59)),
      began(utc(2026, 5, 31, 23)),
      began(Instant(utc(2026, 6, 30, 23) - 1)),
      began(utc(2026, 6, 30, 23))
    ]).toEqual([0, 1, 1, 0])
    expect(episodesOf(row({ missing_at: utc(2026, 6, 30, 22), returned_at: utc(2027, 1, 2) })).total).toBe(1)
  })

  test("count a child once, however the reference is written", () => {
    const { total, children } = episodesOf(row(), row({ child_ref: "lcs10432" }), row({ child_ref: "LCS-20877" }))
    expect([total, children]).toEqual([3, 2])
  })

  test("without a beginning are in no month, but the interview for their return is", () => {
    const { episodes, rhi } = scorecard([{ child_ref: "LCS-10432", returned_at: MONDAY }])
    expect([episodes.total, rhi.owed]).toEqual([0, 1])
  })

  test("are broken down by every value of a column, zeros and blanks included", () => {
    const { byAbsence, byMissingFrom, byCaseStatus, byRisk } = episodesOf(
      row({ absence: "away", missing_from: "care", case_status: "looked-after", risk: "high" }),
      row()
    )
    expect(byAbsence).toEqual({ missing: 0, away: 1, "not-recorded": 1 })
    expect(byMissingFrom).toEqual({ home: 0, care: 1, "not-recorded": 1 })
    expect(byCaseStatus).toEqual({
      "looked-after": 1,
      "child-protection": 0,
      "child-in-need": 0,
      "early-help": 0,
      "not-known": 0,
      "other-authority": 0,
      "not-recorded": 1
    })
    expect(byRisk).toEqual({ "no-apparent": 0, low: 0, medium: 0, high: 1, "not-recorded": 1 })
  })

  test("are broken down by the areas that occur in the month, as the table writes them", () => {
    const { byArea } = episodesOf(row({ area: "Wath" }), row({ area: "Maltby" }), row({ area: "__proto__" }))
    expect(JSON.stringify(byArea)).toBe('{"Maltby":1,"Wath":1,"__proto__":1,"not-recorded":0}')
    expect(scorecard([row({ area: "Wath", missing_at: utc(2026, 7, 2) })]).episodes.byArea).toEqual({
      "not-recorded": 0
    })
  })
})

describe("how long an episode lasted", () => {
  const DAY = 24
  test.each([
    [0, "under-1"],
    [DAY - 0.001, "under-1"],
    [DAY, "1-2"],
    [3 * DAY - 0.001, "1-2"],
    [3 * DAY, "3-7"],
    [8 * DAY, "8-10"],
    [11 * DAY, "11-15"],
    [16 * DAY, "16-20"],
    [21 * DAY, "21-30"],
    [31 * DAY - 0.001, "21-30"],
    [31 * DAY, "over-30"]
  ])("is counted in whole elapsed days: %d hours are in the band %s", (hours, band) => {
    const found_at = Instant(Math.round(addHours(MONDAY, hours)))
    expect(counted(episodesOf(row({ found_at })).byDuration)).toEqual({ [band]: 1 })
  })

  test("is not known while the child is missing, nor where the end is before the beginning", () => {
    expect(counted(episodesOf(row(), row({ found_at: after(-1) })).byDuration)).toEqual({
      "still-missing": 1,
      "not-recorded": 1
    })
  })

  test("counts 24 hours for a day when the clocks change", () => {
    const springForward = { missing_at: utc(2026, 3, 28, 12), found_at: utc(2026, 3, 29, 11) }
    expect(counted(scorecard([row(springForward)], { month: "2026-03" }).episodes.byDuration)).toEqual({ "under-1": 1 })
  })

  test("runs to the finding of a missing child and to the return of one who was away", () => {
    const ends = { found_at: after(1), returned_at: after(30) }
    const band = (facts: Partial<ScorecardRow>) => Object.keys(counted(episodesOf(row(facts)).byDuration))[0]
    expect([
      band({ ...ends, absence: "missing" }),
      band(ends),
      band({ ...ends, absence: "away" }),
      band({ absence: "away", found_at: after(1) }),
      band({ absence: "missing", returned_at: after(30) })
    ]).toEqual(["under-1", "under-1", "1-2", "under-1", "1-2"])
  })
})

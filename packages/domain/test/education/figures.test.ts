import fc from "fast-check"
import { describe, expect, it, test } from "vitest"
import { addDays, formatCivilDay } from "../../src/calendar/index.ts"
import {
  censusGapsOf,
  censusReturnOf,
  cmeReasons,
  durationBandOn,
  durationBands,
  educationScorecardOf,
  isOpenOn,
  nextBandOn
} from "../../src/education/index.ts"
import { day, rowOf, scorecard, someDay, someQuarter, tables } from "./caseTexts.ts"
import { type CaseText, returnByText, scorecardByText } from "./independentReckoning.ts"

describe("the return of a census day", () => {
  it("is what another reckoning makes of the same cells, for any table and day", () => {
    fc.assert(
      fc.property(tables, someDay, (table, censusDay) => {
        const census = censusReturnOf(table.map(rowOf), day(censusDay))
        expect({ ...census, censusDay: formatCivilDay(census.censusDay) }).toEqual(returnByText(table, censusDay))
      })
    )
  })

  it("names every label of DfE's in DfE's order, zeros included", () => {
    const census = censusReturnOf([], day("2026-10-01"))
    expect(Object.keys(census.bySex)).toEqual(["Female", "Male", "Unknown"])
    expect(Object.keys(census.byYearGroup).slice(0, 3)).toEqual(["Reception", "Year 1", "Year 2"])
    expect(Object.keys(census.byYearGroup)).toHaveLength(13)
    expect(Object.keys(census.byDuration)).toEqual(durationBands)
    expect(Object.keys(census.byReason)).toEqual(cmeReasons)
    expect(cmeReasons).toHaveLength(20)
  })

  it("keeps a reason that is not known apart from one that is not recorded", () => {
    const open = { referred_on: "2026-09-01" }
    const rows = [open, { ...open, reason: "Unknown" }, { ...open, reason: "Not recorded" }].map(rowOf)
    expect(censusReturnOf(rows, day("2026-10-01")).byReason).toMatchObject({ Unknown: 1, "Not recorded": 2 })
  })

  it("counts a case from its day of referral to the day before it was closed", () => {
    const row = rowOf({ referred_on: "2026-09-07", closed_on: "2026-09-14", outcome: "school-place" })
    const isOpen = (text: string) => isOpenOn(row, day(text))
    expect(["2026-09-06", "2026-09-07", "2026-09-13", "2026-09-14"].map(isOpen)).toEqual([false, true, true, false])
  })

  it("never counts a case in error, not even before the mistake was found", () => {
    const row = rowOf({ referred_on: "2026-09-07", closed_on: "2026-12-01", outcome: "in-error" })
    expect(censusReturnOf([row], day("2026-10-01")).total).toBe(0)
  })
})

describe("what is missing before a return is sent", () => {
  const full = {
    referred_on: "2026-09-07",
    since: "2026-09-01",
    reason: "Unknown",
    sex: "unknown",
    year_group: "unknown"
  }
  const gapsIn = (...rows: ReadonlyArray<CaseText>) =>
    censusGapsOf(
      rows.map((row, at) => rowOf({ case_id: `C${at}`, ...row })),
      day("2026-10-01")
    ).gaps.map(({ caseId, missing }) => [caseId, ...missing])

  it("is what nobody wrote down, and not what was asked and is not known", () => {
    expect(gapsIn(full)).toEqual([])
    expect(gapsIn({ referred_on: "2026-09-07" })).toEqual([["C0", "since", "reason", "sex", "year-group"]])
    expect(gapsIn({ ...full, reason: "Not recorded" })).toEqual([["C0", "reason"]])
    expect(gapsIn(full, { ...full, since: "2026-10-02" })).toEqual([["C1", "since-later"]])
  })

  it("is what the return counts as unknown or not recorded, for any table and day", () => {
    fc.assert(
      fc.property(tables, someDay, someDay, (table, censusDay, earlier) => {
        const rows = table.map((row, at) => rowOf({ ...row, case_id: `C${at}` }))
        const { open, byKind, changes } = censusGapsOf(rows, day(censusDay), day(earlier))
        const census = censusReturnOf(rows, day(censusDay))
        expect([open, byKind.since + byKind["since-later"], byKind.reason]).toEqual([
          census.total,
          census.byDuration["Unknown"],
          census.byReason["Not recorded"]
        ])
        expect(changes && changes.before + changes.started - changes.ended).toBe(open)
        expect(changes?.before).toBe(censusReturnOf(rows, day(earlier)).total)
      })
    )
  })
})

test.each([
  [0, "Less than 2 weeks"],
  [13, "Less than 2 weeks"],
  [14, "2 to 4 weeks"],
  [28, "4 to 8 weeks"],
  [55, "4 to 8 weeks"],
  [56, "8 to 12 weeks"],
  [84, "12 to 26 weeks"],
  [181, "12 to 26 weeks"],
  [182, "26 to 52 weeks"],
  [363, "26 to 52 weeks"],
  [364, "Over 52 weeks"],
  [-1, "Unknown"]
])("%i days since the start are the band %s", (days, band) => {
  const since = day("2026-01-05")
  expect(durationBandOn({ since }, addDays(since, days))).toBe(band)
})

test("the day of the next band is the first on which the band is another", () => {
  const since = day("2026-01-05")
  expect([nextBandOn({}, since), nextBandOn({ since }, addDays(since, 364))]).toEqual([undefined, undefined])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 363 }), (days) => {
      const today = addDays(since, days)
      const next = nextBandOn({ since }, today) ?? today
      const bandOn = (at: number) => durationBandOn({ since }, addDays(since, at - since))
      expect(bandOn(next - 1)).toBe(bandOn(today))
      expect(bandOn(next)).not.toBe(bandOn(today))
    })
  )
})

describe("the scorecard of a quarter", () => {
  it("is what another reckoning makes of the same cells, for any table, quarter and day", () => {
    fc.assert(
      fc.property(tables, someQuarter, someDay, (table, quarter, asOf) => {
        expect({ ...scorecard(table, quarter, asOf), asOf }).toEqual(scorecardByText(table, quarter, asOf))
      })
    )
  })

  it("prints the figures of the slides from a caseload of 143 and 171 new cases", () => {
    const cases = (count: number, referred_on: string, area: string) =>
      Array.from({ length: count }, (_, at) => ({
        child_ref: `EDU-${referred_on.slice(0, 4)}${at}`,
        referred_on,
        area
      }))
    const table = [
      ...cases(143, "2018-11-05", "North"),
      ...cases(67, "2019-02-04", "Central"),
      ...cases(104, "2019-02-05", "North")
    ]
    const { new: started, trend } = scorecard(table, "2018-19-Q4", "2019-03-31")
    expect(started.byArea["Central"]).toEqual({ count: 67, percent: 39.2 })
    expect(trend.slice(-2).map((shown) => [shown.quarter, shown.new])).toEqual([
      ["2018-19-Q3", 143],
      ["2018-19-Q4", 171]
    ])
    expect(trend).toHaveLength(8)
  })

  it("counts a child as returning only after a case of an earlier day that was no mistake", () => {
    type Referral = readonly [child: string, referred: string, outcome?: string]
    const caseOf = ([child_ref, referred_on, outcome]: Referral): CaseText => ({
      child_ref,
      referred_on,
      ...(outcome === undefined ? {} : { outcome, closed_on: referred_on })
    })
    const returning = (...referrals: ReadonlyArray<Referral>) =>
      scorecard(referrals.map(caseOf), "2018-19-Q4", "2019-12-31").new.returning
    expect(returning(["EDU-1", "2018-05-01", "abroad"], ["edu1", "2019-01-01"])).toBe(1)
    expect(returning(["EDU-1", "2019-01-01"], ["EDU-1", "2019-02-01"], ["EDU-1", "2019-03-01"])).toBe(2)
    expect(returning(["EDU-1", "2019-01-01"], ["EDU-1", "2019-01-01"])).toBe(0)
    expect(returning(["EDU-1", "2018-05-01", "in-error"], ["EDU-1", "2019-01-01"])).toBe(0)
  })

  it("rounds halves up, and gives no percentage of no new case", () => {
    const cases = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ referred_on: "2019-01-01", area: `A${at}` }))
    expect(scorecard(cases(16), "2018-19-Q4", "2019-12-31").new.byArea["A0"]).toEqual({ count: 1, percent: 6.3 })
    expect(scorecard([], "2018-19-Q4", "2019-12-31").new.byArea).toEqual({
      "not-recorded": { count: 0, percent: null }
    })
  })

  it("refuses a quarter that is none, in words", () => {
    for (const quarter of ["2018-19", "2018-20-Q4", "2018-19-Q5", "18-19-Q4", ""]) {
      expect(educationScorecardOf([], { quarter, asOf: day("2019-04-01") })).toMatchObject({
        failure: { field: "quarter" }
      })
    }
  })
})

import { describe, expect, test } from "vitest"
import { type Instant, utc } from "../../src/calendar/index.ts"
import { type Policy, rotherham } from "../../src/policy/index.ts"
import type { ScorecardQuestion, ScorecardRow } from "../../src/scorecard/index.ts"
import { number } from "../risk/madeUpRecord.ts"
import { after, MONDAY, row, scorecard } from "./madeUpTable.ts"

const back = (facts: Partial<ScorecardRow> = {}) => row({ returned_at: MONDAY, ...facts })

const verdicts = (rows: ReadonlyArray<ScorecardRow>, asked?: Partial<ScorecardQuestion>) => {
  const { within72Hours, within3WorkingDays } = scorecard(rows, asked).rhi
  const of = ({ met, missed, notMeasurable, notYetDue }: typeof within72Hours) => ({
    met,
    missed,
    notMeasurable,
    notYetDue
  })
  return [of(within72Hours), of(within3WorkingDays)]
}

const none = { met: 0, missed: 0, notMeasurable: 0, notYetDue: 0 }
const both = (verdict: Partial<typeof none>) => [
  { ...none, ...verdict },
  { ...none, ...verdict }
]

describe("the interviews of a month", () => {
  test("are owed for the returns in it, in episodes and whatever the month they began in", () => {
    const rows = [back({ missing_at: utc(2025, 11, 2) }), back(), row(), back({ returned_at: utc(2026, 7, 1) })]
    expect(scorecard(rows).rhi.owed).toBe(2)
  })

  test("are offered, accepted, declined and completed apart from one another", () => {
    const { rhi } = scorecard([
      back({ rhi_completed_at: after(5) }),
      back({ rhi_response: "accepted" }),
      back({ rhi_offered_at: after(1), rhi_response: "declined", rhi_not_done: "declined-by-child" }),
      back({ rhi_response: "no-answer", rhi_not_done: "unable-to-contact" }),
      back({ rhi_not_done: "unable-to-contact" })
    ])
    expect(rhi).toMatchObject({ owed: 5, offered: 1, accepted: 1, declined: 1, completed: 1 })
    expect(rhi.notDone).toEqual({ "declined-by-child": 1, "unable-to-contact": 2 })
  })

  test("are told by case status, each status named", () => {
    const { byCaseStatus } = scorecard([back({ case_status: "early-help" }), back(), back()]).rhi
    const owed = Object.entries(byCaseStatus).map(([status, counts]) => [status, counts.owed])
    expect(Object.fromEntries(owed)).toEqual({
      "looked-after": 0,
      "child-protection": 0,
      "child-in-need": 0,
      "early-help": 1,
      "not-known": 0,
      "other-authority": 0,
      "not-recorded": 2
    })
  })
})

describe("an interview", () => {
  test("is within 72 hours to the millisecond, and within 3 working days before the day is over", () => {
    const held = (rhi_completed_at: Instant) => verdicts([back({ rhi_completed_at })])
    expect(held(after(72))).toEqual(both({ met: 1 }))
    expect(held(after(72 + 1 / 3_600_000))).toEqual([
      { ...none, missed: 1 },
      { ...none, met: 1 }
    ])
    expect(held(utc(2026, 6, 4, 23))).toEqual(both({ missed: 1 }))
  })

  test("that is dated before the return is not measurable, and in no denominator", () => {
    const { within72Hours } = scorecard([back({ rhi_completed_at: after(-0.001) })]).rhi
    expect(within72Hours).toMatchObject({ notMeasurable: 1, denominator: 0, percent: null })
  })

  test("that was not held is missed once it is past due, whatever the reason", () => {
    const reasons = [{}, { rhi_response: "declined" }, { rhi_not_done: "assessed-not-required" }] as const
    expect(verdicts(reasons.map(back))).toEqual(both({ missed: 3 }))
  })

  test("is not yet due at 72 hours exactly, and due when the third working day is over", () => {
    const at = (asOf: Instant) => verdicts([back()], { asOf })
    expect(at(after(72))).toEqual(both({ notYetDue: 1 }))
    expect(at(after(72 + 1 / 3_600_000))).toEqual([
      { ...none, missed: 1 },
      { ...none, notYetDue: 1 }
    ])
    expect(at(utc(2026, 6, 4, 23))).toEqual(both({ missed: 1 }))
  })

  test("is due 72 elapsed hours after a return before the clocks change", () => {
    const returned = { missing_at: utc(2026, 3, 27, 20), returned_at: utc(2026, 3, 28, 12) }
    const held = (rhi_completed_at: Instant) => row({ ...returned, rhi_completed_at })
    const rows = [held(utc(2026, 3, 31, 12)), held(utc(2026, 3, 31, 12, 1))]
    expect(verdicts(rows, { month: "2026-03" })[0]).toEqual({ ...none, met: 1, missed: 1 })
  })

  test("is judged by the anchor, day zero and cut-off of the one policy, and not by its measure", () => {
    const by = (interview: Partial<Policy["interview"]>) => ({
      policy: { ...rotherham, interview: { ...rotherham.interview, ...interview } }
    })
    const held = back({ found_at: after(-10), notified_at: after(20), rhi_completed_at: after(70) })
    expect(verdicts([held], by({ anchor: number("found") }))[0]).toEqual({ ...none, missed: 1 })
    const late = back({ notified_at: after(20), rhi_completed_at: after(90) })
    expect(verdicts([late], by({ anchor: number("notified") }))[0]).toEqual({ ...none, met: 1 })
    expect(verdicts([held], by({ dayZero: number("day-before-return") }))[1]).toEqual({ ...none, missed: 1 })
    expect(verdicts([back({ rhi_completed_at: after(76) })], by({ cutoff: number("17:00") }))[1]).toEqual({
      ...none,
      met: 0,
      missed: 1
    })
    const offered = back({ rhi_offered_at: after(1) })
    expect(verdicts([offered], by({ measure: number("offered") }))).toEqual(both({ missed: 1 }))
  })

  test("that covers several episodes counts for each of them", () => {
    const covered = { rhi_completed_at: after(10) }
    expect(verdicts([back(covered), back({ ...covered, returned_at: after(8) })])).toEqual(both({ met: 2 }))
  })
})

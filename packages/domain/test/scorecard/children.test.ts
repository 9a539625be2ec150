import { describe, expect, test } from "vitest"
import { Instant, utc } from "../../src/calendar/index.ts"
import { rotherham, usualScorecardRules } from "../../src/policy/index.ts"
import { number } from "../risk/madeUpRecord.ts"
import { after, MONDAY, row, scorecard } from "./madeUpTable.ts"

const child = (reference: string, times: number) =>
  Array.from({ length: times }, (_, hour) => row({ child_ref: reference, missing_at: after(hour) }))

describe("children with three or more episodes", () => {
  test("are counted in the month, missing and away alike", () => {
    const rows = [...child("LCS-1", 3), ...child("LCS-2", 2), row({ child_ref: "LCS-2", absence: "away" })]
    expect(scorecard([...rows, ...child("LCS-3", 2)]).repeat).toEqual({ children3Plus: 2, window: null })
  })

  test("are counted in the policy's window too, in 24 hours a day to the month's end", () => {
    const policy = { ...rotherham, scorecard: { ...usualScorecardRules, windowDays: number(28) } }
    const opens = Instant(utc(2026, 6, 30, 23) - 28 * 86_400_000)
    const since = (first: Instant) =>
      scorecard(
        [first, MONDAY, after(700)].map((missing_at) => row({ missing_at })),
        { policy }
      ).repeat.window
    const within = scorecard(
      [opens, after(200), after(600)].map((missing_at) => row({ missing_at })),
      { policy }
    )
    expect(within.repeat).toEqual({ children3Plus: 1, window: { days: 28, children3Plus: 1 } })
    expect(since(Instant(opens - 1))).toEqual({ days: 28, children3Plus: 0 })
  })
})

test("children are banded by their episodes in the twelve months that end with the month", () => {
  const aYearBefore = (times: number, missing_at: Instant) =>
    Array.from({ length: times }, () => row({ child_ref: `LCS-${times}`, missing_at }))
  const rows = [
    ...[1, 2, 3, 4, 5, 6, 10, 11, 20, 21, 50, 51, 100, 101].flatMap((times) => aYearBefore(times, MONDAY)),
    ...aYearBefore(7, utc(2025, 6, 30, 22)),
    ...aYearBefore(8, utc(2025, 6, 30, 23))
  ]
  expect(scorecard(rows).frequency).toEqual({
    "1": 1,
    "2": 1,
    "3": 1,
    "4": 1,
    "5": 1,
    "6-10": 3,
    "11-20": 2,
    "21-50": 2,
    "51-100": 2,
    "over-100": 1
  })
})

test("the five children with most episodes are set beside all episodes of the month", () => {
  const rows = [7, 6, 5, 4, 3, 2, 1].flatMap((times) => child(`LCS-${times}`, times))
  expect(scorecard(rows).concentration).toEqual({ topFiveChildren: 25, of: 28 })
  expect(scorecard([]).concentration).toEqual({ topFiveChildren: 0, of: 0 })
})

describe("an episode that ended", () => {
  const DAY = 24
  const ended = row({ found_at: after(1), returned_at: after(2) })
  const within30 = (hours: number, asOf = utc(2028, 1, 1)) =>
    scorecard([ended, row({ missing_at: after(hours) })], { asOf }).recurrence.within30Days.followed

  test("is followed by one that begins later than its end and at most 30 times 24 hours after it", () => {
    const thirtyDays = 1 + 30 * DAY
    expect([within30(1), within30(1.001), within30(thirtyDays), within30(thirtyDays + 0.001)]).toEqual([0, 1, 1, 0])
  })

  test("is followed by one that begins before the return", () => {
    expect(within30(1.5)).toBe(1)
  })

  test("is not followed by another child's", () => {
    const other = row({ child_ref: "LCS-20877", missing_at: after(20) })
    expect(scorecard([ended, other]).recurrence.within90Days).toEqual({ followed: 0, notFollowed: 1, notYetKnown: 0 })
  })

  test("is not known to be followed until the time is over, in a later month too", () => {
    const at = (hours: number) => scorecard([ended], { asOf: after(hours) }).recurrence
    expect(at(1 + 30 * DAY - 0.001).within30Days).toEqual({ followed: 0, notFollowed: 0, notYetKnown: 1 })
    expect(at(1 + 30 * DAY).within30Days).toEqual({ followed: 0, notFollowed: 1, notYetKnown: 0 })
    expect(at(1 + 30 * DAY).within90Days).toEqual({ followed: 0, notFollowed: 0, notYetKnown: 1 })
    const next = row({ missing_at: after(80 * DAY), found_at: after(81 * DAY) })
    expect(scorecard([ended, next]).recurrence.within90Days).toEqual({ followed: 1, notFollowed: 0, notYetKnown: 0 })
  })

  test("is followed where its end was written ten years before it began", () => {
    const tenYears = 3_650 * DAY
    const mistyped = row({ found_at: after(-tenYears) })
    const next = row({ missing_at: after(5 * DAY - tenYears) })
    for (const rows of [
      [mistyped, next],
      [next, mistyped]
    ]) {
      expect(scorecard(rows).recurrence.within30Days).toEqual({ followed: 1, notFollowed: 0, notYetKnown: 0 })
    }
  })

  test("is the only one of which that is asked: a child still missing is not among them", () => {
    expect(scorecard([row()]).recurrence.within30Days).toEqual({ followed: 0, notFollowed: 0, notYetKnown: 0 })
  })
})

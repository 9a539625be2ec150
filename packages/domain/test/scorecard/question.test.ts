import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { utc } from "../../src/calendar/index.ts"
import { rotherham } from "../../src/policy/index.ts"
import { type ScorecardQuestion, scorecardOf, startScorecard, startScorecards } from "../../src/scorecard/index.ts"
import { row, scorecard } from "./madeUpTable.ts"

const right: ScorecardQuestion = { month: "2026-06", asOf: utc(2026, 7, 1), policy: rotherham }

describe("what cannot be counted by", () => {
  test.each([
    ["2026-6", "month"],
    ["2026-13", "month"],
    ["June 2026", "month"],
    ["0000-01", "month"]
  ])("is refused in words: the month %s", (month, field) => {
    const refused = startScorecard({ ...right, month })
    expect(Result.isFailure(refused) && refused.failure).toMatchObject({ _tag: "InputFault", field })
  })

  test("is refused in words: a moment that is no time, and a policy that is none", () => {
    const faultOf = (asked: object) => Result.flip(startScorecard({ ...right, ...asked }))
    expect(Result.getOrThrow(faultOf({ asOf: "2026-07-01T00:00:00Z" }))).toMatchObject({ field: "asOf" })
    expect(Result.getOrThrow(faultOf({ policy: {} }))).toMatchObject({ field: "policy" })
  })
})

describe("the counting of a scorecard", () => {
  test("takes rows one by one, and is asked in between", () => {
    const { add, finish } = Result.getOrThrow(startScorecard(right))
    expect(finish().episodes.total).toBe(0)
    add(row())
    expect(finish().episodes.total).toBe(1)
    add(row())
    expect(finish()).toEqual(Result.getOrThrow(scorecardOf([row(), row()], right)))
  })

  test("comes to the same in any order of the rows", () => {
    const rows = [1, 2, 3, 4, 5].map((day) =>
      row({
        child_ref: `LCS-${day % 2}`,
        area: `Area ${day}`,
        missing_at: utc(2026, 6, day),
        found_at: utc(2026, 6, day + 1)
      })
    )
    expect(JSON.stringify(scorecard(rows.toReversed()))).toBe(JSON.stringify(scorecard(rows)))
  })

  test("of an empty table has every field, with nothing in it", () => {
    const empty = scorecard([])
    expect(Object.keys(empty)).toEqual([
      "month",
      "asOf",
      "policy",
      "episodes",
      "repeat",
      "recurrence",
      "frequency",
      "concentration",
      "notice",
      "trend",
      "rhi"
    ])
    expect(empty.episodes).toMatchObject({ total: 0, children: 0, byArea: { "not-recorded": 0 } })
    expect(empty.rhi).toMatchObject({ owed: 0, notDone: {}, within72Hours: { denominator: 0, percent: null } })
  })
})

describe("several months of one table", () => {
  const rows = [
    { child_ref: "LCS-1", missing_at: utc(2026, 5, 30), returned_at: utc(2026, 6, 1) },
    { child_ref: "LCS-1", missing_at: utc(2026, 6, 20), returned_at: utc(2026, 6, 21) },
    { child_ref: "LCS-2", missing_at: utc(2026, 4, 1) }
  ]

  test("are each what that month alone comes to, in the order in which they are asked for", () => {
    const asked = { asOf: utc(2026, 7, 10), policy: rotherham }
    const months = ["2026-06", "2026-05", "2026-04"]
    const counting = Result.getOrThrow(startScorecards({ ...asked, months }))
    for (const row of rows) counting.add(row)
    expect(counting.months.map(({ finish }) => finish())).toEqual(
      months.map((month) => Result.getOrThrow(scorecardOf(rows, { ...asked, month })))
    )
  })

  test("are refused by field where one is none, or there is not one", () => {
    for (const months of [[], ["2026-06", "2026-13"]]) {
      const started = startScorecards({ asOf: utc(2026, 7, 10), policy: rotherham, months })
      expect(Result.match(started, { onFailure: ({ field }) => field, onSuccess: () => "counted" })).toBe("month")
    }
  })
})

import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { utc } from "../../src/calendar/index.ts"
import { rotherham } from "../../src/policy/index.ts"
import { type ScorecardQuestion, scorecardOf, startScorecard } from "../../src/scorecard/index.ts"
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

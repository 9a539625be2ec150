import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { addHours, utc } from "../../src/calendar/index.ts"
import { rotherham } from "../../src/policy/index.ts"
import { type ScorecardRow, startScorecard, suppressInterviewTimes } from "../../src/scorecard/index.ts"

const returnedAt = utc(2026, 6, 10, 12)
const held = (hours: number): ScorecardRow => ({
  child_ref: "LCS-1",
  missing_at: addHours(returnedAt, -20),
  returned_at: returnedAt,
  rhi_completed_at: addHours(returnedAt, hours)
})

const counted = (rows: ReadonlyArray<ScorecardRow>, month = "2026-06") => {
  const counting = Result.getOrThrow(startScorecard({ month, asOf: utc(2026, 8, 1), policy: rotherham }))
  for (const row of rows) counting.add(row)
  return { times: counting.interviewTimes(), rhi: counting.finish().rhi }
}

const shown = (hours: ReadonlyArray<number>) => {
  const { times, rhi } = counted(hours.map(held))
  return suppressInterviewTimes(times, rhi, rotherham).bands
}

describe("the time from the return to the interview", () => {
  test("is told in bands that each take their upper end, so that exactly 72 hours are in time", () => {
    const { times } = counted([held(0), held(24), held(24.001), held(72), held(72.001), held(168), held(337)])
    expect(times.bands).toEqual({
      "to-24": 2,
      "to-48": 1,
      "to-72": 1,
      "to-96": 1,
      "to-120": 0,
      "to-168": 1,
      "to-336": 0,
      "over-336": 1
    })
  })

  test("leaves out an interview before the return, one not held and one of another month", () => {
    const { rhi_completed_at: _, ...open } = held(1)
    const { times } = counted([held(-1), open, { ...held(5), returned_at: utc(2026, 5, 31, 22) }])
    expect(Object.values(times.bands)).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  })

  test("stands beside the hours in which three working days can end in that month", () => {
    expect(counted([]).times).toMatchObject({ hours: 72, days: 3, workingDays: { shortest: 72, longest: 144 } })
    expect(counted([], "2026-12").times.workingDays).toEqual({ shortest: 72, longest: 192 })
  })
})

describe("a suppressed distribution of the time to the interview", () => {
  test("hides a small band with another of its side of the hours", () => {
    const bands = shown([...Array(6).fill(10), ...Array(2).fill(30), ...Array(7).fill(60), ...Array(5).fill(200)])
    expect(bands).toMatchObject({ "to-24": "c", "to-48": "c", "to-72": 7, "to-96": 0, "over-336": 0, "to-336": 5 })
  })

  test("hides every band, zeros too, where the share in time is withheld", () => {
    expect(new Set(Object.values(shown([...Array(9).fill(10), 200, 200])))).toEqual(new Set(["c"]))
  })
})

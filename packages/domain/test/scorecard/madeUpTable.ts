/** Rows for one test: what a test does not speak of is not known. */
import * as Result from "effect/Result"
import { addHours, type Instant, utc } from "../../src/calendar/index.ts"
import { rotherham } from "../../src/policy/index.ts"
import { type Scorecard, type ScorecardQuestion, type ScorecardRow, scorecardOf } from "../../src/scorecard/index.ts"

/** The first Monday of June 2026, in the middle of its day. */
export const MONDAY = utc(2026, 6, 1, 12)

/** So many hours after that Monday noon. */
export const after = (hours: number): Instant => addHours(MONDAY, hours)

export const row = (facts: Partial<ScorecardRow> = {}): ScorecardRow => ({
  child_ref: "LCS-10432",
  missing_at: MONDAY,
  ...facts
})

/** The scorecard of June 2026 as it is known in 2028, unless a test asks otherwise. */
export const scorecard = (rows: ReadonlyArray<ScorecardRow>, asked: Partial<ScorecardQuestion> = {}): Scorecard =>
  Result.getOrThrow(scorecardOf(rows, { month: "2026-06", asOf: utc(2028, 1, 1), policy: rotherham, ...asked }))

import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { calendars as publishedCalendars } from "../calendar/calendar.ts"
import { instantFault } from "../calendar/checkInstant.ts"
import { isInstant } from "../calendar/instant.ts"
import { reckoningFault } from "../deadlines/reckoningFault.ts"
import { type InputFault, inputFault } from "../faults/inputFault.ts"
import { countMonths } from "./countMonths.ts"
import { parseMonth } from "./month.ts"
import type {
  CountedMonth,
  Scorecard,
  ScorecardCount,
  ScorecardCounts,
  ScorecardQuestion,
  ScorecardsQuestion
} from "./scorecard.ts"
import type { ScorecardRow } from "./scorecardRow.ts"

const notAMonth = inputFault("month", "This is not a month. Write it as four digits, a dash and two digits: 2026-06.")

/**
 * Begins to count the scorecard of a month, so that a table need not be held whole; or says in words what cannot be
 * counted by: an `InputFault` with its field.
 *
 * No row is kept: of each two numbers are, and of the month's a few more. The months are London's; times of rows and `asOf` are
 * epoch milliseconds. Nothing throws.
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { rotherham } from "@safe-return/domain/policy"
 * import { startScorecard } from "@safe-return/domain/scorecard"
 * import { Result } from "effect"
 *
 * const question = { month: "2026-11", asOf: utc(2026, 12, 10), policy: rotherham }
 * const counting = Result.getOrThrow(startScorecard(question))
 * counting.add({ child_ref: "LCS-10432", missing_at: utc(2026, 11, 20, 17) })
 * counting.finish().episodes.total // 1
 * Result.isFailure(startScorecard({ ...question, month: "November" })) // true
 * ```
 */
export const startScorecard = (question: ScorecardQuestion): Result.Result<ScorecardCount, InputFault> =>
  Result.map(startScorecards({ ...question, months: [question.month] }), ({ add, months }) => {
    const [{ finish, interviewTimes }] = months as readonly [CountedMonth]
    return { add, finish, interviewTimes }
  })

/**
 * Begins to count the scorecards of several months from one reading of a table. What cannot be counted by is an
 * `InputFault` with its field, as for {@link startScorecard}; no month at all is one too.
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { rotherham } from "@safe-return/domain/policy"
 * import { startScorecards } from "@safe-return/domain/scorecard"
 * import { Result } from "effect"
 *
 * const question = { months: ["2026-10", "2026-11"], asOf: utc(2026, 12, 10), policy: rotherham }
 * const { add, months } = Result.getOrThrow(startScorecards(question))
 * add({ child_ref: "LCS-10432", missing_at: utc(2026, 11, 20, 17) })
 * months.map(({ finish }) => finish().episodes.total) // [0,1]
 * Result.isFailure(startScorecards({ ...question, months: [] })) // true
 * ```
 */
export const startScorecards = (question: ScorecardsQuestion): Result.Result<ScorecardCounts, InputFault> => {
  const { asOf, policy, calendars = publishedCalendars } = question
  const months = question.months.map(parseMonth)
  if (months.length === 0 || months.some(Option.isNone)) return Result.fail(notAMonth)
  const fault = isInstant(asOf) ? reckoningFault(asOf, policy, calendars) : instantFault(asOf, "asOf")
  return fault === undefined ? Result.succeed(countMonths(months.map(Option.getOrThrow), question)) : Result.fail(fault)
}

/**
 * The scorecard of a month from the rows of an episode table: {@link startScorecard} for rows that are there.
 *
 * What cannot be counted by is an `InputFault` with its field: a month of another form, a time that is none, a policy
 * that is none. Nothing throws. The months are London's; times of rows and `asOf` are epoch milliseconds.
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { rotherham } from "@safe-return/domain/policy"
 * import { scorecardOf } from "@safe-return/domain/scorecard"
 * import { Result } from "effect"
 *
 * const rows = [{ child_ref: "LCS-10432", missing_at: utc(2026, 11, 20, 17), returned_at: utc(2026, 11, 21, 9, 30) }]
 * const question = { month: "2026-11", asOf: utc(2026, 12, 10), policy: rotherham }
 * Result.map(scorecardOf(rows, question), ({ episodes: { total, children } }) => [total, children]) // success([1,1])
 * Result.mapError(scorecardOf(rows, { ...question, month: "November" }), ({ field }) => field) // failure("month")
 * ```
 */
export const scorecardOf = (
  rows: Iterable<ScorecardRow>,
  question: ScorecardQuestion
): Result.Result<Scorecard, InputFault> =>
  Result.map(startScorecard(question), ({ add, finish }) => {
    for (const row of rows) add(row)
    return finish()
  })

import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { calendars as publishedCalendars } from "../calendar/calendar.ts"
import { instantFault } from "../calendar/checkInstant.ts"
import { formatCivilDay } from "../calendar/civilDay.ts"
import { isInstant } from "../calendar/instant.ts"
import { londonDayOf } from "../calendar/londonTime.ts"
import { reckoningFault } from "../deadlines/reckoningFault.ts"
import { definedFields } from "../definedFields.ts"
import { type InputFault, inputFault } from "../faults/inputFault.ts"
import { type AskedMonth, countMonths } from "./countMonths.ts"
import { type Month, monthInWords, parseMonth } from "./month.ts"
import { publishingMoment } from "./publishingMoment.ts"
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

const askedMonth = (month: Month, { publishedBy, asOf, policy, calendars }: ScorecardsQuestion): AskedMonth => {
  const own = publishedBy?.(month)
  const by =
    own === undefined
      ? { asOf, policy }
      : { policy: own, asOf: publishingMoment(month, own, calendars ?? publishedCalendars) }
  return { month, by: { ...by, ...definedFields({ calendars }) } }
}

const firstFault = (months: ReadonlyArray<AskedMonth>, faultOf: (one: AskedMonth) => InputFault | undefined) =>
  months.map(faultOf).find((fault) => fault !== undefined)

/** Of a month that is not over, or whose first working day after it has not come. */
const notPublished = ({ month, by }: AskedMonth): InputFault =>
  inputFault(
    "asOf",
    `${monthInWords(month)} is not published before ${formatCivilDay(londonDayOf(by.asOf))}: with small counts withheld it is shown as it was known then, because two prints of a month would tell small counts between them. Ask again from then on, or ask for every count if you may see the children's records.`
  )

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
    const [month] = months as readonly [CountedMonth]
    const { policy, finish, interviewTimes } = month
    return { add, policy, finish, interviewTimes }
  })

/**
 * Begins to count the scorecards of several months from one reading of a table. What cannot be counted by is an
 * `InputFault` with its field, as for {@link startScorecard}; no month at all is one too, and with `publishedBy` so is a
 * month that is not published at `asOf`.
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
  const { asOf, calendars = publishedCalendars } = question
  const parsed = question.months.map(parseMonth)
  if (parsed.length === 0 || parsed.some(Option.isNone)) return Result.fail(notAMonth)
  const months = parsed.map((one) => askedMonth(Option.getOrThrow(one), question))
  const fault = isInstant(asOf)
    ? firstFault(months, ({ by }) => reckoningFault(asOf, by.policy, calendars))
    : instantFault(asOf, "asOf")
  const early = firstFault(months, (one) => (one.by.asOf > asOf ? notPublished(one) : undefined))
  const refused = fault ?? early
  return refused === undefined ? Result.succeed(countMonths(months, asOf)) : Result.fail(refused)
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

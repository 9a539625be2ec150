import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { type Calendars, calendars as publishedCalendars } from "../calendar/calendar.ts"
import { instantFault } from "../calendar/checkInstant.ts"
import { type Instant, isInstant } from "../calendar/instant.ts"
import { reckoningFault } from "../deadlines/reckoningFault.ts"
import { definedFields } from "../definedFields.ts"
import { type InputFault, inputFault } from "../faults/inputFault.ts"
import { referenceKey } from "../pathway/referenceSpelling.ts"
import type { Policy } from "../policy/policy.ts"
import { scorecardRulesOf } from "../policy/usualScorecardRules.ts"
import { type Breakdown, byAbsence, byArea, byCaseStatus, byMissingFrom, byRisk } from "./breakdown.ts"
import { byDuration } from "./byDuration.ts"
import { type Concentration, concentrationOf, episodesByChild } from "./concentration.ts"
import { type Frequency, frequencyOf } from "./frequency.ts"
import { type Interviews, interviewsOf } from "./interviews.ts"
import { type InterviewTimes, interviewTimesOf } from "./interviewTimes.ts"
import type { OwedInterview } from "./interviewVerdict.ts"
import { addMonths, formatMonth, type Month, parseMonth, startOfMonth } from "./month.ts"
import { endOfRow, type MonthEpisode } from "./monthEpisode.ts"
import { type Notice, noticeOf } from "./notice.ts"
import { type Recurrence, recurrenceOf } from "./recurrence.ts"
import { type Repeat, repeatOf } from "./repeat.ts"
import { rowAsOf } from "./rowAsOf.ts"
import type { ScorecardRow } from "./scorecardRow.ts"
import { type TrendMonth, trendOf } from "./trend.ts"

/** The episodes of the month, which began in it. */
export interface EpisodeCounts {
  readonly total: number
  readonly children: number
  readonly byAbsence: Breakdown
  readonly byMissingFrom: Breakdown
  readonly byCaseStatus: Breakdown
  readonly byArea: Breakdown
  readonly byRisk: Breakdown
  readonly byDuration: Breakdown
}

/** What managers read of one month. Every count says of what it is; every share what it is made of. */
export interface Scorecard {
  /** `YYYY-MM`, London's. */
  readonly month: string
  readonly asOf: Instant
  /** The id of the one policy by which every episode was judged. */
  readonly policy: string
  readonly episodes: EpisodeCounts
  readonly repeat: Repeat
  readonly recurrence: Recurrence
  readonly frequency: Frequency
  readonly concentration: Concentration
  readonly notice: Notice
  readonly trend: ReadonlyArray<TrendMonth>
  readonly rhi: Interviews
}

export interface ScorecardQuestion {
  /** A London calendar month, `YYYY-MM`. */
  readonly month: string
  /** What is dated later is not known. */
  readonly asOf: Instant
  /** For every episode alike, whatever was frozen onto it. */
  readonly policy: Policy
  readonly calendars?: Calendars
}

/** Takes the rows of a table one by one, in any order; of a row it keeps two numbers, and the whole of the month's. */
export interface ScorecardCount {
  readonly add: (row: ScorecardRow) => void
  /** The scorecard of what was added so far. */
  readonly finish: () => Scorecard
  /** How long after the return the month's interviews of what was added so far were held. */
  readonly interviewTimes: () => InterviewTimes
}

/** Children by number: every spelling of a reference is one child. */
const childNumbers = () => {
  const bySpelling = new Map<string, number>()
  const byKey = new Map<string, number>()
  return (reference: string): number => {
    const known = bySpelling.get(reference)
    if (known !== undefined) return known
    const key = referenceKey(reference)
    const child = byKey.get(key) ?? byKey.size
    byKey.set(key, child)
    bySpelling.set(reference, child)
    return child
  }
}

const count = (month: Month, { asOf, policy, calendars = publishedCalendars }: ScorecardQuestion): ScorecardCount => {
  const [from, before] = [startOfMonth(month), startOfMonth(addMonths(month, 1))]
  const isInMonth = (time: Instant | undefined): time is Instant => time !== undefined && time >= from && time < before
  const childOf = childNumbers()
  const starts = { children: [] as Array<number>, times: [] as Array<Instant> }
  const episodes: Array<MonthEpisode> = []
  const owed: Array<OwedInterview> = []
  return {
    add: (given) => {
      const row = rowAsOf(given, asOf)
      if (row === undefined) return
      const { missing_at: missingAt, returned_at: returnedAt } = row
      if (isInMonth(returnedAt)) owed.push({ returnedAt, row })
      if (missingAt === undefined) return
      const child = childOf(row.child_ref)
      starts.children.push(child)
      starts.times.push(missingAt)
      if (isInMonth(missingAt)) episodes.push({ child, missingAt, endedAt: endOfRow(row), row })
    },
    finish: () => ({
      month: formatMonth(month),
      asOf,
      policy: policy.id,
      episodes: {
        total: episodes.length,
        children: episodesByChild(episodes).size,
        byAbsence: byAbsence(episodes),
        byMissingFrom: byMissingFrom(episodes),
        byCaseStatus: byCaseStatus(episodes),
        byArea: byArea(episodes),
        byRisk: byRisk(episodes),
        byDuration: byDuration(episodes)
      },
      repeat: repeatOf(starts, {
        from,
        before,
        ...definedFields({ windowDays: scorecardRulesOf(policy).windowDays?.value })
      }),
      recurrence: recurrenceOf(episodes, starts, asOf),
      frequency: frequencyOf(starts, startOfMonth(addMonths(month, -11)), before),
      concentration: concentrationOf(episodes),
      notice: noticeOf(episodes),
      trend: trendOf(starts, month),
      rhi: interviewsOf(owed, { policy, calendars, asOf }, month)
    }),
    interviewTimes: () => interviewTimesOf(owed, { policy, calendars, asOf }, month)
  }
}

const notAMonth = inputFault("month", "This is not a month. Write it as four digits, a dash and two digits: 2026-06.")

/**
 * Begins to count the scorecard of a month, so that a table need not be held whole; or says in words what cannot be
 * counted by: an `InputFault` with its field.
 *
 * Of a row it keeps two numbers, and the whole of the month's. The months are London's; times of rows and `asOf` are
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
export const startScorecard = (question: ScorecardQuestion): Result.Result<ScorecardCount, InputFault> => {
  const { asOf, policy, calendars = publishedCalendars } = question
  const month = parseMonth(question.month)
  if (Option.isNone(month)) return Result.fail(notAMonth)
  const fault = isInstant(asOf) ? reckoningFault(asOf, policy, calendars) : instantFault(asOf, "asOf")
  return fault === undefined ? Result.succeed(count(month.value, question)) : Result.fail(fault)
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

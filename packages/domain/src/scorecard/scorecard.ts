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
import type { EpisodeStarts } from "./episodeStarts.ts"
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

/** What every month of a table is counted by. */
export interface CountedBy {
  /** What is dated later is not known. */
  readonly asOf: Instant
  /** For every episode alike, whatever was frozen onto it. */
  readonly policy: Policy
  readonly calendars?: Calendars
}

export interface ScorecardQuestion extends CountedBy {
  /** A London calendar month, `YYYY-MM`. */
  readonly month: string
}

export interface ScorecardsQuestion extends CountedBy {
  /** London calendar months, `YYYY-MM`, at least one. */
  readonly months: ReadonlyArray<string>
}

/** One month of a table that is being counted. */
export interface CountedMonth {
  /** The scorecard of what was added so far. */
  readonly finish: () => Scorecard
  /** How long after the return the month's interviews of what was added so far were held. */
  readonly interviewTimes: () => InterviewTimes
}

/** Takes the rows of a table one by one, in any order; of a row it keeps two numbers, and the whole of the month's. */
export interface ScorecardCount extends CountedMonth {
  readonly add: (row: ScorecardRow) => void
}

/** The same for several months at once, in the order in which they were asked for. */
export interface ScorecardCounts {
  readonly add: (row: ScorecardRow) => void
  readonly months: ReadonlyArray<CountedMonth>
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

/** What is kept of a table for one of the months that are asked for. */
interface OpenMonth {
  readonly month: Month
  readonly from: Instant
  readonly before: Instant
  readonly episodes: Array<MonthEpisode>
  readonly owed: Array<OwedInterview>
}

const openMonth = (month: Month): OpenMonth => ({
  month,
  from: startOfMonth(month),
  before: startOfMonth(addMonths(month, 1)),
  episodes: [],
  owed: []
})

const isIn = ({ from, before }: OpenMonth, time: Instant | undefined): time is Instant =>
  time !== undefined && time >= from && time < before

const scorecardOfMonth = (
  { month, from, before, episodes, owed }: OpenMonth,
  starts: EpisodeStarts,
  { asOf, policy, calendars = publishedCalendars }: CountedBy
): Scorecard => ({
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
})

const countMonths = (months: ReadonlyArray<Month>, question: CountedBy): ScorecardCounts => {
  const { asOf, policy, calendars = publishedCalendars } = question
  const childOf = childNumbers()
  const starts = { children: [] as Array<number>, times: [] as Array<Instant> }
  const open = months.map(openMonth)
  return {
    add: (given) => {
      const row = rowAsOf(given, asOf)
      if (row === undefined) return
      const { missing_at: missingAt, returned_at: returnedAt } = row
      for (const month of open) if (isIn(month, returnedAt)) month.owed.push({ returnedAt, row })
      if (missingAt === undefined) return
      const child = childOf(row.child_ref)
      starts.children.push(child)
      starts.times.push(missingAt)
      for (const month of open) {
        if (isIn(month, missingAt)) month.episodes.push({ child, missingAt, endedAt: endOfRow(row), row })
      }
    },
    months: open.map((month) => ({
      finish: () => scorecardOfMonth(month, starts, question),
      interviewTimes: () => interviewTimesOf(month.owed, { policy, calendars, asOf }, month.month)
    }))
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

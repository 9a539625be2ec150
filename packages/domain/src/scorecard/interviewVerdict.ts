import * as Option from "effect/Option"
import * as Result from "effect/Result"
import type { Calendars } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { anchorOf } from "../deadlines/anchor.ts"
import type { ClockResult } from "../deadlines/clockResults.ts"
import { type DueTimes, dueTimes } from "../deadlines/dueTimes.ts"
import { isWithinElapsedClock } from "../deadlines/elapsedClock.ts"
import { isWithinWorkingDayClock } from "../deadlines/workingDayClock.ts"
import type { Policy } from "../policy/policy.ts"
import type { ScorecardRow } from "./scorecardRow.ts"

/**
 * An interview of the month: owed for an episode with `returned_at` in it, in London. Episodes are counted, so that one
 * interview over three of them counts three times.
 *
 * Source: Devon, freedom of information answer: one interview may cover several episodes.
 */
export interface OwedInterview {
  readonly returnedAt: Instant
  readonly row: ScorecardRow
}

/** By which rules and up to when verdicts are given. */
export interface Judgement {
  readonly policy: Policy
  readonly calendars: Calendars
  readonly asOf: Instant
}

export interface InterviewVerdicts {
  readonly within72Hours: ClockResult
  readonly within3WorkingDays: ClockResult
}

const verdictBy = (
  { returnedAt, row: { rhi_completed_at: completedAt } }: OwedInterview,
  asOf: Instant,
  isWithin: (at: Instant) => boolean
): ClockResult => {
  if (completedAt === undefined) return isWithin(asOf) ? "notYetDue" : "missed"
  if (completedAt < returnedAt) return "notMeasurable"
  return isWithin(completedAt) ? "met" : "missed"
}

/** From when both clocks of an interview run: the policy's anchor. */
export const clockStartOf = ({ returnedAt, row }: OwedInterview, policy: Policy): Instant => {
  const times = { returnedAt, foundAt: row.found_at, notifiedAt: row.notified_at }
  return Option.match(anchorOf(times, policy), { onNone: () => returnedAt, onSome: (anchor) => anchor.from })
}

const dueTimesOf = (owed: OwedInterview, { policy, calendars }: Judgement): Result.Result<DueTimes, unknown> =>
  dueTimes(clockStartOf(owed, policy), policy, calendars)

/**
 * Both clocks of one interview, under one policy and not the one frozen onto the episode. An interview dated before the
 * return is not measurable; one that was not held is missed once it is past due, for whatever reason it was not done.
 * Whether it was offered plays no part.
 *
 * Source: Statutory guidance on children who run away or go missing (January 2014): carried out within 72 hours of the
 * return; Rotherham "Missing from Home, Care and School" scorecard: complete within 3 working days.
 */
export const interviewVerdicts = (owed: OwedInterview, judgement: Judgement): InterviewVerdicts =>
  Result.match(dueTimesOf(owed, judgement), {
    onFailure: () => ({ within72Hours: "notMeasurable", within3WorkingDays: "notMeasurable" }),
    onSuccess: ({ elapsedDueAt, workingDaysDueAt }) => ({
      within72Hours: verdictBy(owed, judgement.asOf, (at) => isWithinElapsedClock({ dueAt: elapsedDueAt }, at)),
      within3WorkingDays: verdictBy(owed, judgement.asOf, (at) =>
        isWithinWorkingDayClock({ dueAt: workingDaysDueAt }, at)
      )
    })
  })

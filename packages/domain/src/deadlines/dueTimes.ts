import * as Result from "effect/Result"
import { type Calendars, calendars, nthWorkingDayAfter } from "../calendar/calendar.ts"
import type { CivilDay } from "../calendar/civilDay.ts"
import type { Instant } from "../calendar/instant.ts"
import { londonDayOf, startOfLondonDay } from "../calendar/londonTime.ts"
import type { InputFault } from "../faults/inputFault.ts"
import type { Policy } from "../policy/policy.ts"
import { reckoningFault } from "./reckoningFault.ts"
import { cutoffOf } from "./workingDayClock.ts"

/** Both deadlines as bare figures, for work over many thousands of episodes. Same answers as `clocksFor`. */
export interface DueTimes {
  /** Epoch milliseconds. The moment itself is still within. */
  readonly elapsedDueAt: Instant
  readonly workingDaysDueDay: CivilDay
  /** Epoch milliseconds. Within is before this moment. */
  readonly workingDaysDueAt: Instant
  /** True when the count leans on days for which no bank holidays have been published. */
  readonly projected: boolean
}

const AN_HOUR = 3_600_000

/**
 * Both clocks for one return, without the explanation.
 *
 * Whole numbers and tables counted once: no `Date`, no time zone data, no walk from day to day. Written out rather
 * than put together from `elapsedClock` and `workingDayClock`, because at this size every call costs as much as the
 * work; the tests hold the two together, every hour from 2012 to 2042.
 *
 * The same faults as {@link clocksFor}; nothing throws.
 *
 * @param from epoch milliseconds: what the policy's `anchor` names, by default the return
 * @param on the calendar of each nation; the library's where it is left out
 *
 * @example
 * ```ts
 * import { formatCivilDay, formatInstant, utc } from "@safe-return/domain/calendar"
 * import { dueTimes } from "@safe-return/domain/deadlines"
 * import { rotherham } from "@safe-return/domain/policy"
 * import { Result } from "effect"
 *
 * const due = Result.getOrThrow(dueTimes(utc(2026, 12, 23, 20), rotherham))
 * formatInstant(due.elapsedDueAt) // "2026-12-26T20:00:00.000Z"
 * formatCivilDay(due.workingDaysDueDay) // "2026-12-30"
 * formatInstant(due.workingDaysDueAt) // "2026-12-31T00:00:00.000Z"
 * ```
 */
export const dueTimes = (
  from: Instant,
  policy: Policy,
  on: Calendars = calendars
): Result.Result<DueTimes, InputFault> => {
  const fault = reckoningFault(from, policy, on)
  if (fault !== undefined) return Result.fail(fault)
  const { interview } = policy
  const calendar = on[interview.calendar.value]
  const day = londonDayOf(from)
  const dayZero = (interview.dayZero.value === "return-day" ? day : day - 1) as CivilDay
  const dueDay = nthWorkingDayAfter(calendar, dayZero, interview.workingDays.value)
  const isWholeDay = interview.cutoff.value === "end-of-day"
  return Result.succeed({
    elapsedDueAt: (from + interview.hours.value * AN_HOUR) as Instant,
    workingDaysDueDay: dueDay,
    workingDaysDueAt: isWholeDay ? startOfLondonDay((dueDay + 1) as CivilDay) : cutoffOf(dueDay, interview),
    projected: dayZero + 1 < calendar.publishedFrom || dueDay > calendar.publishedThrough
  })
}

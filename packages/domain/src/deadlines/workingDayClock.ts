import { type Calendar, nthWorkingDayAfter, reasonNotWorking } from "../calendar/calendar.ts"
import { addDays, type CivilDay } from "../calendar/civilDay.ts"
import type { Instant } from "../calendar/instant.ts"
import { londonDayOf, londonTimeOn, startOfLondonDay } from "../calendar/londonTime.ts"
import type { Policy } from "../policy/policy.ts"

/** One day after day zero, counted or skipped; `because` says why a struck bank holiday counts. */
export type CountedDay =
  | { readonly day: CivilDay; readonly counted: number; readonly because?: string }
  | { readonly day: CivilDay; readonly skipped: string }

/** The working-day clock: within is before `dueAt`, which itself is too late. */
export interface WorkingDayClock {
  readonly dueDay: CivilDay
  /** The cut-off of `dueDay`, by default the moment the next London day begins: the interview is within before it. */
  readonly dueAt: Instant
  /** Every day after day zero up to `dueDay`: the explanation. */
  readonly days: ReadonlyArray<CountedDay>
}

type InterviewClocks = Policy["interview"]

/** Day zero: the London day on which the clock starts, or the day before, by the policy. Not itself counted. */
export const dayZeroOf = (from: Instant, interview: InterviewClocks): CivilDay => {
  const day = londonDayOf(from)
  return interview.dayZero.value === "return-day" ? day : addDays(day, -1)
}

const digits = (text: string, at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48

/** The moment the last working day stops counting. A `cutoff` of `HH:MM` is read by its places. */
export const cutoffOf = (dueDay: CivilDay, { cutoff }: InterviewClocks): Instant =>
  cutoff.value === "end-of-day"
    ? startOfLondonDay(addDays(dueDay, 1))
    : londonTimeOn(dueDay, digits(cutoff.value, 0) * 60 + digits(cutoff.value, 3))

const explained = (calendar: Calendar, dayZero: CivilDay, dueDay: CivilDay): ReadonlyArray<CountedDay> => {
  const days: Array<CountedDay> = []
  let counted = 0
  for (let day = addDays(dayZero, 1); day <= dueDay; day = addDays(day, 1)) {
    const reason = reasonNotWorking(calendar, day)
    if (reason._tag === "Some") {
      days.push({ day, skipped: reason.value })
    } else {
      counted += 1
      const because = calendar.struck.get(day)
      days.push(because === undefined ? { day, counted } : { day, counted, because })
    }
  }
  return days
}

/**
 * The policy's number of working days (3) after day zero, to the cut-off of the last.
 *
 * Source: Rotherham "Missing from Home, Care and School" scorecard, "RHI complete within 3 working days". That the
 * day of return is day 0 and the last day counts to its end is our reading: it is the only convention under which a
 * council that keeps 72 hours always keeps 3 working days too. Under a cut-off of 17:00, or with the day of return
 * as day 1, it does not.
 *
 * @param from epoch milliseconds: what the policy's `anchor` names, by default the return
 */
export const workingDayClock = (from: Instant, policy: Policy, calendar: Calendar): WorkingDayClock => {
  const { interview } = policy
  const dayZero = dayZeroOf(from, interview)
  const dueDay = nthWorkingDayAfter(calendar, dayZero, interview.workingDays.value)
  return { dueDay, dueAt: cutoffOf(dueDay, interview), days: explained(calendar, dayZero, dueDay) }
}

/**
 * Whether an interview carried out at this moment was within: before the cut-off, not at it.
 *
 * @param completedAt epoch milliseconds
 *
 * @example
 * ```ts
 * import { civilDay, startOfLondonDay, utc } from "@safe-return/domain/calendar"
 * import { isWithinWorkingDayClock } from "@safe-return/domain/deadlines"
 *
 * const clock = { dueAt: startOfLondonDay(civilDay(2026, 11, 26)) }
 * isWithinWorkingDayClock(clock, utc(2026, 11, 25, 23, 59)) // true
 * isWithinWorkingDayClock(clock, utc(2026, 11, 26)) // false
 * ```
 */
export const isWithinWorkingDayClock = (clock: Pick<WorkingDayClock, "dueAt">, completedAt: Instant): boolean =>
  completedAt < clock.dueAt

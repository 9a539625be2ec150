import { Option } from "effect"
import { type Calendar, reasonNotWorking } from "../calendar/calendar.ts"
import { addDays, type CivilDay } from "../calendar/civilDay.ts"
import type { Instant } from "../calendar/instant.ts"
import { londonDayOf, startOfLondonDay } from "../calendar/londonTime.ts"
import type { Policy } from "../policy/policy.ts"

/** One day after the return: counted as the nth working day, or skipped with the reason in words. */
export type CountedDay =
  | { readonly day: CivilDay; readonly counted: number }
  | { readonly day: CivilDay; readonly skipped: string }

export interface WorkingDays3 {
  readonly dueDay: CivilDay
  /** The moment the London day after `dueDay` begins: the interview is within before it. */
  readonly dueAt: Instant
  /** Every day after the day of return up to `dueDay`: the explanation. */
  readonly days: ReadonlyArray<CountedDay>
}

/**
 * The policy's number of working days (3) after the London day of return, which is day 0, to the end of the day.
 *
 * Source: Rotherham "Missing from Home, Care and School" scorecard, "RHI complete within 3 working days". That the
 * day of return is day 0 is our reading: it is the only convention under which a council that keeps 72 hours
 * always keeps 3 working days too.
 *
 * @param returnedAt epoch milliseconds
 */
export const workingDays3 = (returnedAt: Instant, policy: Policy, calendar: Calendar): WorkingDays3 => {
  const days: Array<CountedDay> = []
  let day = londonDayOf(returnedAt)
  for (let counted = 0; counted < policy.interview.workingDays.value; ) {
    day = addDays(day, 1)
    const reason = reasonNotWorking(calendar, day)
    if (Option.isSome(reason)) {
      days.push({ day, skipped: reason.value })
    } else {
      counted += 1
      days.push({ day, counted })
    }
  }
  return { dueDay: day, dueAt: startOfLondonDay(addDays(day, 1)), days }
}

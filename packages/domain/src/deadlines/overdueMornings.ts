import { type Calendar, isWorkingDay, nthWorkingDayAfter } from "../calendar/calendar.ts"
import { addDays, type CivilDay } from "../calendar/civilDay.ts"
import { Instant } from "../calendar/instant.ts"
import { londonDayOf, londonTimeOn } from "../calendar/londonTime.ts"
import { minutesOfDay } from "../policy/workingHours.ts"
import type { PendingReminder } from "./reminder.ts"

const lastWorkingDayTo = (day: CivilDay, calendar: Calendar): CivilDay =>
  isWorkingDay(calendar, day) ? day : lastWorkingDayTo(addDays(day, -1), calendar)

/**
 * The working mornings on which an interview is overdue: the last to `now`, since the ones before it have nothing left to
 * say, and the next.
 *
 * @param morning on a London clock, `HH:MM`
 */
export const overdueMornings = (
  dueAt: Instant,
  now: Instant,
  morning: string,
  calendar: Calendar
): ReadonlyArray<PendingReminder> => {
  const minutes = minutesOfDay(morning)
  const on = (day: CivilDay): PendingReminder => ({
    stage: { _tag: "OverdueMorning", day },
    at: londonTimeOn(day, minutes),
    dueAt
  })
  const hasCome = (day: CivilDay, by: number): boolean => londonTimeOn(day, minutes) <= by
  const dayBefore = (day: CivilDay): CivilDay => addDays(day, -1)
  const today = londonDayOf(now)
  const last = on(lastWorkingDayTo(hasCome(today, now) ? today : dayBefore(today), calendar))
  const from = Instant(Math.max(dueAt, now))
  const fromDay = londonDayOf(from)
  const next = on(nthWorkingDayAfter(calendar, hasCome(fromDay, from) ? fromDay : dayBefore(fromDay), 1))
  return last.at > dueAt ? [last, next] : [next]
}

import { type Calendar, isWorkingDay, workingDayAfter } from "../calendar/calendar.ts"
import { Instant, MILLISECONDS_AN_HOUR } from "../calendar/instant.ts"
import { londonDayOf, londonTimeOn } from "../calendar/londonTime.ts"
import { minutesOfDay, type WorkingHours } from "../policy/workingHours.ts"

/**
 * The moment at which the office has been open for so many hours since `from`: what comes in the evening, at the
 * weekend or on a bank holiday counts from the next opening.
 *
 * @param from epoch milliseconds
 * @param hours whole working hours, 1 or more
 */
export const afterWorkingHours = (
  from: Instant,
  hours: number,
  { opens, closes }: WorkingHours,
  calendar: Calendar
): Instant => {
  const [open, close] = [minutesOfDay(opens), minutesOfDay(closes)]
  const day = londonDayOf(from)
  let remaining = hours * MILLISECONDS_AN_HOUR
  if (isWorkingDay(calendar, day)) {
    const begin = Math.max(from, londonTimeOn(day, open))
    const left = Math.max(0, londonTimeOn(day, close) - begin)
    if (remaining <= left) return Instant(begin + remaining)
    remaining -= left
  }
  const length = (close - open) * 60_000
  const daysMore = Math.ceil(remaining / length)
  const last = workingDayAfter(calendar, day, daysMore)
  return Instant(londonTimeOn(last, open) + remaining - (daysMore - 1) * length)
}

/**
 * Dates and times as people in Rotherham read them. Always London's clock, named by the zone and never taken from
 * the host: a deadline read in UTC in July is an hour wrong.
 */
import {
  addHours,
  type CivilDay,
  dayOfWeek,
  type Instant,
  londonClock,
  londonDayOf,
  londonOffset,
  parseCivilDay,
  yearMonthDay
} from "@safe-return/domain/calendar"
import { Option } from "effect"

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const

/** In the hour that comes twice when the clocks go back, which of the two it is. */
const whichOfTwo = (instant: Instant): string => {
  if (londonOffset(instant) > londonOffset(addHours(instant, 1))) return " BST"
  return londonOffset(addHours(instant, -1)) > londonOffset(instant) ? " GMT" : ""
}

/** `Mon 23 Nov 2026` */
export const londonDay = (day: CivilDay): string => {
  const { year, month, day: ofMonth } = yearMonthDay(day)
  return `${WEEKDAYS[dayOfWeek(day)]} ${ofMonth} ${MONTHS[month - 1]} ${year}`
}

/** A sentence of the domain's, whose days are written `2026-11-23`, as people read it. */
export const daysInWords = (text: string): string =>
  text.replaceAll(/\b\d{4}-\d\d-\d\d\b/g, (day) =>
    Option.match(parseCivilDay(day), { onNone: () => day, onSome: londonDay })
  )

const twoDigits = (value: number): string => String(value).padStart(2, "0")

/** `Mon 23 Nov 2026, 18:00` */
export const londonDateTime = (instant: Instant): string => {
  const { hour, minute } = londonClock(instant)
  return `${londonDay(londonDayOf(instant))}, ${twoDigits(hour)}:${twoDigits(minute)}${whichOfTwo(instant)}`
}

const MILLISECONDS_A_MINUTE = 60_000

/**
 * `71 h 50 min`. Hours are never turned into days, because "3 days" hides whether the 72 hours are kept; part
 * minutes are dropped, so that 71:59:59 never reads as 72 hours.
 */
export const hoursAndMinutes = (milliseconds: number): string => {
  const minutes = Math.floor(Math.abs(milliseconds) / MILLISECONDS_A_MINUTE)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return minutes === 0 ? "less than a minute" : `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/** `in 3 h 20 min` before the deadline and at it, `2 h overdue` after it. */
export const timeToDeadline = (dueAt: Instant, now: Instant): string =>
  now > dueAt ? `${hoursAndMinutes(now - dueAt)} overdue` : `in ${hoursAndMinutes(dueAt - now)}`

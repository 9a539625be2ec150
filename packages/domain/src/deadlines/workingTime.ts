/** When the office is open, by London clocks and a nation's working days. */

import { type Calendar, isWorkingDay, nthWorkingDayAfter } from "../calendar/calendar.ts"
import { addDays, type CivilDay } from "../calendar/civilDay.ts"
import { addHours, Instant } from "../calendar/instant.ts"
import { londonDayOf, londonTimeOn } from "../calendar/londonTime.ts"
import { MILLISECONDS_A_MINUTE } from "../calendar/unitsOfTime.ts"
import { minutesOfDay, type WorkingHours } from "../policy/workingHours.ts"

/** When the office opens on a day; asked of working days only. */
const opening = (day: CivilDay, { opens }: WorkingHours): Instant => londonTimeOn(day, minutesOfDay(opens))

/**
 * The moment at which the office has been open for so many minutes since `from`: what comes in the evening, at the
 * weekend or on a bank holiday counts from the next opening.
 *
 * @param from epoch milliseconds; so is the answer
 * @param minutes whole working minutes, 1 or more
 * @param hours opening and closing time on a London clock, `HH:MM`
 *
 * @example
 * ```ts
 * import { englandAndWales, formatInstant, utc } from "@safe-return/domain/calendar"
 * import { afterWorkingMinutes } from "@safe-return/domain/deadlines"
 *
 * const office = { opens: "09:00", closes: "17:00" }
 * // Half an hour before the office closes on a Friday.
 * formatInstant(afterWorkingMinutes(utc(2026, 11, 20, 16, 30), 45, office, englandAndWales)) // "2026-11-23T09:15:00.000Z"
 * ```
 */
export const afterWorkingMinutes = (
  from: Instant,
  minutes: number,
  hours: WorkingHours,
  calendar: Calendar
): Instant => {
  const [open, close] = [minutesOfDay(hours.opens), minutesOfDay(hours.closes)]
  const day = londonDayOf(from)
  let remaining = minutes * MILLISECONDS_A_MINUTE
  if (isWorkingDay(calendar, day)) {
    const begin = Math.max(from, londonTimeOn(day, open))
    const left = Math.max(0, londonTimeOn(day, close) - begin)
    if (remaining <= left) return Instant(begin + remaining)
    remaining -= left
  }
  const length = (close - open) * MILLISECONDS_A_MINUTE
  const daysMore = Math.ceil(remaining / length)
  const last = nthWorkingDayAfter(calendar, day, daysMore)
  return Instant(londonTimeOn(last, open) + remaining - (daysMore - 1) * length)
}

/**
 * {@link afterWorkingMinutes}, for whole working hours.
 *
 * @param from epoch milliseconds; so is the answer
 * @param hours working hours, 1 or more
 * @param office opening and closing time on a London clock, `HH:MM`
 *
 * @example
 * ```ts
 * import { englandAndWales, formatInstant, utc } from "@safe-return/domain/calendar"
 * import { afterWorkingHours } from "@safe-return/domain/deadlines"
 *
 * const office = { opens: "09:00", closes: "17:00" }
 * formatInstant(afterWorkingHours(utc(2026, 11, 20, 16), 4, office, englandAndWales)) // "2026-11-23T12:00:00.000Z"
 * ```
 */
export const afterWorkingHours = (from: Instant, hours: number, office: WorkingHours, calendar: Calendar): Instant =>
  afterWorkingMinutes(from, hours * 60, office, calendar)

/**
 * Whether the office is open at this moment: from opening time, and no longer at closing time, on a working day of the
 * calendar's nation.
 *
 * @param at epoch milliseconds
 * @param hours opening and closing time on a London clock, `HH:MM`
 *
 * @example
 * ```ts
 * import { englandAndWales, utc } from "@safe-return/domain/calendar"
 * import { isWorkingTime } from "@safe-return/domain/deadlines"
 *
 * const office = { opens: "09:00", closes: "17:00" }
 * isWorkingTime(utc(2026, 11, 23, 9), office, englandAndWales) // true
 * isWorkingTime(utc(2026, 11, 23, 17), office, englandAndWales) // false
 * ```
 */
export const isWorkingTime = (at: Instant, hours: WorkingHours, calendar: Calendar): boolean => {
  const day = londonDayOf(at)
  return isWorkingDay(calendar, day) && at >= opening(day, hours) && at < londonTimeOn(day, minutesOfDay(hours.closes))
}

/** The last working day that opened before this moment. */
const lastDayBefore = (end: Instant, office: WorkingHours, calendar: Calendar): CivilDay => {
  let day = londonDayOf(end)
  while (!isWorkingDay(calendar, day) || opening(day, office) >= end) day = addDays(day, -1)
  return day
}

/**
 * When the office last closed, or this moment where it has not closed since it opened.
 *
 * @param now epoch milliseconds; so is the answer
 * @param office opening and closing time on a London clock, `HH:MM`
 *
 * @example
 * ```ts
 * import { englandAndWales, formatInstant, utc } from "@safe-return/domain/calendar"
 * import { lastClosing } from "@safe-return/domain/deadlines"
 *
 * const office = { opens: "09:00", closes: "17:00" }
 * formatInstant(lastClosing(utc(2026, 11, 21, 9, 30), office, englandAndWales)) // "2026-11-20T17:00:00.000Z"
 * ```
 */
export const lastClosing = (now: Instant, office: WorkingHours, calendar: Calendar): Instant =>
  Instant(Math.min(now, londonTimeOn(lastDayBefore(now, office, calendar), minutesOfDay(office.closes))))

/** When the last so many working hours before a moment begin, or the office opens for fewer of them. */
export const lastWorkingHoursBefore = (
  end: Instant,
  hours: number,
  office: WorkingHours,
  calendar: Calendar
): Instant =>
  Instant(
    Math.max(
      opening(lastDayBefore(end, office, calendar), office),
      addHours(lastClosing(end, office, calendar), -hours)
    )
  )

/** This moment if the office is closed, else when it closes. */
export const heldToClosing = (at: Instant, hours: WorkingHours, calendar: Calendar): Instant =>
  isWorkingTime(at, hours, calendar) ? londonTimeOn(londonDayOf(at), minutesOfDay(hours.closes)) : at

/**
 * This moment if the office is open, else when it opens next.
 *
 * @param at epoch milliseconds; so is the answer
 * @param hours opening and closing time on a London clock, `HH:MM`
 *
 * @example
 * ```ts
 * import { englandAndWales, formatInstant, utc } from "@safe-return/domain/calendar"
 * import { heldToWorkingTime } from "@safe-return/domain/deadlines"
 *
 * const office = { opens: "09:00", closes: "17:00" }
 * formatInstant(heldToWorkingTime(utc(2026, 11, 21, 9, 30), office, englandAndWales)) // "2026-11-23T09:00:00.000Z"
 * formatInstant(heldToWorkingTime(utc(2026, 11, 23, 9, 30), office, englandAndWales)) // "2026-11-23T09:30:00.000Z"
 * ```
 */
export const heldToWorkingTime = (at: Instant, hours: WorkingHours, calendar: Calendar): Instant => {
  if (isWorkingTime(at, hours, calendar)) return at
  const day = londonDayOf(at)
  const today = opening(day, hours)
  return isWorkingDay(calendar, day) && at < today ? today : opening(nthWorkingDayAfter(calendar, day, 1), hours)
}

/**
 * When the office next opens or closes, after this moment.
 *
 * @param now epoch milliseconds; so is the answer
 * @param hours opening and closing time on a London clock, `HH:MM`
 *
 * @example
 * ```ts
 * import { englandAndWales, formatInstant, utc } from "@safe-return/domain/calendar"
 * import { nextOfficeChange } from "@safe-return/domain/deadlines"
 *
 * const office = { opens: "09:00", closes: "17:00" }
 * formatInstant(nextOfficeChange(utc(2026, 11, 20, 16), office, englandAndWales)) // "2026-11-20T17:00:00.000Z"
 * formatInstant(nextOfficeChange(utc(2026, 11, 20, 17), office, englandAndWales)) // "2026-11-23T09:00:00.000Z"
 * ```
 */
export const nextOfficeChange = (now: Instant, hours: WorkingHours, calendar: Calendar): Instant =>
  isWorkingTime(now, hours, calendar) ? heldToClosing(now, hours, calendar) : heldToWorkingTime(now, hours, calendar)

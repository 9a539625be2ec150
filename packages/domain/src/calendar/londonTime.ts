/**
 * London civil time, computed from the rule itself so that the host's time zone and zone data play no part.
 *
 * Source: the Summer Time Order 2002 (SI 2002/262): summer time runs from 01:00 GMT on the last Sunday of March
 * to 01:00 GMT on the last Sunday of October. Held against the host's zone data, every hour of the clock-change
 * weeks, in the tests. Valid from 2002 until Parliament changes the rule.
 */

import { addDays, CivilDay, civilDay, dayOfWeek, yearMonthDay } from "./civilDay.ts"
import { Instant } from "./instant.ts"
import { MILLISECONDS_A_DAY, MILLISECONDS_AN_HOUR } from "./unitsOfTime.ts"

const utcDayOf = (instant: Instant): CivilDay => CivilDay(Math.floor(instant / MILLISECONDS_A_DAY))

const lastSunday = (year: number, month: 3 | 10): CivilDay => {
  const lastDay = civilDay(year, month, 31)
  return addDays(lastDay, -dayOfWeek(lastDay))
}

const changeIn = (year: number, month: 3 | 10): number =>
  lastSunday(year, month) * MILLISECONDS_A_DAY + MILLISECONDS_AN_HOUR

const offsetBetween = (instant: Instant, spring: number, autumn: number): number =>
  instant >= spring && instant < autumn ? MILLISECONDS_AN_HOUR : 0

const FIRST_YEAR = 2002
const YEARS = 100

const yearsFrom2002 = Array.from({ length: YEARS }, (_, index) => FIRST_YEAR + index)
const springs = Float64Array.from(yearsFrom2002, (year) => changeIn(year, 3))
const autumns = Float64Array.from(yearsFrom2002, (year) => changeIn(year, 10))

const MEAN_YEAR = 365.2425 * MILLISECONDS_A_DAY

/**
 * Milliseconds by which London's clocks are ahead of UTC at this moment: an hour in summer time, else 0.
 *
 * Source: the Summer Time Order 2002 (SI 2002/262), from 01:00 GMT on the last Sunday of March to 01:00 GMT on the
 * last Sunday of October; reckoned so for other years too.
 *
 * @param instant epoch milliseconds
 *
 * @example
 * ```ts
 * import { londonOffset, utc } from "@safe-return/domain/calendar"
 *
 * londonOffset(utc(2026, 3, 29, 0, 59)) // 0
 * londonOffset(utc(2026, 3, 29, 1)) // 3600000
 * ```
 */
export const londonOffset = (instant: Instant): number => {
  // Counted in mean years the year may be one out for a day or two around New Year, when it is winter in both.
  const index = Math.floor(instant / MEAN_YEAR) + (1970 - FIRST_YEAR)
  const spring = springs[index]
  const autumn = autumns[index]
  if (spring !== undefined && autumn !== undefined) return offsetBetween(instant, spring, autumn)
  const { year } = yearMonthDay(utcDayOf(instant))
  return offsetBetween(instant, changeIn(year, 3), changeIn(year, 10))
}

/**
 * The moment, in epoch milliseconds, at which a London clock shows this time on this day. On the Sunday in October on
 * which it comes twice, the first; on the Sunday in March on which it is skipped, an hour later by the clock.
 *
 * @param day whole days since 1970-01-01, London's
 * @param minutes since midnight by the clock, such as 570 for 09:30
 *
 * @example
 * ```ts
 * import { civilDay, formatInstant, londonTimeOn } from "@safe-return/domain/calendar"
 *
 * formatInstant(londonTimeOn(civilDay(2026, 7, 1), 9 * 60 + 30)) // "2026-07-01T08:30:00.000Z"
 * formatInstant(londonTimeOn(civilDay(2026, 10, 25), 60 + 30)) // "2026-10-25T00:30:00.000Z"
 * ```
 */
export const londonTimeOn = (day: CivilDay, minutes: number): Instant => {
  const asUtc = Instant(day * MILLISECONDS_A_DAY + minutes * 60_000)
  const anHourBefore = Instant(asUtc - MILLISECONDS_AN_HOUR)
  return londonOffset(anHourBefore) === 0 ? asUtc : anHourBefore
}

const FIRST_DAY = civilDay(FIRST_YEAR, 1, 1)

/** At `day - FIRST_DAY`: 1 when that London day begins in summer time, else 0. The clocks change after midnight. */
const beginsInSummer = new Uint8Array(civilDay(FIRST_YEAR + YEARS, 1, 1) - FIRST_DAY)
for (const year of yearsFrom2002) {
  beginsInSummer.fill(1, lastSunday(year, 3) + 1 - FIRST_DAY, lastSunday(year, 10) + 1 - FIRST_DAY)
}

/**
 * The moment a London day begins, in epoch milliseconds. Midnight is never skipped or repeated: the clocks change at
 * 01:00 GMT.
 *
 * @param day whole days since 1970-01-01, London's
 *
 * @example
 * ```ts
 * import { civilDay, formatInstant, startOfLondonDay } from "@safe-return/domain/calendar"
 *
 * formatInstant(startOfLondonDay(civilDay(2026, 7, 1))) // "2026-06-30T23:00:00.000Z"
 * formatInstant(startOfLondonDay(civilDay(2026, 12, 1))) // "2026-12-01T00:00:00.000Z"
 * ```
 */
export const startOfLondonDay = (day: CivilDay): Instant => {
  const summer = beginsInSummer[day - FIRST_DAY]
  if (summer === undefined) return londonTimeOn(day, 0)
  return (day * MILLISECONDS_A_DAY - summer * MILLISECONDS_AN_HOUR) as Instant
}

/**
 * The London day in which this moment falls, as whole days since 1970-01-01: after 23:00 UTC in summer that is already
 * the next day.
 *
 * @param instant epoch milliseconds
 *
 * @example
 * ```ts
 * import { formatCivilDay, londonDayOf, utc } from "@safe-return/domain/calendar"
 *
 * formatCivilDay(londonDayOf(utc(2026, 7, 1, 23, 30))) // "2026-07-02"
 * formatCivilDay(londonDayOf(utc(2026, 12, 1, 23, 30))) // "2026-12-01"
 * ```
 */
export const londonDayOf = (instant: Instant): CivilDay => {
  // Days fit into 32 bits, in which they are counted fastest.
  const tomorrow = (Math.floor(instant / MILLISECONDS_A_DAY) | 0) + 1
  const summer = beginsInSummer[tomorrow - FIRST_DAY]
  if (summer === undefined) return utcDayOf(Instant(instant + londonOffset(instant)))
  const hasBegun = tomorrow * MILLISECONDS_A_DAY - instant <= summer * MILLISECONDS_AN_HOUR
  return (hasBegun ? tomorrow : tomorrow - 1) as CivilDay
}

/**
 * The date and time that a clock in London shows: months and days count from 1, `weekday` 0 is Sunday, `hour` is 0 to
 * 23.
 *
 * @param instant epoch milliseconds
 *
 * @example
 * ```ts
 * import { londonClock, utc } from "@safe-return/domain/calendar"
 *
 * londonClock(utc(2026, 7, 1, 23, 30)) // {"year":2026,"month":7,"day":2,"weekday":4,"hour":0,"minute":30}
 * ```
 */
export const londonClock = (instant: Instant) => {
  const local = instant + londonOffset(instant)
  const day = CivilDay(Math.floor(local / MILLISECONDS_A_DAY))
  const minutes = Math.floor((local - day * MILLISECONDS_A_DAY) / 60_000)
  return { ...yearMonthDay(day), weekday: dayOfWeek(day), hour: Math.floor(minutes / 60), minute: minutes % 60 }
}

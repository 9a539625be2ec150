/**
 * London civil time, computed from the rule itself so that the host's time zone and zone data play no part.
 *
 * Source: the Summer Time Order 2002 (SI 2002/262): summer time runs from 01:00 GMT on the last Sunday of March
 * to 01:00 GMT on the last Sunday of October. Held against the host's zone data, every hour of the clock-change
 * weeks, in the tests. Valid from 2002 until Parliament changes the rule.
 */
import { addDays, CivilDay, civilDay, dayOfWeek, yearMonthDay } from "./civilDay.ts"
import { Instant, MILLISECONDS_AN_HOUR } from "./instant.ts"

const MILLISECONDS_A_DAY = 24 * MILLISECONDS_AN_HOUR

const lastSunday = (year: number, month: 3 | 10): CivilDay => {
  const lastDay = civilDay(year, month, 31)
  return addDays(lastDay, -dayOfWeek(lastDay))
}

const utcDayOf = (instant: Instant): CivilDay => CivilDay(Math.floor(instant / MILLISECONDS_A_DAY))

/** Milliseconds by which London's clocks are ahead of UTC at this moment: an hour in summer, else nothing. */
export const londonOffset = (instant: Instant): number => {
  const { year } = yearMonthDay(utcDayOf(instant))
  const changeOn = (day: CivilDay) => day * MILLISECONDS_A_DAY + MILLISECONDS_AN_HOUR
  const isSummer = instant >= changeOn(lastSunday(year, 3)) && instant < changeOn(lastSunday(year, 10))
  return isSummer ? MILLISECONDS_AN_HOUR : 0
}

/** The London day in which this moment falls: after 23:00 UTC in summer that is already the next day. */
export const londonDayOf = (instant: Instant): CivilDay => utcDayOf(Instant(instant + londonOffset(instant)))

/** The moment a London day begins. Midnight is never skipped or repeated: the clocks change at 01:00 GMT. */
export const startOfLondonDay = (day: CivilDay): Instant => {
  const asUtc = Instant(day * MILLISECONDS_A_DAY)
  const anHourBefore = Instant(asUtc - MILLISECONDS_AN_HOUR)
  return londonOffset(anHourBefore) === 0 ? asUtc : anHourBefore
}

/** Year, month, day, hour and minute on a clock in London. */
export const londonClock = (instant: Instant) => {
  const local = instant + londonOffset(instant)
  const day = CivilDay(Math.floor(local / MILLISECONDS_A_DAY))
  const minutes = Math.floor((local - day * MILLISECONDS_A_DAY) / 60_000)
  return { ...yearMonthDay(day), weekday: dayOfWeek(day), hour: Math.floor(minutes / 60), minute: minutes % 60 }
}

/**
 * London clock times for people to read and to type, whatever zone the browser is in.
 *
 * A "clock time" is what a browser's date-and-time field holds: `2026-11-16T09:00`, no zone. Here it always means
 * a clock in London, so that twice a year it needs care: an hour that happens twice, and one that never happens.
 */
import type { Instant } from "@safe-return/domain/calendar"
import {
  londonClockTime as clockTimeOf,
  londonDateTime,
  londonDayOfMoment,
  londonTimeOfDay as timeOfDay
} from "@safe-return/wording/londonDates"

const MINUTE_MS = 60_000
const SUMMER_OFFSET_MS = 60 * MINUTE_MS

/** The moments a London clock shows this time: two, earlier first, when clocks go back; none when they go forward. */
export const momentsOf = (clockTime: string): ReadonlyArray<number> => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(clockTime)) return []
  const toTheMinute = clockTime.slice(0, 16)
  const asUtc = Date.parse(`${toTheMinute}:00Z`)
  if (Number.isNaN(asUtc)) return []
  return [asUtc - SUMMER_OFFSET_MS, asUtc].filter((ms) => londonClockTime(ms) === toTheMinute)
}

/** What a clock in London shows at this moment. */
export const londonClockTime = (ms: number): string => clockTimeOf(ms as Instant)

/** `Monday 16 November 2026` */
export const londonDay = (ms: number): string => londonDayOfMoment(ms as Instant)

/** `Mon 16 Nov 2026, 09:00` */
export const londonDayAndTime = (ms: number): string => londonDateTime(ms as Instant)

/** `09:00` */
export const londonTimeOfDay = (ms: number): string => timeOfDay(ms as Instant)

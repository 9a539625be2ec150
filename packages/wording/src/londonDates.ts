/** Dates and times as people read them: London's, whatever zone the host is in. */
import { tz, tzOffset } from "@date-fns/tz"
import type { CivilDay, Instant } from "@safe-return/domain/calendar"
import { millisecondsInDay, millisecondsInHour } from "date-fns/constants"
import { format } from "date-fns/format"

const LONDON = "Europe/London"
const inLondon = { in: tz(LONDON) }
/** A day has no zone: written and read in this one, no host's midnight can move it. */
const inUtc = { in: tz("UTC") }

/** A date is formatted once, at 36 µs: a page of cases repeats the same few hundred. */
const KEPT = 10_000
const kept = new Map<string, string>()

const formatted = (moment: number, pattern: string, zone: typeof inLondon): string => {
  const key = `${pattern} ${zone === inUtc} ${moment}`
  const known = kept.get(key)
  if (known !== undefined) return known
  if (kept.size >= KEPT) kept.clear()
  const text = format(moment, pattern, zone)
  kept.set(key, text)
  return text
}

/** London's offset from UTC at a moment, in minutes: 0 or 60. */
const offsetAt = (moment: number): number => tzOffset(LONDON, new Date(moment))

/** In the hour that comes twice when the clocks go back, which of the two it is. */
const whichOfTwo = (instant: Instant): string => {
  const offset = offsetAt(instant)
  if (offset > offsetAt(instant + millisecondsInHour)) return " BST"
  return offsetAt(instant - millisecondsInHour) > offset ? " GMT" : ""
}

const ofDay = (day: CivilDay, pattern: string): string => formatted(day * millisecondsInDay, pattern, inUtc)

/**
 * `Mon 23 Nov 2026`
 *
 * @example
 * londonDay(civilDay(2026, 11, 23)) // "Mon 23 Nov 2026"
 */
export const londonDay = (day: CivilDay): string => ofDay(day, "EEE d MMM yyyy")

/** `Monday 23 November 2026` */
export const londonDayInFull = (day: CivilDay): string => ofDay(day, "EEEE d MMMM yyyy")

/**
 * `Mon 23 Nov 2026, 18:00`; in the hour that comes twice, with `BST` or `GMT`.
 *
 * @example
 * londonDateTime(utc(2026, 10, 25, 0, 30)) // "Sun 25 Oct 2026, 01:30 BST"
 */
export const londonDateTime = (instant: Instant): string =>
  `${formatted(instant, "EEE d MMM yyyy, HH:mm", inLondon)}${whichOfTwo(instant)}`

/** `Wednesday 23 December 2026, 20:00 GMT` */
export const londonDateTimeInFull = (instant: Instant): string =>
  `${formatted(instant, "EEEE d MMMM yyyy, HH:mm", inLondon)} ${offsetAt(instant) === 0 ? "GMT" : "BST"}`

/** `Monday 23 November 2026`, the day that a clock in London shows at this moment. */
export const londonDayOfMoment = (instant: Instant): string => formatted(instant, "EEEE d MMMM yyyy", inLondon)

/** `09:00` */
export const londonTimeOfDay = (instant: Instant): string => formatted(instant, "HH:mm", inLondon)

/** `2026-11-16T09:00`, what a date-and-time field of a browser holds. */
export const londonClockTime = (instant: Instant): string => formatted(instant, "yyyy-MM-dd'T'HH:mm", inLondon)

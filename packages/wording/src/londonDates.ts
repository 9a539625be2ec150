/** Dates and times as people read them: London's, whatever zone the host is in. */
import { tz, tzOffset } from "@date-fns/tz"
import { type CivilDay, Instant } from "@safe-return/domain/calendar"
import { add } from "date-fns/add"
import { millisecondsInDay, millisecondsInHour, millisecondsInMinute } from "date-fns/constants"
import { format } from "date-fns/format"
import { sub } from "date-fns/sub"

const LONDON = "Europe/London"
const inLondon = { in: tz(LONDON) }
/** A day has no zone: written and read in this one, no host's midnight can move it. */
const inUtc = { in: tz("UTC") }

/** More moments than a council shows in a day; then all are forgotten. */
const REMEMBERED = 10_000

/** Writing a date takes 36 µs, and a page of cases repeats the same few hundred. */
const memoize = <Moment extends number, Written>(write: (moment: Moment) => Written): ((moment: Moment) => Written) => {
  const cache = new Map<Moment, Written>()
  return (moment) => {
    const known = cache.get(moment)
    if (known !== undefined) return known
    if (cache.size >= REMEMBERED) cache.clear()
    const text = write(moment)
    cache.set(moment, text)
    return text
  }
}

/** London's offset from UTC at a moment, in minutes: 0 or 60. */
const offsetAt = (moment: number): number => tzOffset(LONDON, new Date(moment))

/** In the hour that comes twice when the clocks go back, which of the two it is. */
const whichOfTwo = (instant: Instant): string => {
  const offset = offsetAt(instant)
  if (offset > offsetAt(instant + millisecondsInHour)) return " BST"
  return offsetAt(instant - millisecondsInHour) > offset ? " GMT" : ""
}

const day = (pattern: string) => memoize((civilDay: CivilDay) => format(civilDay * millisecondsInDay, pattern, inUtc))

/** No pattern shows seconds, so that all moments of a minute are written alike. */
const moment = (pattern: string, after: (instant: Instant) => string = () => "") => {
  const ofMinute = memoize((minute: number) => {
    const instant = Instant(minute * millisecondsInMinute)
    return `${format(instant, pattern, inLondon)}${after(instant)}`
  })
  return (instant: Instant): string => ofMinute(Math.floor(instant / millisecondsInMinute))
}

/**
 * `Mon 23 Nov 2026`
 *
 * @example
 * londonDay(civilDay(2026, 11, 23)) // "Mon 23 Nov 2026"
 */
export const londonDay = day("EEE d MMM yyyy")

/** `Monday 23 November 2026` */
export const londonDayInFull = day("EEEE d MMMM yyyy")

/**
 * `Mon 23 Nov 2026, 18:00`; in the hour that comes twice, with `BST` or `GMT`.
 *
 * @example
 * londonDateTime(utc(2026, 10, 25, 0, 30)) // "Sun 25 Oct 2026, 01:30 BST"
 */
export const londonDateTime = moment("EEE d MMM yyyy, HH:mm", whichOfTwo)

/** How a text that people read writes its days and moments. */
export interface DateWords {
  readonly day: (day: CivilDay) => string
  readonly dateTime: (instant: Instant) => string
}

export const datesInFull: DateWords = { day: londonDay, dateTime: londonDateTime }

const dayOfThisYear = day("EEE d MMM")
const momentOfThisYear = moment("EEE d MMM, HH:mm", whichOfTwo)

/** Within so long of today a date means one year only, to any reader. */
const YEAR_IS_PLAIN_WITHIN = { months: 6 }

/**
 * Dates as seen from a moment: those within six months of it go without their year.
 *
 * @example
 * datesSeenFrom(utc(2026, 11, 23)).dateTime(utc(2026, 12, 23, 20)) // "Wed 23 Dec, 20:00"
 */
export const datesSeenFrom = memoize((now: Instant): DateWords => {
  const [first, last] = [sub(now, YEAR_IS_PLAIN_WITHIN, inLondon), add(now, YEAR_IS_PLAIN_WITHIN, inLondon)].map(Number)
  const isPlain = (at: number): boolean => first !== undefined && last !== undefined && at >= first && at <= last
  return {
    day: (civilDay) => (isPlain(civilDay * millisecondsInDay) ? dayOfThisYear : londonDay)(civilDay),
    dateTime: (instant) => (isPlain(instant) ? momentOfThisYear : londonDateTime)(instant)
  }
})

/** `Wednesday 23 December 2026, 20:00 GMT` */
export const londonDateTimeInFull = moment("EEEE d MMMM yyyy, HH:mm", (instant) =>
  offsetAt(instant) === 0 ? " GMT" : " BST"
)

/** `Monday 23 November 2026`, the day that a clock in London shows at this moment. */
export const londonDayOfMoment = moment("EEEE d MMMM yyyy")

/** `09:00` */
export const londonTimeOfDay = moment("HH:mm")

/** `2026-11-16T09:00`, what a date-and-time field of a browser holds. */
export const londonClockTime = moment("yyyy-MM-dd'T'HH:mm")

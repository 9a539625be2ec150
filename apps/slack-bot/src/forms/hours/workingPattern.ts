/** Working days and hours, as they are typed in a command or a form. */

import { type Weekday, type WorkingPattern, weekdays } from "@safe-return/domain/escalation"
import { plainCharacters } from "@safe-return/domain/pathway"
import { readClockPhrase } from "../../listeners/commands/clockPhrase.ts"

const DAY = "(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
const TIME = "(?:\\d{1,2}(?:[:.]\\d\\d)?|\\d{3,4}|noon|midday)\\s*(?:am|pm)?(?:\\s*h(?:ou)?rs?)?"
const STRETCH = new RegExp(
  `(${DAY}(?:(?:\\s*(?:-|,|&)\\s*|\\s+(?:to\\s+|and\\s+)?)${DAY})*)\\s+(${TIME})\\s*(?:-|to)\\s*(${TIME})(?![\\w:])`,
  "gi"
)

const dayNamed = (word: string): Weekday | undefined =>
  weekdays.find((day) => word.length >= 3 && day.startsWith(word.replace(/^(tue|thu|wed)[a-z]*$/, "$1")))

/** The days between the first and the last of `mon-thu`, or those named; none when one of them is no day. */
const daysIn = (text: string): ReadonlyArray<Weekday> => {
  const range = /^([a-z]+)\s*(?:-|to)\s*([a-z]+)$/.exec(text)
  const named = (range === null ? text.split(/\s*[,&]\s*|\s+and\s+|\s+/) : range.slice(1)).map(dayNamed)
  if (named.includes(undefined)) return []
  const days = named as ReadonlyArray<Weekday>
  const [first, last] = days
  return range === null || first === undefined || last === undefined
    ? days
    : weekdays.slice(weekdays.indexOf(first), weekdays.indexOf(last) + 1)
}

const MINUTES_OF_HALF_DAY = 720

/** The minutes since midnight that a time may stand for: two where neither morning nor evening was said. */
const minutesIn = (text: string): ReadonlyArray<number> => {
  const clock = readClockPhrase(text.trim().replaceAll(/\s+/g, " "))
  if (clock === undefined || clock.isMidnight) return []
  return clock.isOpen ? [clock.minutes, clock.minutes + MINUTES_OF_HALF_DAY] : [clock.minutes]
}

const onClock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`

/** The hours within one day; undefined where they can be read in several ways, as `1-5` can and `9-5` cannot. */
const hoursIn = (from: string, until: string): { readonly opens: string; readonly closes: string } | undefined => {
  // Beside a time of the 24-hour clock, `9:00` is of it too.
  const areOf24 = [from, until].some((text) => !/am|pm|noon|midday/.test(text) && minutesIn(text).length === 1)
  const meant = (text: string) => minutesIn(text).slice(0, areOf24 ? 1 : 2)
  const ways = meant(from).flatMap((opens) =>
    meant(until).flatMap((closes) => (opens < closes ? [{ opens: onClock(opens), closes: onClock(closes) }] : []))
  )
  return ways.length === 1 ? ways[0] : undefined
}

/** The days with their hours; undefined when some of it cannot be read. */
export const patternIn = (text: string): WorkingPattern | undefined => {
  const lower = plainCharacters(text)
    .toLowerCase()
    .replaceAll(/\bweekdays\b/g, "mon-fri")
  if (
    lower
      .replaceAll(STRETCH, " ")
      .replaceAll(/[,;]|\band\b/g, " ")
      .trim() !== ""
  )
    return undefined
  const pattern: Partial<Record<Weekday, { opens: string; closes: string }>> = {}
  for (const [, dayText = "", from = "", until = ""] of lower.matchAll(STRETCH)) {
    const [days, hours] = [daysIn(dayText), hoursIn(from, until)]
    if (days.length === 0 || hours === undefined) return undefined
    for (const day of days) {
      // Two stretches of one day would be kept as the last alone.
      if (pattern[day] !== undefined) return undefined
      pattern[day] = hours
    }
  }
  return Object.keys(pattern).length === 0 ? undefined : pattern
}

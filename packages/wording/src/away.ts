import { type CivilDay, type Instant, londonDayOf } from "@safe-return/domain/calendar"
import {
  type Availability,
  type Away,
  awayBetween,
  type Unavailability,
  type WorkingPattern,
  weekdays
} from "@safe-return/domain/escalation"
import { type DateWords, datesInFull, datesSeenFrom } from "./londonDates.ts"

/** `away until Fri 11 Dec 2026`: never why, which is between them and who recorded it. */
export const awayInWords = ({ from, to }: Away, today: CivilDay, { day }: DateWords = datesInFull): string => {
  const begins = from > today ? `from ${day(from)}` : ""
  const ends = to === undefined ? "until they say that they are back" : to === from ? "" : `until ${day(to)}`
  return ["away", begins, ends === "" && begins === "" ? "today" : ends].filter((part) => part !== "").join(" ")
}

/** `Mon 7 Dec 2026 to Fri 11 Dec 2026: 5 days.` */
export const awaySpanInWords = (
  { from, to }: { readonly from: CivilDay; readonly to: CivilDay | undefined },
  { day }: DateWords = datesInFull
): string => {
  if (to === undefined) return `From ${day(from)}, with no last day.`
  const days = to - from + 1
  return days === 1 ? `${day(from)} alone.` : `${day(from)} to ${day(to)}: ${days} days.`
}

/** `works Mon 09:00–17:00, Tue 09:00–13:00` */
export const patternInWords = (pattern: WorkingPattern): string => {
  const days = weekdays.flatMap((day) => {
    const hours = pattern[day]
    if (hours === undefined) return []
    return [`${day.charAt(0).toUpperCase()}${day.slice(1, 3)} ${hours.opens}–${hours.closes}`]
  })
  return days.length === 0 ? "works on no day" : `works ${days.join(", ")}`
}

/** Why a person cannot keep what is planned for then. */
export const notThereInWords = (why: Unavailability, plannedFor: Instant, dates: DateWords = datesInFull): string => {
  const planned = londonDayOf(plannedFor)
  switch (why._tag) {
    case "Away":
      return `is ${awayInWords(why.away, planned, dates)}`
    case "NoWorkingDay":
      return `does not work on ${dates.day(planned)}`
    case "OutsideHours":
      return `works ${why.hours.opens}–${why.hours.closes} on ${dates.day(planned)}`
  }
}

/** What is known of when a person works and is away, between now and the moment an interview is due. */
export const availabilityInWords = (
  known: Availability,
  now: Instant,
  dueAt: Instant
): { readonly pattern?: string; readonly away: ReadonlyArray<string> } => ({
  ...(known.pattern === undefined ? {} : { pattern: patternInWords(known.pattern) }),
  away: awayBetween(known, now, dueAt).map((period) => awayInWords(period, londonDayOf(now), datesSeenFrom(now)))
})

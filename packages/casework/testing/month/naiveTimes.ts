/** The moments that count, reckoned by hand and apart from the domain: from the council's rules as people say them. */
import { Instant } from "@safe-return/domain/calendar"

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A day before the 72 hours are over, four hours before, and the moment after. */
export const deadlinesOf = (returnedAt: Instant): ReadonlyArray<Instant> => {
  const over = returnedAt + 72 * HOUR
  return [Instant(over - 24 * HOUR), Instant(over - 4 * HOUR), Instant(over + 1)]
}

/** The simulated month is November 2026: winter time, and no bank holiday in it. */
const isWeekend = (at: number): boolean => new Date(at).getUTCDay() % 6 === 0

/** From nine to five on a working day. */
export const isInOffice = (at: Instant): boolean => {
  const sinceMidnight = at % DAY
  return !isWeekend(at) && sinceMidnight >= 9 * HOUR && sinceMidnight < 17 * HOUR
}

const daysBetween = (from: number, until: number): ReadonlyArray<number> => {
  const first = Math.floor(from / DAY) * DAY
  return Array.from({ length: Math.max(0, Math.ceil((until - first) / DAY)) }, (_, index) => first + index * DAY)
}

/** 08:30 of every working day: the summary. */
export const summariesDue = (begins: Instant, ends: Instant): ReadonlyArray<Instant> =>
  daysBetween(begins, ends)
    .filter((day) => !isWeekend(day))
    .map((day) => Instant(day + 8.5 * HOUR))

/** Every working day after it, at 09:00 to the channel and at 08:30 to each person: what is overdue is said again. */
export const overdueMornings = (over: Instant, until: Instant, to: "channel" | "person"): ReadonlyArray<Instant> =>
  daysBetween(over, until)
    .filter((day) => !isWeekend(day))
    .map((day) => Instant(day + (to === "channel" ? 9 : 8.5) * HOUR))
    .filter((at) => at > over)

/** When something may be said in the morning, on any day. */
export const mornings = (begins: Instant, ends: Instant): ReadonlyArray<Instant> =>
  daysBetween(begins, ends).flatMap((day) => [Instant(day + 8.5 * HOUR), Instant(day + 9 * HOUR)])

const inLondon = new Intl.DateTimeFormat("en-US", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "Europe/London"
})

const partsOf = (at: number) => new Map(inLondon.formatToParts(at).map(({ type, value }) => [type, value]))

/** `Thu 26 Nov 2026, 18:00` */
export const written = (at: number): string => {
  const part = partsOf(at)
  return `${part.get("weekday")} ${part.get("day")} ${part.get("month")} ${part.get("year")}, ${part.get("hour")}:${part.get("minute")}`
}

/** `Thu 26 Nov, 18:00`, as a message says it of the days around it. */
export const writtenNear = (at: number): string => {
  const part = partsOf(at)
  return `${part.get("weekday")} ${part.get("day")} ${part.get("month")}, ${part.get("hour")}:${part.get("minute")}`
}

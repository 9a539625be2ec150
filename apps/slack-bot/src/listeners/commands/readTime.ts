/**
 * A time as people type it on a phone: `yesterday 23:40`, `today 6pm`, `Fri 20/11 18:00`, `20 minutes ago`. Always
 * London's clock. What can be read two ways is asked about and never guessed: it may start a 72-hour clock.
 */
import {
  addDays,
  civilDay,
  Instant,
  londonClock,
  type londonDayOf,
  londonOffset,
  londonTimeOn
} from "@safe-return/domain/calendar"
import { londonDay } from "@safe-return/wording"
import { en, type ParsedResult } from "chrono-node"

export type TypedTime =
  | { readonly _tag: "Time"; readonly at: Instant }
  /** The sentence says how to put it right. What was typed is not repeated: it may hold a name. */
  | { readonly _tag: "Unclear"; readonly sentence: string }

/** Which way a time without a day is meant: what has happened, or what is arranged. */
export type Direction = "past" | "future"

const unclear = (sentence: string): TypedTime => ({ _tag: "Unclear", sentence })

const MILLISECONDS_A_MINUTE = 60_000
const MILLISECONDS_AN_HOUR = 3_600_000

const NOT_READ =
  "The time could not be read. Give day and time, such as `yesterday 23:40`, `today 6pm` or `20/11 18:00`."

const pad = (part: number): string => String(part).padStart(2, "0")

/** Both moments at which a London clock shows this on that day; one as a rule, none or two when the clocks change. */
const momentsOf = (day: ReturnType<typeof londonDayOf>, minutes: number): ReadonlyArray<Instant> => {
  const first = londonTimeOn(day, minutes)
  const shows = (moment: Instant) => {
    const { hour, minute } = londonClock(moment)
    return hour * 60 + minute === minutes
  }
  return [first, Instant(first + MILLISECONDS_AN_HOUR)].filter(shows)
}

/** Without a day, the last such time is meant for what has happened and the next for what is arranged. */
const daysToShift = (parsed: ParsedResult, at: Instant, now: Instant, direction: Direction): number => {
  if (parsed.start.isCertain("day")) return 0
  const step = parsed.start.isCertain("weekday") ? 7 : 1
  if (direction === "past" && at > now) return -step
  return direction === "future" && at < now ? step : 0
}

/** `6` and `6:30` may be morning or evening; `06:30`, `18:30` and `6pm` may not. */
const isHalfOfTheDayOpen = ({ start, text }: ParsedResult): boolean => {
  const hour = start.get("hour") ?? 0
  return !start.isCertain("meridiem") && hour >= 1 && hour <= 11 && !new RegExp(`(?<!\\d)${pad(hour)}[:.]`).test(text)
}

/** Between two days: with a day named, people mean either end of it. The last midnight there was, or `00:00`, is one moment. */
const isMidnightOpen = ({ start, text }: ParsedResult): boolean =>
  /midnight/i.test(text) && (start.isCertain("day") || start.isCertain("weekday")) && !/^today\b|\btoday$/i.test(text)

/** Reads day and time; `now` is when it was typed. */
export const readTime = (typed: string, now: Instant, direction: Direction = "past"): TypedTime => {
  const text = typed
    .trim()
    .replace(/^(?:just|at|on|since)\s+/i, "")
    .replace(/^(\d\d?)\.(\d\d)$/, "$1:$2")
  const reference = { instant: new Date(now), timezone: londonOffset(now) / MILLISECONDS_A_MINUTE }
  const [parsed, ...others] = en.GB.parse(text, reference)
  if (parsed === undefined || others.length > 0 || parsed.text !== text || parsed.end) {
    return unclear(NOT_READ)
  }
  const { start } = parsed
  // "now", "20 minutes ago", or a time that names its zone: one moment and no other.
  if (start.isCertain("timezoneOffset") && start.isCertain("hour")) return { _tag: "Time", at: Instant(+start.date()) }
  const [year, month, date, hour, minute] = [
    start.get("year"),
    start.get("month"),
    start.get("day"),
    start.get("hour"),
    start.get("minute")
  ]
  if (year === null || month === null || date === null || hour === null || !start.isCertain("hour")) {
    return unclear(`Give the time as well as the day, such as \`yesterday 23:40\` or \`today 6pm\`.`)
  }
  if (isMidnightOpen(parsed)) {
    return unclear(
      "The midnight that begins that day, or the one that ends it? Say `00:00` and the day that begins then."
    )
  }
  if (isHalfOfTheDayOpen(parsed)) {
    return unclear(`Morning or evening? Say ${hour}am or ${hour}pm, or use the 24-hour clock: ${pad(hour)}:00.`)
  }
  const minutes = hour * 60 + (minute ?? 0)
  const named = civilDay(year, month, date)
  const day = addDays(named, daysToShift(parsed, londonTimeOn(named, minutes), now, direction))
  const [at, again] = momentsOf(day, minutes)
  const shown = `${pad(hour)}:${pad(minute ?? 0)}`
  if (at === undefined) {
    return unclear(`On ${londonDay(day)} the clocks went forward and no clock showed ${shown}. Check the time.`)
  }
  if (again !== undefined) {
    return unclear(
      `On ${londonDay(day)} the clocks go back and ${shown} comes twice. Say \`${shown} BST\` for the first or \`${shown} GMT\` for the second, with the day.`
    )
  }
  return { _tag: "Time", at }
}

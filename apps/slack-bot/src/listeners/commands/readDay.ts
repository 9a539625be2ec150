/** Days as people type them: `today`, `Friday`, `7 Dec to 11 Dec`, `7-11 December`, `until Friday`. London's days. */
import {
  addDays,
  type CivilDay,
  civilDay,
  type Instant,
  londonDayOf,
  londonOffset,
  startOfLondonDay
} from "@safe-return/domain/calendar"
import { en, type ParsedComponents } from "chrono-node"
import { type Misunderstood, misunderstood } from "./typed.ts"

export interface DaysTyped {
  readonly from: CivilDay
  /** The last day, included; absent where none was named. */
  readonly to?: CivilDay
}

const MILLISECONDS_A_MINUTE = 60_000

/** Further off than this, a year was mistyped or left out. */
const DAYS_AHEAD = 366

const NOT_READ = misunderstood(
  "The days could not be read. Give the first and the last, such as `today to Friday` or `7 Dec to 11 Dec`, and no times."
)

const dayOf = (parsed: ParsedComponents): CivilDay | undefined => {
  const [year, month, day] = [parsed.get("year"), parsed.get("month"), parsed.get("day")]
  if (year === null || month === null || day === null || parsed.isCertain("hour")) return undefined
  return civilDay(year, month, day)
}

/** One day, or two where the text names a range; a day without a year is the next such day unless it was `since`. */
const parse = (text: string, now: Instant, forwardDate: boolean): DaysTyped | undefined => {
  // A day is taken for noon of it: seen from the afternoon, today's would be next year's.
  const seenFrom = startOfLondonDay(londonDayOf(now))
  const reference = { instant: new Date(seenFrom), timezone: londonOffset(seenFrom) / MILLISECONDS_A_MINUTE }
  const [parsed, ...others] = en.GB.parse(text, reference, { forwardDate })
  if (parsed === undefined || others.length > 0 || parsed.text !== text) return undefined
  const from = dayOf(parsed.start)
  if (from === undefined) return undefined
  if (parsed.end === undefined || parsed.end === null) return { from }
  const to = dayOf(parsed.end)
  return to === undefined ? undefined : { from, to }
}

const readDays = (typed: string, now: Instant): DaysTyped | undefined => {
  const text = typed.trim().replaceAll(/\s+/g, " ")
  const today = londonDayOf(now)
  if (text === "") return { from: today }
  const [, since, first = "", last] =
    /^(?:(since)\s+|from\s+)?(.*?)(?:(?:^|\s+)(?:to|until|till|-)\s+(.+))?$/i.exec(text) ?? []
  const begins = first === "" ? { from: today } : parse(first, now, since === undefined)
  if (begins === undefined || last === undefined) return begins
  if (begins.to !== undefined) return undefined
  // Its weekday is the next one after the first day, not after today.
  const ends = parse(last, startOfLondonDay(begins.from), true)
  return ends === undefined || ends.to !== undefined ? undefined : { from: begins.from, to: ends.from }
}

/** Reads the first day and the last; from today where nothing is typed. `now` is when it was typed. */
export const readDaysAway = (typed: string, now: Instant): DaysTyped | Misunderstood => {
  const days = readDays(typed, now)
  if (days === undefined) return NOT_READ
  if (days.to !== undefined && days.to < days.from)
    return misunderstood("The last day comes before the first. Give both with the month, such as `7 Dec to 11 Dec`.")
  if ((days.to ?? days.from) > addDays(londonDayOf(now), DAYS_AHEAD))
    return misunderstood("That is more than a year ahead. Check the days, and give the year where it is not this one.")
  return days
}

/** Days as people type them: `today`, `since Monday`, `7-11 December`, `for 2 weeks`, `next week`. London's days. */
import { addDays, type CivilDay, dayOfWeek, type Instant, londonDayOf } from "@safe-return/domain/calendar"
import { type DayPhrase, type Direction, readDayPhrase } from "./dayPhrase.ts"
import { type Misunderstood, misunderstood } from "./typed.ts"

interface DaysTyped {
  readonly from: CivilDay
  /** The last day, included; absent where none was said. */
  readonly to?: CivilDay
}

/** Further off than this, a year was mistyped or left out. */
const DAYS_AHEAD = 366

/** So shortly before the first day, the last was meant to come after it. */
const DAYS_TURNED = 31

/** No days take longer to say, and a whole story is none. */
const LONGEST = 80

const NOT_READ = misunderstood(
  "The days could not be read. Give the first and the last, such as `today to Friday` or `7 Dec to 11 Dec`, and no times."
)

type Read = DaysTyped | Misunderstood

const first = (phrase: DayPhrase | undefined, days: (day: CivilDay) => Read): Read => {
  if (phrase === undefined) return NOT_READ
  return phrase._tag === "Doubtful" ? misunderstood(phrase.sentence) : days(phrase.day)
}

const readFrom = (text: string, today: CivilDay, direction: Direction, days: (day: CivilDay) => Read): Read =>
  text === "" ? days(today) : first(readDayPhrase(text, today, direction), days)

const manyWords: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4, five: 5 }
const SPAN = /^(?:(.*?)\s?\bfor )?(?:next )?(\d{1,3}|a|one|two|three|four|five)?\s?(day|week|fortnight)s?$/
const daysIn = { day: 1, week: 7, fortnight: 14 }

const SUNDAY_AFTER = (day: CivilDay): CivilDay => addDays(day, (7 - dayOfWeek(day)) % 7)

const weeks: Readonly<Record<string, (today: CivilDay) => DaysTyped>> = {
  "this week": (today) => ({ from: today, to: SUNDAY_AFTER(today) }),
  "rest this week": (today) => ({ from: today, to: SUNDAY_AFTER(today) }),
  "rest week": (today) => ({ from: today, to: SUNDAY_AFTER(today) }),
  "next week": (today) => ({ from: addDays(SUNDAY_AFTER(today), 1), to: addDays(SUNDAY_AFTER(today), 7) }),
  "this weekend": (today) => ({ from: addDays(SUNDAY_AFTER(today), -1), to: SUNDAY_AFTER(today) }),
  weekend: (today) => ({ from: addDays(SUNDAY_AFTER(today), -1), to: SUNDAY_AFTER(today) })
}

const ONE_MONTH =
  /^(\d{1,2})(?:st|nd|rd|th)?\s?(?:-|to|until|till)\s?(\d{1,2}(?:st|nd|rd|th)?\s?[a-z]{3,9}(?:\s\d{4})?)$/

const spanIn = (text: string, today: CivilDay): Read | undefined => {
  const [, from = "", many, unit] = SPAN.exec(text) ?? []
  if (unit === undefined || (many === undefined && !text.endsWith("fortnight"))) return undefined
  const count = many === undefined ? 1 : (manyWords[many] ?? Number(many))
  const days = count * daysIn[unit as keyof typeof daysIn]
  if (days === 0) return NOT_READ
  return readFrom(from.replace(/^from /, ""), today, "future", (day) => ({ from: day, to: addDays(day, days - 1) }))
}

/** `7 Dec 11 Dec`, `7/12-11/12`, `Mon-Fri`: two days with a dash or nothing between them. */
const PAIRS: ReadonlyArray<RegExp> = [
  /^([a-z]+)-([a-z]+)$/,
  /^(\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)-(\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)$/,
  /^(\d{1,2}(?:st|nd|rd|th)? ?[a-z]{3,9})(?:-| )(\d{1,2}(?:st|nd|rd|th)? ?[a-z]{3,9})$/
]

/** Where both halves are days: what only looks like a pair is read as it was before. */
const pairIn = (text: string, today: CivilDay): Read | undefined => {
  for (const pair of PAIRS) {
    const [, from, to] = pair.exec(text) ?? []
    if (from === undefined || to === undefined) continue
    if ([from, to].every((day) => readDayPhrase(day, today, "future") !== undefined)) return rangeOf(from, to, today)
  }
  return undefined
}

const rangeIn = (text: string, today: CivilDay): Read | undefined => {
  const [, date, last] = ONE_MONTH.exec(text) ?? []
  if (date !== undefined && last !== undefined) {
    const month = last.replace(/^\d{1,2}(?:st|nd|rd|th)?/, "")
    return rangeOf(`${date} ${month.trim()}`, last, today)
  }
  const [, from, to] = /^(?:from )?(.*?)\s?(?:\bto\b|\buntil\b|\btill?\b|\buntill\b| - )\s?(.+)$/.exec(text) ?? []
  return from === undefined || to === undefined ? undefined : rangeOf(from, to, today)
}

/** The last day's weekday is the next one after the first day, not after today. */
const rangeOf = (from: string, to: string, today: CivilDay): Read =>
  readFrom(from, today, "future", (day) => {
    if (to === "further notice") return { from: day }
    const last = readDayPhrase(to, day, "future")
    // Days that were turned round are likelier than a day of next year.
    const before = last?._tag === "Doubtful" ? readDayPhrase(to, day, "past") : undefined
    const isTurned = before?._tag === "Day" && day - before.day <= DAYS_TURNED
    return first(isTurned ? before : last, (end) => ({ from: day, to: end }))
  })

const readDays = (typed: string, today: CivilDay): Read => {
  const text = typed
    .toLowerCase()
    .replaceAll(/\b(?:the|of|all|on|whole)\b|,/g, " ")
    .trim()
    .replaceAll(/\s+/g, " ")
  if (text === "") return { from: today }
  if (text.length > LONGEST) return NOT_READ
  const [, since] = /^since (.+)$/.exec(text) ?? []
  if (since !== undefined) return first(readDayPhrase(since, today, "past"), (from) => ({ from }))
  const whole = weeks[text]?.(today) ?? spanIn(text, today) ?? rangeIn(text, today) ?? pairIn(text, today)
  if (whole !== undefined) return whole
  const [, onwards] = /^(?:from (.+)|(.+) onwards?)$/.exec(text)?.filter((part) => part !== undefined) ?? []
  if (onwards !== undefined) return first(readDayPhrase(onwards, today, "future"), (from) => ({ from }))
  return first(readDayPhrase(text, today, "future"), (day) => ({ from: day, to: day }))
}

/** Reads the first day and the last; from today where nothing is typed. `now` is when it was typed. */
export const readDaysAway = (typed: string, now: Instant): Read => {
  const today = londonDayOf(now)
  const days = readDays(typed, today)
  if ("_tag" in days) return days
  if (days.to !== undefined && days.to < days.from)
    return misunderstood("The last day comes before the first. Give both with the month, such as `7 Dec to 11 Dec`.")
  if ((days.to ?? days.from) > addDays(today, DAYS_AHEAD))
    return misunderstood("That is more than a year ahead. Check the days, and give the year where it is not this one.")
  return days
}

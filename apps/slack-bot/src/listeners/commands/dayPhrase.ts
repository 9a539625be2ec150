/** A day as it is typed: `today`, `Friday`, `last Friday`, `20/11`, `Fri 20 Nov`, `the 20th`. Day before month, always. */
import { addDays, type CivilDay, civilDay, dayOfWeek, yearMonthDay } from "@safe-return/domain/calendar"
import { londonDay } from "@safe-return/wording"

/** Which way a day or time is meant that is not said whole: what has happened, or what is arranged. */
export type Direction = "past" | "future"

export type DayPhrase =
  | {
      readonly _tag: "Day"
      readonly day: CivilDay
      /** How it was said: a name of a day alone may be shifted by a week, and only a date is beyond doubt at night. */
      readonly said: "today" | "near" | "weekday" | "date"
    }
  /** The sentence says how to put it right. What was typed is not repeated: it may hold a name. */
  | { readonly _tag: "Doubtful"; readonly sentence: string }

const doubtful = (sentence: string): DayPhrase => ({ _tag: "Doubtful", sentence })

const weekdayStarts = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
const WEEKDAY = "(?:sun|mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?"
const monthStarts = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"

const weekdayIn = (word: string): number => weekdayStarts.indexOf(word.slice(0, 3))

/** The Monday of the week a day is in. */
const mondayOf = (day: CivilDay): CivilDay => addDays(day, -((dayOfWeek(day) + 6) % 7))

const inWeekOf = (day: CivilDay, weekday: number): CivilDay => addDays(mondayOf(day), (weekday + 6) % 7)

const daysTo = (today: CivilDay, weekday: number): number => (weekday - dayOfWeek(today) + 7) % 7

/** A date without a year is meant of about now: further off than this, the year must be said. */
const DAYS_WITHOUT_YEAR = 183

const LONG_AGO = "The year is not clear: that day is over half a year off. Give the year, such as `20/11/2026`."
const pastDay = (day: CivilDay): string => {
  const { year, month, day: date } = yearMonthDay(day)
  return `${londonDay(day)} is past. Give the year: \`${date}/${month}/${year}\` for that day, \`${date}/${month}/${year + 1}\` for the next.`
}

const MONTH_FIRST = "Give the day before the month, such as `20/11` for 20 November."

const dayOf = (year: number, month: number, date: number): CivilDay | undefined => {
  const day = civilDay(year, month, date)
  const read = yearMonthDay(day)
  return read.year === year && read.month === month && read.day === date ? day : undefined
}

const nearestYear = (month: number, date: number, today: CivilDay, direction: Direction): CivilDay | undefined => {
  const { year } = yearMonthDay(today)
  const years = direction === "past" ? [year, year - 1] : [year, year + 1]
  return years
    .map((one) => dayOf(one, month, date))
    .find((day) => day !== undefined && (direction === "past" ? day <= today : day >= today))
}

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const NUMBERS = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?$/
const DAY_MONTH = new RegExp(String.raw`^(\d{1,2})(?:st|nd|rd|th)?[\s-]?(${MONTH})(?:[\s-]'?(\d{4}|\d{2}))?$`)
const MONTH_DAY = new RegExp(String.raw`^(${MONTH})\s(\d{1,2})(?:st|nd|rd|th)?(?:\s(\d{4}))?$`)
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)$/

interface Written {
  readonly date: number
  readonly month: number
  readonly year?: number
}

const written = (date = "", month = "", year?: string): Written => ({
  date: Number(date),
  month: /^\d/.test(month) ? Number(month) : monthStarts.indexOf(month.slice(0, 3)) + 1,
  ...(year === undefined ? {} : { year: Number(year.padStart(4, "20")) })
})

const writtenIn = (text: string): Written | undefined => {
  const iso = ISO.exec(text)
  if (iso !== null) return written(iso[3], iso[2], iso[1])
  const [, date, month, year] = NUMBERS.exec(text) ?? DAY_MONTH.exec(text) ?? []
  if (date !== undefined) return written(date, month, year)
  const named = MONTH_DAY.exec(text)
  return named === null ? undefined : written(named[2], named[1], named[3])
}

const dateIn = (text: string, today: CivilDay, direction: Direction): DayPhrase | undefined => {
  const found = writtenIn(text)
  if (found === undefined) return undefined
  const { date, month, year } = found
  if (month > 12 && date <= 12 && month <= 31) return doubtful(MONTH_FIRST)
  const day = year === undefined ? nearestYear(month, date, today, direction) : dayOf(year, month, date)
  if (day === undefined) return undefined
  const isFar = year === undefined && Math.abs(day - today) > DAYS_WITHOUT_YEAR
  const past = isFar && direction === "future" ? nearestYear(month, date, today, "past") : undefined
  if (past !== undefined && today - past <= DAYS_WITHOUT_YEAR) return doubtful(pastDay(past))
  return isFar ? doubtful(LONG_AGO) : { _tag: "Day", day, said: "date" }
}

/** `the 20th`: of this month or the one before or after it. */
const ordinalIn = (text: string, today: CivilDay, direction: Direction): DayPhrase | undefined => {
  const [, date] = ORDINAL.exec(text) ?? []
  if (date === undefined) return undefined
  for (let after = 0; after <= DAYS_WITHOUT_YEAR; after += 1) {
    const day = addDays(today, direction === "past" ? -after : after)
    if (yearMonthDay(day).day === Number(date)) return { _tag: "Day", day, said: "date" }
  }
  return undefined
}

const near: Readonly<Record<string, number>> = {
  yesterday: -1,
  yest: -1,
  yday: -1,
  tomorrow: 1,
  tmrw: 1,
  tomoz: 1,
  "day before yesterday": -2,
  "day after tomorrow": 2
}

const MANY_AGO = /^(\d{1,3}|a|one|two|three) (day|week)s? ago$/
const manyWords: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3 }

const nearIn = (text: string, today: CivilDay): DayPhrase | undefined => {
  if (text === "today") return { _tag: "Day", day: today, said: "today" }
  const days = near[text]
  if (days !== undefined) return { _tag: "Day", day: addDays(today, days), said: "near" }
  const [, many = "", unit] = MANY_AGO.exec(text) ?? []
  if (unit === undefined) return undefined
  const ago = (manyWords[many] ?? Number(many)) * (unit === "week" ? 7 : 1)
  return { _tag: "Day", day: addDays(today, -ago), said: "near" }
}

/** `last Friday` is the one just gone or the one of last week: where these are two days it is asked. */
const eitherOf = (one: CivilDay, other: CivilDay): DayPhrase =>
  one === other
    ? { _tag: "Day", day: one, said: "near" }
    : doubtful(`Which day is meant: ${londonDay(one)} or ${londonDay(other)}? Give the date.`)

const NAMED = new RegExp(`^(?:(last|this|next) )?(${WEEKDAY})$`)

const weekdayPhrase = (text: string, today: CivilDay, direction: Direction): DayPhrase | undefined => {
  const [, which, name = ""] = NAMED.exec(text) ?? []
  if (name === "") return undefined
  const weekday = weekdayIn(name)
  const ahead = daysTo(today, weekday)
  switch (which) {
    case "this":
      return { _tag: "Day", day: inWeekOf(today, weekday), said: "near" }
    case "last":
      return eitherOf(addDays(today, ahead - 7), inWeekOf(addDays(today, -7), weekday))
    case "next":
      return eitherOf(addDays(today, ahead === 0 ? 7 : ahead), inWeekOf(addDays(today, 7), weekday))
    default:
      return {
        _tag: "Day",
        day: addDays(today, direction === "future" || ahead === 0 ? ahead : ahead - 7),
        said: "weekday"
      }
  }
}

const BESIDE = new RegExp(String.raw`^(?:(${WEEKDAY})\s(.+)|(.+)\s(${WEEKDAY}))$`)

/** A weekday beside its date: the two must agree. */
const weekdayAndDate = (text: string, today: CivilDay, direction: Direction): DayPhrase | undefined => {
  const [, before, behind, ahead, after] = BESIDE.exec(text) ?? []
  const [name = after, rest = ahead] = [before, behind]
  if (name === undefined || rest === undefined) return undefined
  const read = dateIn(rest, today, direction) ?? ordinalIn(rest, today, direction) ?? nearIn(rest, today)
  if (read?._tag !== "Day" || dayOfWeek(read.day) === weekdayIn(name)) return read
  return doubtful(`The weekday is not that of the date, which is ${londonDay(read.day)}. Check both.`)
}

/** Undefined where the whole text, in small letters, is no day. */
export const readDayPhrase = (text: string, today: CivilDay, direction: Direction): DayPhrase | undefined =>
  nearIn(text, today) ??
  weekdayPhrase(text, today, direction) ??
  dateIn(text, today, direction) ??
  ordinalIn(text, today, direction) ??
  weekdayAndDate(text, today, direction)

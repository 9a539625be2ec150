/** A Gregorian day as whole days since 1970-01-01: counting needs no time zone, so it cannot be an hour out. */
import * as Brand from "effect/Brand"
import * as Option from "effect/Option"

/** Whole days since 1970-01-01. London's day where nothing else is said. */
export type CivilDay = number & Brand.Brand<"CivilDay">

export const CivilDay = Brand.nominal<CivilDay>()

export interface YearMonthDay {
  readonly year: number
  /** 1 to 12 */
  readonly month: number
  /** 1 to 31 */
  readonly day: number
}

/** Day count for a date that is known to exist; see {@link parseCivilDay} for text from outside. */
export const civilDay = (year: number, month: number, day: number): CivilDay => {
  // Years counted from March, so that the leap day is the last day of its year.
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return CivilDay(era * 146_097 + dayOfEra - 719_468)
}

/** The date of a day; months and days count from 1. */
export const yearMonthDay = (day: CivilDay): YearMonthDay => {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  }
}

/** 0 is Sunday, 6 is Saturday. */
export const dayOfWeek = (day: CivilDay): number => (((day + 4) % 7) + 7) % 7

/** So many whole days later, or earlier for a negative number. */
export const addDays = (day: CivilDay, days: number): CivilDay => (day + days) as CivilDay

const pad = (value: number, width: number): string => String(value).padStart(width, "0")

/** `YYYY-MM-DD` */
export const formatCivilDay = (day: CivilDay): string => {
  const parts = yearMonthDay(day)
  return `${pad(parts.year, 4)}-${pad(parts.month, 2)}-${pad(parts.day, 2)}`
}

/** Reads `YYYY-MM-DD`; none when the text is not of that form or the day does not exist (30 February). */
export const parseCivilDay = (text: string): Option.Option<CivilDay> => {
  if (typeof text !== "string") return Option.none()
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return Option.none()
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const candidate = civilDay(year, month, day)
  return formatCivilDay(candidate) === text ? Option.some(candidate) : Option.none()
}

/** A Gregorian day as whole days since 1970-01-01: counting needs no time zone, so it cannot be an hour out. */
import * as Brand from "effect/Brand"
import * as Option from "effect/Option"

/** Whole days since 1970-01-01. London's day where nothing else is said. */
export type CivilDay = number & Brand.Brand<"CivilDay">

/**
 * Brands a number of whole days since 1970-01-01 as a {@link CivilDay}, unchecked: for text from outside there is
 * {@link parseCivilDay}, for a date written in code {@link civilDay}.
 *
 * @example
 * ```ts
 * import { CivilDay, formatCivilDay } from "@safe-return/domain/calendar"
 *
 * formatCivilDay(CivilDay(20_778)) // "2026-11-21"
 * ```
 */
export const CivilDay = Brand.nominal<CivilDay>()

export interface YearMonthDay {
  readonly year: number
  /** 1 to 12 */
  readonly month: number
  /** 1 to 31 */
  readonly day: number
}

/**
 * The day of a Gregorian date that is known to exist, as whole days since 1970-01-01. Nothing is checked: the 30th of
 * February is the 2nd of March. For text from outside see {@link parseCivilDay}.
 *
 * @param month 1 to 12
 * @param day 1 to 31
 *
 * @example
 * ```ts
 * import { civilDay, formatCivilDay } from "@safe-return/domain/calendar"
 *
 * civilDay(2026, 11, 21) // 20778
 * formatCivilDay(civilDay(2026, 11, 21)) // "2026-11-21"
 * ```
 */
export const civilDay = (year: number, month: number, day: number): CivilDay => {
  // Years counted from March, so that the leap day is the last day of its year.
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return CivilDay(era * 146_097 + dayOfEra - 719_468)
}

/**
 * The Gregorian date of a day; months and days count from 1.
 *
 * @param day whole days since 1970-01-01
 *
 * @example
 * ```ts
 * import { civilDay, yearMonthDay } from "@safe-return/domain/calendar"
 *
 * yearMonthDay(civilDay(2026, 11, 21)) // {"year":2026,"month":11,"day":21}
 * ```
 */
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

/**
 * The weekday: 0 is Sunday, 6 is Saturday.
 *
 * @param day whole days since 1970-01-01
 *
 * @example
 * ```ts
 * import { civilDay, dayOfWeek } from "@safe-return/domain/calendar"
 *
 * dayOfWeek(civilDay(2026, 11, 20)) // 5
 * ```
 */
export const dayOfWeek = (day: CivilDay): number => (((day + 4) % 7) + 7) % 7

/**
 * So many whole days later, or earlier for a negative number.
 *
 * Calendar days: clock changes and bank holidays play no part. For working days see {@link workingDayAfter}.
 *
 * @param day whole days since 1970-01-01
 * @param days a whole number, which is not checked
 *
 * @example
 * ```ts
 * import { addDays, civilDay, formatCivilDay } from "@safe-return/domain/calendar"
 *
 * formatCivilDay(addDays(civilDay(2026, 2, 27), 2)) // "2026-03-01"
 * ```
 */
export const addDays = (day: CivilDay, days: number): CivilDay => (day + days) as CivilDay

const pad = (value: number, width: number): string => String(value).padStart(width, "0")

/**
 * A day as `YYYY-MM-DD`, which {@link parseCivilDay} reads back for the years 0 to 9999.
 *
 * @param day whole days since 1970-01-01
 *
 * @example
 * ```ts
 * import { civilDay, formatCivilDay } from "@safe-return/domain/calendar"
 *
 * formatCivilDay(civilDay(2026, 12, 29)) // "2026-12-29"
 * ```
 */
export const formatCivilDay = (day: CivilDay): string => {
  const parts = yearMonthDay(day)
  return `${pad(parts.year, 4)}-${pad(parts.month, 2)}-${pad(parts.day, 2)}`
}

/**
 * Reads `YYYY-MM-DD` of the years 0 to 9999; none when the text is not of that form, the day does not exist (30
 * February), or it is no text at all. Nothing throws.
 *
 * @example
 * ```ts
 * import { dayOfWeek, parseCivilDay } from "@safe-return/domain/calendar"
 * import { Option } from "effect"
 *
 * Option.map(parseCivilDay("2026-11-21"), dayOfWeek) // some(6)
 * parseCivilDay("2026-02-30") // none()
 * parseCivilDay("21/11/2026") // none()
 * ```
 */
export const parseCivilDay = (text: string): Option.Option<CivilDay> => {
  if (typeof text !== "string") return Option.none()
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return Option.none()
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const candidate = civilDay(year, month, day)
  return formatCivilDay(candidate) === text ? Option.some(candidate) : Option.none()
}

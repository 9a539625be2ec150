import { addDays, type CivilDay, civilDay, dayOfWeek, yearMonthDay } from "../calendar/civilDay.ts"

/** Where a day lies beside a child's compulsory school age. */
export type SchoolAge = "under" | "within" | "over"

const STARTS_AT = 5
const LEAVES_AT = 16

/** The days on which compulsory school age begins, as month and day. */
const prescribed = [
  [3, 31],
  [8, 31],
  [12, 31]
] as const

const SEPTEMBER = 9
const FRIDAY = 5

const firstDay = (bornOn: CivilDay): CivilDay => {
  const { year, month, day } = yearMonthDay(bornOn)
  const birthday = civilDay(year + STARTS_AT, month, day)
  const days = prescribed.map(([inMonth, on]) => civilDay(year + STARTS_AT, inMonth, on))
  return days.find((one) => one >= birthday) ?? civilDay(year + STARTS_AT, 12, 31)
}

const lastFridayOfJune = (year: number): CivilDay => {
  const last = civilDay(year, 6, 30)
  return addDays(last, -((dayOfWeek(last) - FRIDAY + 7) % 7))
}

/** The last Friday in June of the school year, September to August, in which the child becomes sixteen. */
const lastDay = (bornOn: CivilDay): CivilDay => {
  const { year, month } = yearMonthDay(bornOn)
  return lastFridayOfJune(year + LEAVES_AT + (month >= SEPTEMBER ? 1 : 0))
}

/**
 * Whether a child born on a day is of compulsory school age on another: from the 31 March, 31 August or 31 December on
 * or after the fifth birthday, to the last Friday in June of the school year in which they become sixteen.
 *
 * Source: Education Act 1996, section 8, and the orders under it, as gov.uk gives them; their texts were not seen.
 *
 * @param bornOn whole days since 1970-01-01; so is `day`
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { schoolAgeOn } from "@safe-return/domain/education"
 *
 * schoolAgeOn(civilDay(2021, 9, 1), civilDay(2026, 10, 1)) // "under"
 * schoolAgeOn(civilDay(2015, 5, 1), civilDay(2026, 10, 1)) // "within"
 * schoolAgeOn(civilDay(2010, 8, 31), civilDay(2026, 6, 27)) // "over"
 * ```
 */
export const schoolAgeOn = (bornOn: CivilDay, day: CivilDay): SchoolAge => {
  if (day < firstDay(bornOn)) return "under"
  return day > lastDay(bornOn) ? "over" : "within"
}

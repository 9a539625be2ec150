/** The same two deadlines without this library: with `date-fns`, `date-holidays`, and with nothing but arrays. */
import { TZDate } from "@date-fns/tz"
import { addBusinessDays, addDays, addHours, isWeekend, startOfDay } from "date-fns"
import Holidays from "date-holidays"
import {
  bankHolidaysOf,
  CivilDay,
  civilDay,
  englandAndWales,
  formatCivilDay,
  type Instant,
  isWorkingDay,
  londonDayOf,
  startOfLondonDay
} from "../src/calendar/index.ts"

const HOURS_72 = 72 * 3_600_000
const A_DAY = 86_400_000

/** The civil days from 2012 to 2028: holidays known, and where London's midnights lie. Made before the clock runs. */
const FIRST = civilDay(2012, 1, 1)
const DAYS = civilDay(2029, 2, 1) - FIRST
const working = Uint8Array.from({ length: DAYS }, (_, index) =>
  isWorkingDay(englandAndWales, CivilDay(FIRST + index)) ? 1 : 0
)
const midnights = Float64Array.from({ length: DAYS + 1 }, (_, index) => startOfLondonDay(CivilDay(FIRST + index)))

/** Where the answers go, in the order of the returns: epoch milliseconds. Kept, so that none can be left out. */
export interface Answers {
  readonly hours72: Float64Array
  /** The moment the London day after the third working day begins. */
  readonly workingDays3: Float64Array
}

export const answersTo = (returns: ReadonlyArray<Instant>): Answers => ({
  hours72: new Float64Array(returns.length),
  workingDays3: new Float64Array(returns.length)
})

/** Bare arrays and a loop: a floor that no library can go far below. */
export const byArrays = (returns: ReadonlyArray<Instant>, { hours72, workingDays3 }: Answers): void => {
  for (let index = 0; index < returns.length; index += 1) {
    const at = returns[index] as number
    let day = Math.floor(at / A_DAY) - FIRST
    if (at >= (midnights[day + 1] as number)) day += 1
    for (let left = 3; left > 0; ) {
      day += 1
      left -= working[day] as number
    }
    hours72[index] = at + HOURS_72
    workingDays3[index] = midnights[day + 1] as number
  }
}

/** Knows no holidays, and no London: days are those of the host's zone, and midnight is not asked of it. */
export const byBusinessDays = (returns: ReadonlyArray<Instant>, { hours72, workingDays3 }: Answers): void => {
  for (let index = 0; index < returns.length; index += 1) {
    const at = returns[index] as number
    const lastDay = Math.floor(addBusinessDays(new Date(at), 3).getTime() / A_DAY)
    hours72[index] = at + HOURS_72
    workingDays3[index] = (lastDay + 1) * A_DAY
  }
}

const theirs = new Holidays("GB", "ENG", { types: ["public"] })

/** Walks from day to day and asks the package of each weekday whether it is a holiday. London's days are given. */
export const byHolidayPackage = (returns: ReadonlyArray<Instant>, { hours72, workingDays3 }: Answers): void => {
  for (let index = 0; index < returns.length; index += 1) {
    const at = returns[index] as Instant
    let day: number = londonDayOf(at)
    for (let left = 3; left > 0; ) {
      day += 1
      const noon = new Date(day * A_DAY + A_DAY / 2)
      if (!isWeekend(noon) && theirs.isHoliday(noon) === false) left -= 1
    }
    hours72[index] = at + HOURS_72
    workingDays3[index] = startOfLondonDay(CivilDay(day + 1))
  }
}

const titles = new Map<string, string>()
for (let year = 2012; year <= 2029; year += 1) {
  for (const { day, title } of bankHolidaysOf(englandAndWales, year)) titles.set(formatCivilDay(day), title)
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** `date-fns` on London dates, given our holidays: the same answers and reasons. Epoch milliseconds. */
export const byZonedDates = (at: Instant) => {
  const returned = new TZDate(at, "Europe/London")
  const days: Array<string | number> = []
  let day = startOfDay(returned)
  for (let counted = 0; counted < 3; ) {
    day = addDays(day, 1)
    const title = titles.get(`${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`)
    const weekday = day.getDay()
    if (title !== undefined) days.push(title)
    else if (weekday === 0 || weekday === 6) days.push(weekday === 0 ? "Sunday" : "Saturday")
    else {
      counted += 1
      days.push(counted)
    }
  }
  return { hours72: addHours(returned, 72).getTime(), workingDays3: addDays(day, 1).getTime(), days }
}

/** The least that `date-fns` can be asked for on a London date: three business days on; no holidays, no reasons. */
export const byZonedBusinessDays = (at: Instant): number =>
  addBusinessDays(new TZDate(at, "Europe/London"), 3).getTime()

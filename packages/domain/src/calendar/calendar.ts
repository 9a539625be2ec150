import * as Option from "effect/Option"
import { type BankHoliday, holidaysIn, writtenDay } from "./bankHoliday.ts"
import { addDays, type CivilDay, civilDay, dayOfWeek } from "./civilDay.ts"
import { projectedTables } from "./projected.ts"
import type { Nation } from "./publication.ts"
import { PROJECTED_THROUGH, PUBLISHED_FROM, PUBLISHED_THROUGH, publishedTables, VERSION } from "./publication.ts"
import { ReadOnlyMap } from "./ReadOnlyMap.ts"
import { WorkingDayTable } from "./workingDayTable.ts"

/** A nation's days as known at one time; any change to them is a new `version`. */
export interface Calendar {
  readonly nation: Nation
  readonly version: string
  /** The first and last London day for which bank holidays have been published. Outside, answers are projected. */
  readonly publishedFrom: CivilDay
  readonly publishedThrough: CivilDay
  /** The last day of the projection: past it, only weekends are known. */
  readonly projectedThrough: CivilDay
  readonly holidays: ReadonlyMap<CivilDay, BankHoliday>
  /** Bank holidays on which the council works all the same, with who decided so and why. */
  readonly struck: ReadonlyMap<CivilDay, string>
  readonly workingDays: WorkingDayTable
}

const SATURDAY = 6
const SUNDAY = 0

const reasonBy = (holidays: Calendar["holidays"], day: CivilDay): string | undefined => {
  const holiday = holidays.get(day)
  if (holiday !== undefined) return holiday.title
  const weekday = dayOfWeek(day)
  return weekday === SATURDAY ? "Saturday" : weekday === SUNDAY ? "Sunday" : undefined
}

/** A calendar with its working days counted: the only way to make one, so that table and holidays never disagree. */
export const countedCalendar = (parts: Omit<Calendar, "workingDays">): Calendar =>
  Object.freeze({
    ...parts,
    holidays: new ReadOnlyMap(parts.holidays),
    struck: new ReadOnlyMap(parts.struck),
    workingDays: new WorkingDayTable(
      parts.publishedFrom,
      parts.projectedThrough,
      (day) => reasonBy(parts.holidays, day) === undefined
    )
  })

const calendarOf = (nation: Nation): Calendar => {
  const holidays = [
    ...holidaysIn(publishedTables[nation], "gov.uk"),
    ...holidaysIn(projectedTables[nation], "projected")
  ]
  return countedCalendar({
    nation,
    version: VERSION,
    publishedFrom: writtenDay(PUBLISHED_FROM),
    publishedThrough: writtenDay(PUBLISHED_THROUGH),
    projectedThrough: writtenDay(PROJECTED_THROUGH),
    holidays: new Map(holidays.map((holiday) => [holiday.day, holiday])),
    struck: new Map()
  })
}

/** England and Wales: the calendar Rotherham works by. Source and years: `published/englandAndWales.ts`. */
export const englandAndWales: Calendar = calendarOf("england-and-wales")

/** Source and years: `published/scotland.ts`. Local holidays of Scottish councils are no part of it: see `withOverrides`. */
export const scotland: Calendar = calendarOf("scotland")

/** Source and years: `published/northernIreland.ts`. */
export const northernIreland: Calendar = calendarOf("northern-ireland")

/** The calendar of each nation that a count is made on: ours, or a council's own in its place. */
export type Calendars = Readonly<Record<Nation, Calendar>>

/** The three nations, with nothing added or struck. */
export const calendars: Calendars = Object.freeze({
  "england-and-wales": englandAndWales,
  scotland,
  "northern-ireland": northernIreland
})

/**
 * Why nobody is expected at work on this day: the title of the bank holiday as GOV.UK writes it, or the weekday; none
 * on a working day.
 *
 * @param day whole days since 1970-01-01, London's
 *
 * @example
 * ```ts
 * import { civilDay, englandAndWales, reasonNotWorking, scotland } from "@safe-return/domain/calendar"
 *
 * reasonNotWorking(englandAndWales, civilDay(2026, 12, 28)) // some("Boxing Day")
 * reasonNotWorking(scotland, civilDay(2026, 12, 24)) // none()
 * ```
 */
export const reasonNotWorking = (calendar: Calendar, day: CivilDay): Option.Option<string> =>
  Option.fromUndefinedOr(reasonBy(calendar.holidays, day))

/**
 * Not a Saturday, a Sunday or a bank holiday of the nation.
 *
 * Source for the form of words in children's law: Children Act 2004 (Joint Area Reviews) Regulations 2005, regulation
 * 1(3). Not the Freedom of Information Act's test, which takes in every part of the UK.
 *
 * Past the last day of the calendar's projection only weekends are known.
 *
 * @param day whole days since 1970-01-01, London's
 *
 * @example
 * ```ts
 * import { civilDay, englandAndWales, isWorkingDay } from "@safe-return/domain/calendar"
 *
 * isWorkingDay(englandAndWales, civilDay(2026, 12, 24)) // true
 * isWorkingDay(englandAndWales, civilDay(2026, 12, 28)) // false
 * ```
 */
export const isWorkingDay = (calendar: Calendar, day: CivilDay): boolean =>
  reasonBy(calendar.holidays, day) === undefined

/** Day by day: for days that the table does not cover. */
const walkToWorkingDay = (calendar: Calendar, day: CivilDay, n: number): CivilDay => {
  let last = day
  for (let counted = 0; counted < n; ) {
    last = addDays(last, 1)
    if (isWorkingDay(calendar, last)) counted += 1
  }
  return last
}

/** The `n`th working day after `day`, which itself is not counted, of what was checked: `n` is 1 or more. */
export const nthWorkingDayAfter = (calendar: Calendar, day: CivilDay, n: number): CivilDay =>
  calendar.workingDays.after(day, n) ?? walkToWorkingDay(calendar, day, n)

/**
 * Whether a count over these days, both included, leans on days that no published list covers. GOV.UK's lists are held
 * from 2012 to 2028.
 *
 * @param first whole days since 1970-01-01, London's
 * @param last the same; not before `first`
 *
 * @example
 * ```ts
 * import { civilDay, englandAndWales, isProjected } from "@safe-return/domain/calendar"
 *
 * isProjected(englandAndWales, civilDay(2028, 12, 20), civilDay(2028, 12, 29)) // false
 * isProjected(englandAndWales, civilDay(2028, 12, 29), civilDay(2029, 1, 3)) // true
 * ```
 */
export const isProjected = (calendar: Calendar, first: CivilDay, last: CivilDay): boolean =>
  first < calendar.publishedFrom || last > calendar.publishedThrough

/**
 * The bank holidays of a year as observed, in order; none for a year that is neither published nor projected.
 *
 * A bank holiday that falls on a weekend is given on its substitute day. `source` says whether GOV.UK published the
 * day (2012 to 2028), it is projected (2029 to 2040), or a council added it.
 *
 * @param year of the Gregorian calendar, London's
 *
 * @example
 * ```ts
 * import { bankHolidaysOf, englandAndWales, formatCivilDay } from "@safe-return/domain/calendar"
 *
 * const titles = bankHolidaysOf(englandAndWales, 2026).map(({ day, title }) => `${formatCivilDay(day)} ${title}`)
 * titles.length // 8
 * titles.at(-1) // "2026-12-28 Boxing Day"
 * ```
 */
export const bankHolidaysOf = (calendar: Calendar, year: number): ReadonlyArray<BankHoliday> => {
  const [first, next] = [civilDay(year, 1, 1), civilDay(year + 1, 1, 1)]
  return [...calendar.holidays.values()].filter(({ day }) => day >= first && day < next).sort((a, b) => a.day - b.day)
}

import { Option } from "effect"
import { type CivilDay, dayOfWeek, parseCivilDay } from "./civilDay.ts"
import { englandAndWalesHolidays, PUBLISHED_THROUGH, VERSION } from "./englandAndWalesHolidays.ts"

/** What a nation's days are, as published at one time. A new publication is a new `version`. */
export interface Calendar {
  readonly nation: "england-and-wales"
  readonly version: string
  /** The last day for which bank holidays have been published: past it, only weekends are known. */
  readonly publishedThrough: CivilDay
  readonly holidayTitles: ReadonlyMap<CivilDay, string>
}

/** A date written in the code. A mistake in the table must stop the build, not shift a deadline. */
const writtenDay = (text: string): CivilDay => Option.getOrThrow(parseCivilDay(text))

/** England and Wales: the calendar Rotherham works by. Source and years: `englandAndWalesHolidays.ts`. */
export const englandAndWales: Calendar = {
  nation: "england-and-wales",
  version: VERSION,
  publishedThrough: writtenDay(PUBLISHED_THROUGH),
  holidayTitles: new Map(englandAndWalesHolidays.map(([date, title]) => [writtenDay(date), title]))
}

const SATURDAY = 6
const SUNDAY = 0

/** Why nobody is expected at work on this day, in words; none on a working day. */
export const reasonNotWorking = (calendar: Calendar, day: CivilDay): Option.Option<string> => {
  const title = calendar.holidayTitles.get(day)
  if (title !== undefined) return Option.some(title)
  const weekday = dayOfWeek(day)
  if (weekday === SATURDAY) return Option.some("Saturday")
  if (weekday === SUNDAY) return Option.some("Sunday")
  return Option.none()
}

/**
 * Not a Saturday, a Sunday or a bank holiday of the nation.
 *
 * Source for the form of words in children's law: Children Act 2004 (Joint Area Reviews) Regulations 2005,
 * regulation 1(3). Not the Freedom of Information Act's test, which takes in every part of the UK.
 */
export const isWorkingDay = (calendar: Calendar, day: CivilDay): boolean =>
  Option.isNone(reasonNotWorking(calendar, day))

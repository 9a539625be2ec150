import { Option } from "effect"
import { type CivilDay, parseCivilDay } from "./civilDay.ts"

/** A stand-in for a holiday that falls on a weekend, or a day proclaimed for one year. */
export type HolidayKind = "substitute" | "extra"

/** One line of a table, as written down: `YYYY-MM-DD`, GOV.UK's title, and the kind where it is out of the ordinary. */
export type HolidayRow = readonly [date: string, title: string, kind?: HolidayKind]

/** Who says so: GOV.UK's published list, our projection beyond it, or a council that added the day. */
export type HolidaySource = "gov.uk" | "projected" | "council"

/** One weekday on which nobody is expected at work. */
export interface BankHoliday {
  readonly day: CivilDay
  readonly title: string
  readonly kind?: HolidayKind
  readonly source: HolidaySource
}

/** A date written in the code. A mistake in a table must stop the build, not shift a deadline. */
export const writtenDay = (text: string): CivilDay => Option.getOrThrow(parseCivilDay(text))

export const holidayOf = ([date, title, kind]: HolidayRow, source: HolidaySource): BankHoliday => ({
  day: writtenDay(date),
  title,
  ...(kind === undefined ? {} : { kind }),
  source
})

import * as Option from "effect/Option"
import { type CivilDay, parseCivilDay } from "./civilDay.ts"

/** A stand-in for a holiday that falls on a weekend, or a day proclaimed for one year. */
export type HolidayKind = "substitute" | "extra"

/** The days of each of GOV.UK's titles, `YYYY-MM-DD`, with its kind after a day that is out of the ordinary. */
export type HolidayTable = Readonly<Record<string, string>>

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

const kinds: Readonly<Record<string, HolidayKind>> = { substitute: "substitute", extra: "extra" }

const holidayOf = (written: string, title: string, source: HolidaySource): BankHoliday => {
  const [date = "", kind] = written.split(" ")
  const day = writtenDay(date)
  return kind === undefined
    ? Object.freeze({ day, title, source })
    : Object.freeze({ day, title, kind: Option.getOrThrow(Option.fromUndefinedOr(kinds[kind])), source })
}

/** A table's bank holidays in order of their days. */
export const holidaysIn = (table: HolidayTable, source: HolidaySource): ReadonlyArray<BankHoliday> =>
  Object.entries(table)
    .flatMap(([title, days]) => days.split(/,\s+/).map((written) => holidayOf(written, title, source)))
    .sort((one, other) => one.day - other.day)

import * as Option from "effect/Option"
import { type Calendar, englandAndWales, reasonNotWorking } from "../../calendar/calendar.ts"
import type { CivilDay } from "../../calendar/civilDay.ts"
import type { TermDate, TermDateKind } from "./termDate.ts"

/** Whose school days are counted, and by which dates. */
export interface SchoolDates {
  readonly dates: ReadonlyArray<TermDate>
  /** A school whose own dates come before the council's; absent: the council's alone. */
  readonly school?: string | undefined
  /** Bank holidays, on which no school is open; by default those of England and Wales. */
  readonly calendar?: Calendar
}

/** What one day is to a school. */
export type SchoolDay =
  | { readonly _tag: "InSchool"; readonly because: string }
  | { readonly _tag: "NotInSchool"; readonly because: string }
  /** No term and no holiday covers it: it is not guessed which it is. */
  | { readonly _tag: "NotKnown" }

/** Within one publication: a training day in a holiday is a holiday no more than it is a school day. */
const order: ReadonlyArray<TermDateKind> = ["inset", "holiday", "term"]

const covers = ({ from, to = from }: TermDate, day: CivilDay): boolean => from <= day && day <= to

const dateOn = (dates: ReadonlyArray<TermDate>, day: CivilDay, school: string | undefined): TermDate | undefined => {
  const covering = dates.filter((date) => date.school === school && covers(date, day))
  for (const kind of order) {
    const found = covering.find((date) => date.kind === kind)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * Whether pupils are in school on a day. Weekends and bank holidays come first, then the school's own dates, then the
 * council's; a training day or a holiday inside a term is none. A day that nothing covers is not known.
 *
 * @param day whole days since 1970-01-01, London's
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { schoolDayOn } from "@safe-return/domain/education"
 *
 * const dates = [
 *   { kind: "term", from: civilDay(2027, 4, 12), to: civilDay(2027, 5, 28), name: "Summer term", source: "Made-up council" }
 * ] as const
 * schoolDayOn({ dates }, civilDay(2027, 5, 4)) // {"_tag":"InSchool","because":"Summer term"}
 * schoolDayOn({ dates }, civilDay(2027, 5, 3)) // {"_tag":"NotInSchool","because":"Early May bank holiday"}
 * schoolDayOn({ dates }, civilDay(2027, 6, 7)) // {"_tag":"NotKnown"}
 * ```
 */
export const schoolDayOn = ({ dates, school, calendar = englandAndWales }: SchoolDates, day: CivilDay): SchoolDay => {
  const closed = reasonNotWorking(calendar, day)
  if (Option.isSome(closed)) return { _tag: "NotInSchool", because: closed.value }
  const own = school === undefined ? undefined : dateOn(dates, day, school)
  const date = own ?? dateOn(dates, day, undefined)
  if (date === undefined) return { _tag: "NotKnown" }
  return { _tag: date.kind === "term" ? "InSchool" : "NotInSchool", because: date.name }
}

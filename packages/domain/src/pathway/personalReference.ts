/**
 * What a case reference must not look like: it is the one thing about a child that is shown in messages, so a name or a
 * birth date given in its place would be shown to everybody who sees them.
 *
 * Asked where a reference comes in for the first time, and no part of `ChildReference`: what was recorded before must
 * still be read.
 */
import { Option } from "effect"
import { civilDay, yearMonthDay } from "../calendar/civilDay.ts"
import type { ChildReference } from "./identifiers.ts"

export type Personal = "birth-date" | "name"

const DATE = /(?<!\d)(\d{1,4})([._/-])(\d{1,2})\2(\d{1,4})(?!\d)/g

/** An Emma is written with one capital, on a phone always; a case system's prefix in capitals, or typed in small letters. */
const CAPITALISED = /(?<![A-Za-z])[A-Z][a-z]{2,}/
const TWO_WORDS = /(?<![A-Za-z])[a-z]{3,}[._/-][a-z]{3,}/

const isDay = (year: number, month: number, day: number): boolean => {
  const read = yearMonthDay(civilDay(year, month, day))
  return read.year === year && read.month === month && read.day === day
}

const fullYear = (year: string): number | undefined => {
  if (year.length === 4) return Number(year)
  return year.length === 2 ? 2000 + Number(year) : undefined
}

/**
 * Digits without anything between them are left alone: `12032011` may be a case system's own number, and turning a
 * child's number away would leave nobody looking for them.
 */
const holdsDate = (reference: string): boolean =>
  [...reference.matchAll(DATE)].some(([, first = "", , middle = "", last = ""]) => {
    if (first.length === 4) return last.length <= 2 && isDay(Number(first), Number(middle), Number(last))
    const year = fullYear(last)
    return first.length <= 2 && year !== undefined && isDay(year, Number(middle), Number(first))
  })

/** What this reference looks like instead of a case system's; none for one that may be used. */
export const personalIn = (reference: ChildReference): Option.Option<Personal> => {
  if (holdsDate(reference)) return Option.some("birth-date")
  return CAPITALISED.test(reference) || TWO_WORDS.test(reference) ? Option.some("name") : Option.none()
}

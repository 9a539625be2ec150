/**
 * What a case reference must not look like: it is the one thing about a child that is shown in messages, so a name or a
 * birth date given in its place would be shown to everybody who sees them.
 *
 * Asked where a reference comes in for the first time, and no part of `ChildReference`: what was recorded before must
 * still be read.
 */
import * as Option from "effect/Option"
import { parseCivilDay } from "../calendar/civilDay.ts"
import type { ChildReference } from "../vocabulary/identifiers.ts"

export type Personal = "birth-date" | "name"

/** Bare digits are left alone: turning a case system's number away would leave nobody looking for the child. */
const YEAR_FIRST = /(?<!\d)\d{4}([._/-])\d{1,2}\1\d{1,2}(?!\d)/g
const DAY_FIRST = /(?<!\d)\d{1,2}([._/-])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)/g

/** An Emma is written with one capital, on a phone always; a case system's prefix in capitals, or typed in small letters. */
const CAPITALISED = /(?<![A-Za-z])[A-Z][a-z]{2,}/
const TWO_WORDS = /(?<![A-Za-z])[a-z]{3,}[._/-][a-z]{3,}/

const numbersOf = (date: string): ReadonlyArray<string> => date.split(/\D/)

/** A year of two digits is one in which a child of today was born. */
const isDay = (yearMonthDay: ReadonlyArray<string>): boolean => {
  const written = yearMonthDay.map((part, place) => (place === 0 ? part.padStart(4, "20") : part.padStart(2, "0")))
  return Option.isSome(parseCivilDay(written.join("-")))
}

const holdsDate = (reference: string): boolean => {
  const yearFirst = (reference.match(YEAR_FIRST) ?? []).map(numbersOf)
  const dayFirst = (reference.match(DAY_FIRST) ?? []).map((date) => numbersOf(date).toReversed())
  return [...yearFirst, ...dayFirst].some(isDay)
}

/**
 * What a case reference looks like that it must not be: a birth date or a name; none for one that may be used. Asked
 * where a reference comes in for the first time; a picture of the council's own references (`fitsPatterns`) keeps more
 * out.
 *
 * @example
 * ```ts
 * import { ChildReference, personalIn } from "@safe-return/domain/pathway"
 *
 * personalIn(ChildReference.make("LCS-10432")) // none()
 * personalIn(ChildReference.make("2011-03-12")) // some("birth-date")
 * personalIn(ChildReference.make("Emma2011")) // some("name")
 * ```
 */
export const personalIn = (reference: ChildReference): Option.Option<Personal> => {
  if (holdsDate(reference)) return Option.some("birth-date")
  return CAPITALISED.test(reference) || TWO_WORDS.test(reference) ? Option.some("name") : Option.none()
}

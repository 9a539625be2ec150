import * as Brand from "effect/Brand"
import * as Option from "effect/Option"
import { civilDay } from "../calendar/civilDay.ts"
import type { Instant } from "../calendar/instant.ts"
import { startOfLondonDay } from "../calendar/londonTime.ts"

/** A London calendar month, as whole months since January of the year 0. */
export type Month = number & Brand.Brand<"Month">

const Month = Brand.nominal<Month>()

const names = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December"
]

/** Reads `YYYY-MM`; none when the text is not of that form or the month does not exist. */
export const parseMonth = (text: string): Option.Option<Month> => {
  const match = typeof text === "string" ? /^([1-9]\d{3})-(0[1-9]|1[0-2])$/.exec(text) : null
  return match === null ? Option.none() : Option.some(Month(Number(match[1]) * 12 + Number(match[2]) - 1))
}

const yearOf = (month: Month): number => Math.floor(month / 12)
const placeInYear = (month: Month): number => month - yearOf(month) * 12

/** `YYYY-MM` */
export const formatMonth = (month: Month): string =>
  `${String(yearOf(month)).padStart(4, "0")}-${String(placeInYear(month) + 1).padStart(2, "0")}`

/** `June 2026` */
export const monthInWords = (month: Month): string => `${names[placeInYear(month)]} ${yearOf(month)}`

/** So many months later, or earlier for a negative number. */
export const addMonths = (month: Month, months: number): Month => Month(month + months)

/** The moment the month begins in London. It lasts until the next one begins. */
export const startOfMonth = (month: Month): Instant =>
  startOfLondonDay(civilDay(yearOf(month), placeInYear(month) + 1, 1))

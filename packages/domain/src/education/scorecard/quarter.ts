import * as Brand from "effect/Brand"
import * as Option from "effect/Option"
import { addDays, type CivilDay, civilDay } from "../../calendar/civilDay.ts"

/** A quarter of the financial year, as whole quarters since April of the year 0. The first of a year is April to June. */
export type Quarter = number & Brand.Brand<"Quarter">

const Quarter = Brand.nominal<Quarter>()

const QUARTERS = 4
const MONTHS = 3
const APRIL = 4

const monthsInWords = ["April to June", "July to September", "October to December", "January to March"]

const financialYearOf = (quarter: Quarter): number => Math.floor(quarter / QUARTERS)
const placeInYear = (quarter: Quarter): number => quarter - financialYearOf(quarter) * QUARTERS
const lastTwoDigits = (year: number): string => String(year % 100).padStart(2, "0")
const yearInWords = (year: number): string => `${String(year).padStart(4, "0")}-${lastTwoDigits(year + 1)}`

/**
 * `2018-19-Q4`: the financial year and the place in it.
 *
 * @example
 * ```ts
 * import { addQuarters, formatQuarter, parseQuarter } from "@safe-return/domain/education"
 * import { Option } from "effect"
 *
 * Option.map(parseQuarter("2018-19-Q4"), (quarter) => formatQuarter(addQuarters(quarter, 1))) // some("2019-20-Q1")
 * ```
 */
export const formatQuarter = (quarter: Quarter): string =>
  `${yearInWords(financialYearOf(quarter))}-Q${placeInYear(quarter) + 1}`

/**
 * Reads `2018-19-Q4`; none when the text is not of that form or the second year does not follow the first. Nothing throws.
 *
 * @example
 * ```ts
 * import { parseQuarter, quarterInWords } from "@safe-return/domain/education"
 * import { Option } from "effect"
 *
 * Option.map(parseQuarter("2018-19-Q4"), quarterInWords) // some("January to March 2019 (2018-19, Q4)")
 * parseQuarter("2018-20-Q4") // none()
 * ```
 */
export const parseQuarter = (text: string): Option.Option<Quarter> => {
  const match = typeof text === "string" ? /^([1-9]\d{3})-\d{2}-Q([1-4])$/.exec(text) : null
  if (match === null) return Option.none()
  const quarter = Quarter(Number(match[1]) * QUARTERS + Number(match[2]) - 1)
  return formatQuarter(quarter) === text ? Option.some(quarter) : Option.none()
}

/**
 * The months of a quarter in words, and its name.
 *
 * @example
 * ```ts
 * import { parseQuarter, quarterInWords } from "@safe-return/domain/education"
 * import { Option } from "effect"
 *
 * Option.map(parseQuarter("2026-27-Q1"), quarterInWords) // some("April to June 2026 (2026-27, Q1)")
 * ```
 */
export const quarterInWords = (quarter: Quarter): string => {
  const place = placeInYear(quarter)
  const year = financialYearOf(quarter)
  return `${monthsInWords[place]} ${place === QUARTERS - 1 ? year + 1 : year} (${yearInWords(year)}, Q${place + 1})`
}

/**
 * So many quarters later, or earlier for a negative number.
 *
 * @example
 * ```ts
 * import { addQuarters, formatQuarter, parseQuarter } from "@safe-return/domain/education"
 * import { Option } from "effect"
 *
 * Option.map(parseQuarter("2018-19-Q1"), (quarter) => formatQuarter(addQuarters(quarter, -1))) // some("2017-18-Q4")
 * ```
 */
export const addQuarters = (quarter: Quarter, quarters: number): Quarter => Quarter(quarter + quarters)

/**
 * The first day of a quarter, London's, such as 1 January.
 *
 * Whole days since 1970-01-01.
 *
 * @example
 * ```ts
 * import { formatCivilDay } from "@safe-return/domain/calendar"
 * import { firstDayOf, parseQuarter } from "@safe-return/domain/education"
 * import { Option } from "effect"
 *
 * Option.map(parseQuarter("2018-19-Q4"), (quarter) => formatCivilDay(firstDayOf(quarter))) // some("2019-01-01")
 * ```
 */
export const firstDayOf = (quarter: Quarter): CivilDay => {
  const months = APRIL - 1 + placeInYear(quarter) * MONTHS
  const year = financialYearOf(quarter) + Math.floor(months / 12)
  return civilDay(year, (months % 12) + 1, 1)
}

/**
 * The last day of a quarter, London's, which belongs to it. Whole days since 1970-01-01.
 *
 * @example
 * ```ts
 * import { formatCivilDay } from "@safe-return/domain/calendar"
 * import { lastDayOf, parseQuarter } from "@safe-return/domain/education"
 * import { Option } from "effect"
 *
 * Option.map(parseQuarter("2018-19-Q4"), (quarter) => formatCivilDay(lastDayOf(quarter))) // some("2019-03-31")
 * ```
 */
export const lastDayOf = (quarter: Quarter): CivilDay => addDays(firstDayOf(addQuarters(quarter, 1)), -1)

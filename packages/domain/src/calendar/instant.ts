/**
 * A moment, as whole milliseconds since 1970-01-01T00:00:00Z.
 *
 * Every time in the pathway is an instant. A wall-clock time without an offset is refused where it enters,
 * because 01:30 happens twice on the last Sunday of October.
 */

import * as Brand from "effect/Brand"
import * as Option from "effect/Option"
import { CivilDay, civilDay, formatCivilDay, parseCivilDay } from "./civilDay.ts"
import { MILLISECONDS_A_DAY, MILLISECONDS_AN_HOUR } from "./unitsOfTime.ts"

/** Whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & Brand.Brand<"Instant">

/**
 * Brands a number of whole milliseconds since 1970-01-01T00:00:00Z as an {@link Instant}, unchecked: for a value from
 * outside there are {@link parseInstant} and {@link checkInstant}.
 *
 * @example
 * ```ts
 * import { Instant, formatInstant } from "@safe-return/domain/calendar"
 *
 * formatInstant(Instant(1_795_255_200_000)) // "2026-11-21T10:00:00.000Z"
 * ```
 */
export const Instant = Brand.nominal<Instant>()

/**
 * So many elapsed hours later, or earlier for a negative number: over a clock change too, an hour is an hour.
 *
 * @param instant epoch milliseconds
 * @param hours may be a fraction that comes to whole milliseconds
 *
 * @example
 * ```ts
 * import { addHours, formatInstant, utc } from "@safe-return/domain/calendar"
 *
 * // The clocks go forward in the night to 29 March: 09:30 in London becomes 10:30.
 * formatInstant(addHours(utc(2026, 3, 27, 9, 30), 72)) // "2026-03-30T09:30:00.000Z"
 * ```
 */
export const addHours = (instant: Instant, hours: number): Instant =>
  (instant + hours * MILLISECONDS_AN_HOUR) as Instant

const pad = (value: number, width: number): string => String(value).padStart(width, "0")

/**
 * A moment in UTC with milliseconds, as in `2026-12-26T20:00:00.000Z`, which {@link parseInstant} reads back. London's
 * time of it: {@link londonClock}.
 *
 * @param instant epoch milliseconds
 *
 * @example
 * ```ts
 * import { formatInstant, utc } from "@safe-return/domain/calendar"
 *
 * formatInstant(utc(2026, 12, 26, 20)) // "2026-12-26T20:00:00.000Z"
 * ```
 */
export const formatInstant = (instant: Instant): string => {
  const day = Math.floor(instant / MILLISECONDS_A_DAY)
  const rest = instant - day * MILLISECONDS_A_DAY
  const time = [Math.floor(rest / 3_600_000), Math.floor(rest / 60_000) % 60, Math.floor(rest / 1_000) % 60]
  return `${formatCivilDay(CivilDay(day))}T${time.map((part) => pad(part, 2)).join(":")}.${pad(rest % 1_000, 3)}Z`
}

/** What is asked for where a moment cannot be read. */
export const ISO_WITH_OFFSET =
  "a date and time with an offset, such as 2026-11-20T18:00:00Z or 2026-07-01T18:00:00+01:00"

const PATTERN = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:[Zz]|([+-])(\d{2}):?(\d{2}))$/

/** Moments whose UTC year has four digits. One outside could be written down but not read back. */
const FIRST_WRITABLE = civilDay(0, 1, 1) * MILLISECONDS_A_DAY
const LAST_WRITABLE = civilDay(10_000, 1, 1) * MILLISECONDS_A_DAY - 1

/**
 * Whether this is whole milliseconds since 1970-01-01T00:00:00Z, of a year from 0 to 9999. It takes any value and does
 * not throw; {@link checkInstant} also says what to give instead.
 *
 * @example
 * ```ts
 * import { isInstant } from "@safe-return/domain/calendar"
 *
 * isInstant(1_795_255_200_000) // true
 * isInstant(1_795_255_200_000.5) // false
 * isInstant("2026-11-21T09:30:00Z") // false
 * ```
 */
export const isInstant = (value: unknown): value is Instant =>
  Number.isSafeInteger(value) && (value as number) >= FIRST_WRITABLE && (value as number) <= LAST_WRITABLE

/**
 * Reads a date and time with an offset as ISO 8601 writes them (`Z`, `+01:00` or `+0100`; seconds and up to nine
 * decimals may follow, of which milliseconds are kept). None when the offset is missing, the moment does not exist, or
 * it is no text at all: without an offset, 01:30 happens twice on the last Sunday of October. Nothing throws.
 *
 * @example
 * ```ts
 * import { formatInstant, parseInstant } from "@safe-return/domain/calendar"
 * import { Option } from "effect"
 *
 * Option.map(parseInstant("2026-07-01T18:00:00+01:00"), formatInstant) // some("2026-07-01T17:00:00.000Z")
 * parseInstant("2026-07-01T18:00:00") // none()
 * parseInstant("2026-02-30T18:00:00Z") // none()
 * ```
 */
export const parseInstant = (text: string): Option.Option<Instant> => {
  if (typeof text !== "string") return Option.none()
  const match = PATTERN.exec(text)
  if (match === null) return Option.none()
  const [, date = "", hour, minute, second = "0", fraction = "", sign, offsetHour = "0", offsetMinute = "0"] = match
  const day = parseCivilDay(date)
  if (Option.isNone(day)) return Option.none()
  const parts = [Number(hour), Number(minute), Number(second), Number(offsetHour), Number(offsetMinute)] as const
  if (parts[0] > 23 || parts[1] > 59 || parts[2] > 59 || parts[3] > 23 || parts[4] > 59) return Option.none()
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, "0"))
  const local = day.value * MILLISECONDS_A_DAY + parts[0] * 3_600_000 + parts[1] * 60_000 + parts[2] * 1_000
  const offset = (sign === "-" ? -1 : 1) * (parts[3] * 3_600_000 + parts[4] * 60_000)
  const instant = Instant(local + milliseconds - offset)
  return instant < FIRST_WRITABLE || instant > LAST_WRITABLE ? Option.none() : Option.some(instant)
}

/**
 * A moment of UTC, in epoch milliseconds, that is known when the code is written: in a table of data, or in a test.
 * Nothing is checked; for text from outside see {@link parseInstant}.
 *
 * @param month 1 to 12
 * @param day 1 to 31
 * @param hour 0 to 23
 * @param minute 0 to 59
 *
 * @example
 * ```ts
 * import { formatInstant, utc } from "@safe-return/domain/calendar"
 *
 * formatInstant(utc(2026, 11, 21, 9, 30)) // "2026-11-21T09:30:00.000Z"
 * ```
 */
export const utc = (year: number, month: number, day: number, hour = 0, minute = 0): Instant =>
  Instant(civilDay(year, month, day) * MILLISECONDS_A_DAY + hour * 3_600_000 + minute * 60_000)

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

export const Instant = Brand.nominal<Instant>()

/** So many elapsed hours later, or earlier for a negative number: over a clock change too, an hour is an hour. */
export const addHours = (instant: Instant, hours: number): Instant =>
  (instant + hours * MILLISECONDS_AN_HOUR) as Instant

const pad = (value: number, width: number): string => String(value).padStart(width, "0")

/** UTC with milliseconds, as in `2026-12-26T20:00:00.000Z`. */
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

/** Whether this is whole milliseconds since 1970-01-01T00:00:00Z, of a year with four digits. */
export const isInstant = (value: unknown): value is Instant =>
  Number.isSafeInteger(value) && (value as number) >= FIRST_WRITABLE && (value as number) <= LAST_WRITABLE

/** Reads ISO 8601 with an offset; none when the offset is missing or the moment does not exist. */
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

/** A moment known when the code is written: a table of data, a test. Months and days count from 1; UTC. */
export const utc = (year: number, month: number, day: number, hour = 0, minute = 0): Instant =>
  Instant(civilDay(year, month, day) * MILLISECONDS_A_DAY + hour * 3_600_000 + minute * 60_000)

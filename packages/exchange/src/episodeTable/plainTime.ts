/** Times as programs write them, read from bytes: the whole of a table is little else. */
import { civilDay, MILLISECONDS_A_DAY, MILLISECONDS_A_MINUTE, MILLISECONDS_AN_HOUR } from "@safe-return/domain/calendar"

const FIRST_YEAR = 1900
const YEARS = 300

/** At `months since January 1900`: the day each month begins on, and the one after the last. */
const monthBegins = Int32Array.from({ length: YEARS * 12 + 1 }, (_, month) =>
  civilDay(FIRST_YEAR + Math.floor(month / 12), (month % 12) + 1, 1)
)

const ZERO = 48

/** The number in so many digits; below zero, or too large for any part of a time, where a byte is no digit. */
const two = (bytes: Uint8Array, at: number): number => {
  const tens = (bytes[at] ?? 0) - ZERO
  const ones = (bytes[at + 1] ?? 0) - ZERO
  return tens >>> 0 > 9 || ones >>> 0 > 9 ? 9_999 : tens * 10 + ones
}

const DASH = 45
const COLON = 58
const CAPITAL_T = 84
const CAPITAL_Z = 90
const STOP = 46

/** What `plainTime` gives where the bytes are not of this form: another reader has to say what they are. */
export const NOT_PLAIN = Number.NaN

/** How long the time is that begins here: `2026-06-01T12:00:00.000Z`, the same without milliseconds, or 0 for neither. */
export const plainTimeLength = (bytes: Uint8Array, at: number): number =>
  bytes[at + 19] === STOP ? (bytes[at + 23] === CAPITAL_Z ? 24 : 0) : bytes[at + 19] === CAPITAL_Z ? 20 : 0

/** Epoch milliseconds of the time of that length that begins here. */
export const plainTime = (bytes: Uint8Array, at: number, length: number): number => {
  if (
    bytes[at + 4] !== DASH ||
    bytes[at + 7] !== DASH ||
    bytes[at + 10] !== CAPITAL_T ||
    bytes[at + 13] !== COLON ||
    bytes[at + 16] !== COLON
  ) {
    return NOT_PLAIN
  }
  const year = two(bytes, at) * 100 + two(bytes, at + 2) - FIRST_YEAR
  const month = two(bytes, at + 5) - 1
  const day = two(bytes, at + 8)
  const [hour, minute, second] = [two(bytes, at + 11), two(bytes, at + 14), two(bytes, at + 17)]
  if (year < 0 || year >= YEARS || month < 0 || month > 11 || day < 1 || hour > 23 || minute > 59 || second > 59) {
    return NOT_PLAIN
  }
  const begins = monthBegins[year * 12 + month] ?? NOT_PLAIN
  const next = monthBegins[year * 12 + month + 1] ?? NOT_PLAIN
  if (day > next - begins) return NOT_PLAIN
  let milliseconds = 0
  if (length === 24) {
    const hundreds = (bytes[at + 20] ?? 0) - ZERO
    const rest = two(bytes, at + 21)
    if (hundreds >>> 0 > 9 || rest > 99) return NOT_PLAIN
    milliseconds = hundreds * 100 + rest
  }
  return (
    (begins + day - 1) * MILLISECONDS_A_DAY +
    hour * MILLISECONDS_AN_HOUR +
    minute * MILLISECONDS_A_MINUTE +
    second * 1_000 +
    milliseconds
  )
}

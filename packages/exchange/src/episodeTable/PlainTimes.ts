/** Times as programs write them, read from bytes: the whole of a table is little else. */
import { civilDay, MILLISECONDS_A_DAY, MILLISECONDS_A_MINUTE, MILLISECONDS_AN_HOUR } from "@safe-return/domain/calendar"

const FIRST_YEAR = 1900
const YEARS = 300

/** At `months since January 1900`: the day each month begins on, and the one after the last. */
const monthBegins = Int32Array.from({ length: YEARS * 12 + 1 }, (_, month) =>
  civilDay(FIRST_YEAR + Math.floor(month / 12), (month % 12) + 1, 1)
)

const ZERO = 48
const PLUS = 43
const DASH = 45
const STOP = 46
const COLON = 58
const CAPITAL_T = 84
const CAPITAL_Z = 90

/** The longest form, `2026-06-01T12:00:00.000+01:00`. */
const LONGEST = 29

const wordOf = (text: string): number => new DataView(new TextEncoder().encode(text).buffer).getInt32(0, true)
/** What follows the minute of most times, in two words. */
const NO_SECONDS = wordOf(":00.")
const NO_MILLISECONDS = wordOf("000Z")

/** What `read` gives where the bytes are not of this form: another reader has to say what they are. */
export const NOT_PLAIN = Number.NaN

/** The number in two digits; too large for any part of a time where a byte is no digit. */
const two = (bytes: Uint8Array, at: number): number => {
  const tens = (bytes[at] ?? 0) - ZERO
  const ones = (bytes[at + 1] ?? 0) - ZERO
  return tens >>> 0 > 9 || ones >>> 0 > 9 ? 9_999 : tens * 10 + ones
}

/** Reads one time after another from the bytes of a table. */
export class PlainTimes {
  #bytes: Uint8Array = new Uint8Array()
  #view = new DataView<ArrayBufferLike>(this.#bytes.buffer)
  /** The two words that the last year and month were written in, and the days that month begins and ends with. */
  #yearWord = 0
  #monthWord = 0
  #monthBegins = NOT_PLAIN
  #monthEnds = NOT_PLAIN
  /** Where the time ends that was read last. */
  end = 0

  open(bytes: Uint8Array): void {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** Epoch milliseconds of the time that begins here, in UTC or with an offset; milliseconds may be left out. */
  read(at: number): number {
    const bytes = this.#bytes
    // So that no word lies beyond the end.
    if (at + LONGEST > bytes.length) return NOT_PLAIN
    const hour = two(bytes, at + 11)
    const minute = two(bytes, at + 14)
    if (hour > 23 || minute > 59 || bytes[at + 13] !== COLON) return NOT_PLAIN
    const begins = this.#dayAt(at) + hour * MILLISECONDS_AN_HOUR + minute * MILLISECONDS_A_MINUTE
    if (this.#view.getInt32(at + 16, true) !== NO_SECONDS || this.#view.getInt32(at + 20, true) !== NO_MILLISECONDS) {
      return begins + this.#rest(at + 16)
    }
    this.end = at + 24
    return begins
  }

  /** Milliseconds of what follows the minute: seconds, milliseconds that may be left out, and the zone. */
  #rest(at: number): number {
    const bytes = this.#bytes
    const second = two(bytes, at + 1)
    if (second > 59 || bytes[at] !== COLON) return NOT_PLAIN
    if (bytes[at + 3] !== STOP) return second * 1_000 - this.#offsetAt(at + 3)
    const hundreds = (bytes[at + 4] ?? 0) - ZERO
    const rest = two(bytes, at + 5)
    if (hundreds >>> 0 > 9 || rest > 99) return NOT_PLAIN
    return second * 1_000 + hundreds * 100 + rest - this.#offsetAt(at + 7)
  }

  /** Epoch milliseconds at which the day begins that is written here, with a `T` after it. */
  #dayAt(at: number): number {
    const bytes = this.#bytes
    const yearWord = this.#view.getInt32(at, true)
    const monthWord = this.#view.getInt32(at + 4, true)
    if (yearWord !== this.#yearWord || monthWord !== this.#monthWord) {
      this.#yearWord = yearWord
      this.#monthWord = monthWord
      this.#readMonth(at)
    }
    const day = this.#monthBegins + two(bytes, at + 8) - 1
    const isDay = day >= this.#monthBegins && day < this.#monthEnds && bytes[at + 10] === CAPITAL_T
    return isDay ? day * MILLISECONDS_A_DAY : NOT_PLAIN
  }

  /** Most times are of the month that the one before was of. */
  #readMonth(at: number): void {
    const bytes = this.#bytes
    const year = two(bytes, at) * 100 + two(bytes, at + 2) - FIRST_YEAR
    const month = two(bytes, at + 5) - 1
    const isMonth =
      year >= 0 && year < YEARS && month >= 0 && month < 12 && bytes[at + 4] === DASH && bytes[at + 7] === DASH
    this.#monthBegins = isMonth ? (monthBegins[year * 12 + month] ?? NOT_PLAIN) : NOT_PLAIN
    this.#monthEnds = isMonth ? (monthBegins[year * 12 + month + 1] ?? NOT_PLAIN) : NOT_PLAIN
  }

  /** Milliseconds by which the local time is ahead of UTC. */
  #offsetAt(at: number): number {
    const bytes = this.#bytes
    const sign = bytes[at]
    if (sign === CAPITAL_Z) {
      this.end = at + 1
      return 0
    }
    const hour = two(bytes, at + 1)
    const minute = two(bytes, at + 4)
    if ((sign !== PLUS && sign !== DASH) || bytes[at + 3] !== COLON || hour > 23 || minute > 59) return NOT_PLAIN
    this.end = at + 6
    return (hour * MILLISECONDS_AN_HOUR + minute * MILLISECONDS_A_MINUTE) * (sign === DASH ? -1 : 1)
  }
}

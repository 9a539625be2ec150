/** A time of day as it is typed: `0945`, `9.45am`, `09:45hrs`, `half nine`, `noon`. */

export interface ClockPhrase {
  /** Since midnight by a London clock; of an hour that is open, as if it were morning. */
  readonly minutes: number
  /** Neither morning nor evening was said: `6`, `6:30`, `945`, `half nine`. */
  readonly isOpen: boolean
  /** `11:30` is by the 24-hour clock, but `11:30 at night` is not. */
  readonly mayBeEvening: boolean
  /** Between two days: people name either of them. */
  readonly isMidnight: boolean
  /** As `12:30am`: people name the day before or the day it is. */
  readonly isTwelveAm: boolean
}

const numberWords = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]

const minuteWords: Readonly<Record<string, number>> = { quarter: 15, half: 30, twenty: 20, "twenty-five": 25 }

const numberOf = (word: string): number | undefined => {
  if (/^\d{1,2}$/.test(word)) return Number(word)
  const place = numberWords.indexOf(word)
  return place === -1 ? minuteWords[word] : place + 1
}

const MINUTES_A_DAY = 1_440
const definite = { isOpen: false, mayBeEvening: false, isMidnight: false, isTwelveAm: false }
const NOON: ClockPhrase = { ...definite, minutes: 720 }
const MIDNIGHT: ClockPhrase = { ...definite, minutes: 0, isMidnight: true }

interface Written {
  readonly hour: number
  readonly minute: number
  readonly half?: string
  /** The 24-hour clock: an hour in two digits with minutes, or `hrs` behind it. */
  readonly isOf24: boolean
  readonly hasHours: boolean
}

const clockOf = ({ hour, minute, half, isOf24, hasHours }: Written): ClockPhrase | undefined => {
  if (minute > 59) return undefined
  if (hour === 24) return minute === 0 && half === undefined && isOf24 ? MIDNIGHT : undefined
  if (hour > 24 || (half === "am" && hour > 12) || (half !== undefined && hour === 0 && half === "pm")) return undefined
  if (half !== undefined) {
    const inHalf = hour > 12 ? hour : (hour % 12) + (half === "pm" ? 12 : 0)
    const isTwelveAm = half === "am" && hour === 12
    if (isTwelveAm && minute === 0) return MIDNIGHT
    return { ...definite, minutes: inHalf * 60 + minute, isTwelveAm }
  }
  const isOpen = !isOf24 && hour >= 1 && hour <= 12
  if (!isOf24 && !isOpen) return undefined
  const mayBeEvening = !hasHours && hour >= 10 && hour <= 12
  return { ...definite, minutes: (isOpen ? hour % 12 : hour) * 60 + minute, isOpen, mayBeEvening }
}

const HALF = String.raw`\s?(am|pm)?`
const DIGITS = new RegExp(String.raw`^(\d{1,2})(?:[:.](\d\d)(?::\d\d)?|h(\d\d))${HALF}(\s?h(?:ou)?rs?|h)?$`)
const RUN = new RegExp(String.raw`^(\d{1,2})(\d\d)${HALF}(\s?h(?:ou)?rs?|h)?$`)
const HOUR = new RegExp(String.raw`^(\d{1,2}|[a-z]+)(?:\so'?clock)?${HALF}(\s?h(?:ou)?rs|h)?$`)
const PAST_OR_TO = new RegExp(String.raw`^([a-z-]+|\d{1,2})(?:\sminutes?)?\s(past|to)\s(\d{1,2}|[a-z]+)${HALF}$`)
const HALF_NINE = new RegExp(String.raw`^(half)()\s(\d{1,2}|[a-z]+)${HALF}$`)

const digitsIn = (text: string): ClockPhrase | undefined => {
  const [, digits, colon, h, half, hours] = DIGITS.exec(text) ?? RUN.exec(text)?.toSpliced(3, 0, "") ?? []
  if (digits === undefined) return undefined
  const [hour, minute] = [Number(digits), Number(colon || h)]
  const isOf24 = digits.length === 2 || hour === 0 || hours !== undefined
  return clockOf({ hour, minute, isOf24, hasHours: hours !== undefined, ...(half === undefined ? {} : { half }) })
}

const hourIn = (text: string): ClockPhrase | undefined => {
  const [, word = "", half, hours] = HOUR.exec(text) ?? []
  const hour = numberOf(word)
  if (hour === undefined || word in minuteWords) return undefined
  const hasHours = hours !== undefined
  return clockOf({ hour, minute: 0, isOf24: hasHours, hasHours, ...(half === undefined ? {} : { half }) })
}

/** `half nine` is half past nine, as everywhere in Britain. */
const fractionIn = (text: string): ClockPhrase | undefined => {
  const [, many = "", way, word = "", half] = PAST_OR_TO.exec(text) ?? HALF_NINE.exec(text) ?? []
  const fraction = numberOf(many)
  if (fraction === undefined || fraction > 30) return undefined
  const from =
    word === "noon" || word === "midday"
      ? NOON
      : word === "midnight"
        ? MIDNIGHT
        : hourIn(`${word} ${half ?? ""}`.trim())
  if (from === undefined) return undefined
  // `Quarter to 12pm` may be before noon or before midnight.
  if (way === "to" && half !== undefined && numberOf(word) === 12) return undefined
  const round = from.isOpen ? 720 : MINUTES_A_DAY
  return {
    ...definite,
    minutes: (from.minutes + (way === "to" ? -fraction : fraction) + round) % round,
    isOpen: from.isOpen,
    isTwelveAm: from.isMidnight && way !== "to"
  }
}

/** Undefined where the whole text is no time of day. */
export const readClockPhrase = (text: string): ClockPhrase | undefined => {
  if (/^(?:12 ?)?(?:noon|midday)$/.test(text)) return NOON
  if (/^(?:12 ?)?midnight$/.test(text)) return MIDNIGHT
  return digitsIn(text) ?? hourIn(text) ?? fractionIn(text)
}

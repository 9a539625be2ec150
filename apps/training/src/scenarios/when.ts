/** A scenario's time: `+2h` or `-1d6h30m` from the step's own, or a London time such as `2026-10-25 01:30 GMT`. */
import {
  Instant,
  londonOffset,
  MILLISECONDS_A_DAY,
  MILLISECONDS_A_MINUTE,
  MILLISECONDS_AN_HOUR,
  parseCivilDay
} from "@safe-return/domain/calendar"
import { Option, Schema } from "effect"

const RELATIVE = /^([+-])(?=\d)(?:(\d{1,3})d)?(?:(\d{1,3})h)?(?:(\d{1,3})m)?$/
const LONDON = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})(?: (BST|GMT))?$/

type Zone = "BST" | "GMT"

/** The moments at which a clock in London shows this: two in the hour that comes twice, none in the one left out. */
const momentsOf = (date: string, time: string): ReadonlyArray<readonly [Zone, Instant]> => {
  const asUtc = Date.parse(`${date}T${time}:00Z`)
  // A parser of dates takes 30 February for 2 March.
  if (Number.isNaN(asUtc) || Option.isNone(parseCivilDay(date))) return []
  const candidates = [["BST", asUtc - MILLISECONDS_AN_HOUR] as const, ["GMT", asUtc] as const]
  return candidates
    .map(([zone, moment]) => [zone, Instant(moment)] as const)
    .filter(([, moment]) => moment + londonOffset(moment) === asUtc)
}

/** What is wrong with a written time, in a sentence; nothing when it can be read. */
export const faultOfWhen = (text: string): string | undefined => {
  if (RELATIVE.test(text)) return undefined
  const [, date = "", time = "", zone] = LONDON.exec(text) ?? []
  if (date === "") return "Give a time such as +2h30m, or a London clock time such as 2026-11-16 09:00"
  const moments = momentsOf(date, time)
  if (moments.length === 0) return "There is no such time in London"
  if (moments.length > 1 && zone === undefined) return "The clocks go back over this time: add BST or GMT"
  return zone === undefined || moments.some(([known]) => known === zone)
    ? undefined
    : `London is not on ${zone} at this time`
}

export const When = Schema.String.check(Schema.makeFilter(faultOfWhen))
export const LondonTime = When.check(
  Schema.isPattern(LONDON, { expected: "a London clock time such as 2026-11-16 09:00" })
)

/** None only for what {@link When} refuses. */
export const momentOf = (when: string, base: Instant): Option.Option<Instant> => {
  const relative = RELATIVE.exec(when)
  if (relative !== null) {
    const [, sign, days = "0", hours = "0", minutes = "0"] = relative
    const distance =
      Number(days) * MILLISECONDS_A_DAY + Number(hours) * MILLISECONDS_AN_HOUR + Number(minutes) * MILLISECONDS_A_MINUTE
    return Option.some(Instant(sign === "-" ? base - distance : base + distance))
  }
  const [, date = "", time = "", zone] = LONDON.exec(when) ?? []
  const moment = momentsOf(date, time).find(([known]) => zone === undefined || known === zone)
  return Option.fromUndefinedOr(moment?.[1])
}

const digits = (value: number) => String(value).padStart(2, "0")

/** A moment as a scenario writes it down, with the zone wherever there could be a doubt. */
export const writtenTime = (moment: Instant): string => {
  const offset = londonOffset(moment)
  const shown = new Date(moment + offset)
  const date = `${shown.getUTCFullYear()}-${digits(shown.getUTCMonth() + 1)}-${digits(shown.getUTCDate())}`
  const time = `${digits(shown.getUTCHours())}:${digits(shown.getUTCMinutes())}`
  const zone = momentsOf(date, time).length > 1 ? (offset === 0 ? " GMT" : " BST") : ""
  return `${date} ${time}${zone}`
}

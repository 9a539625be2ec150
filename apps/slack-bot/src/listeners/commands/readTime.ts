/**
 * A time as people type it on a phone: `yesterday 23:40`, `today 6pm`, `Fri 20/11 1800hrs`, `20 minutes ago`. Always
 * London's clock. What can be read two ways is asked about and never guessed: it may start a 72-hour clock.
 */
import {
  addDays,
  type CivilDay,
  Instant,
  londonClock,
  londonDayOf,
  londonTimeOn,
  parseInstant
} from "@safe-return/domain/calendar"
import { londonDay } from "@safe-return/wording"
import { Equal, Option } from "effect"
import { type ClockPhrase, readClockPhrase } from "./clockPhrase.ts"
import { type DayPhrase, type Direction, readDayPhrase } from "./dayPhrase.ts"
import { readSpan } from "./elapsedPhrase.ts"

export type TypedTime =
  | { readonly _tag: "Time"; readonly at: Instant }
  /** The sentence says how to put it right. What was typed is not repeated: it may hold a name. */
  | { readonly _tag: "Unclear"; readonly sentence: string }

const unclear = (sentence: string): TypedTime => ({ _tag: "Unclear", sentence })
const time = (at: number): TypedTime => ({ _tag: "Time", at: Instant(at) })

const MILLISECONDS_A_MINUTE = 60_000
const MILLISECONDS_AN_HOUR = 3_600_000
const MILLISECONDS_A_DAY = 86_400_000

/** No time takes longer to say, and a whole story is none. */
const LONGEST = 80

const NOT_READ =
  "The time could not be read. Give day and time, such as `yesterday 23:40`, `today 6pm` or `20/11 18:00`."
const NO_TIME = "Give the time as well as the day, such as `yesterday 23:40` or `today 6pm`."
const TWO_WAYS =
  "That can be read in two ways. Write the day with / and the time with :, such as `20/11 18:00` or `20/11/2026 18:00`."
const WHICH_MIDNIGHT =
  "The midnight that begins that day, or the one that ends it? Say `00:00` and the day that begins then."
const CONTRADICTION = "The time does not belong to that part of the day. Check both, or use the 24-hour clock."

const pad = (part: number): string => String(part).padStart(2, "0")

const onClock = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`

type PartOfDay = "morning" | "afternoon" | "evening" | "night"

const ZONE = /(?<=[\dmsh])\s?(bst|gmt|utc|z)\b/
const PART_OF_DAY = /\b(?:in the |at )?(morning|afternoon|evening|night)\b/

interface Typed {
  readonly words: ReadonlyArray<string>
  readonly part?: PartOfDay
  /** By how much the zone that was named is ahead of UTC. */
  readonly ahead?: number
}

/** In small letters, without what says nothing of the time, and with the zone and the part of the day apart. */
const partsOf = (text: string): Typed => {
  const plain = text
    .toLowerCase()
    .replaceAll(/[(),]/g, " ")
    .replaceAll(/(?<![a-z])([ap])\.\s?m\b\.?/g, "$1m")
    .replaceAll(/(?<=[a-z])\.(?=\s|$)/g, "")
    .replaceAll(/(?<=\d)\s?(am|pm)\b/g, "$1")
    .replaceAll(/(?<=\d)(?:\s?(h(?:ou)?rs?)\b\.?)/g, "$1")
    .replaceAll(/\btwenty[ -]five\b/g, "twenty-five")
    .replaceAll(/\blast night\b/g, "yesterday night")
    .replaceAll(/\btonight\b/g, "today night")
    .replaceAll(/\bthis (?=(?:morning|afternoon|evening)\b)/g, "today ")
  const [zone, name] = ZONE.exec(plain) ?? []
  const withoutZone = zone === undefined ? plain : plain.replace(ZONE, "")
  const [, part] = PART_OF_DAY.exec(withoutZone) ?? []
  const words = withoutZone
    .replace(PART_OF_DAY, " ")
    .replaceAll(/\b(?:at|on|about|around|approx(?:imately)?|circa|the|of|just|since)\b\.?/g, " ")
    .replaceAll(/\b(half|quarter|\d{1,2}|[a-z]+) (past|to) /g, "$1_$2_")
    .split(/\s+/)
    .filter((word) => word !== "")
  return {
    words,
    ...(part === undefined ? {} : { part: part as PartOfDay }),
    ...(name === undefined ? {} : { ahead: name === "bst" ? MILLISECONDS_AN_HOUR : 0 })
  }
}

interface Reading {
  readonly day?: DayPhrase
  readonly clock?: ClockPhrase
}

/** Every way to part the words into a day and a time of day. */
const readingsOf = (words: ReadonlyArray<string>, today: CivilDay, direction: Direction): ReadonlyArray<Reading> => {
  const dayOf = (from: number, to: number) => readDayPhrase(words.slice(from, to).join(" "), today, direction)
  const clockOf = (from: number, to: number) => readClockPhrase(words.slice(from, to).join(" ").replaceAll("_", " "))
  const all = words.length
  const parted = Array.from({ length: all }, (_, at) => at).flatMap((at): ReadonlyArray<Reading> => {
    if (at === 0) return []
    const readings = [
      { day: dayOf(0, at), clock: clockOf(at, all) },
      { day: dayOf(at, all), clock: clockOf(0, at) }
    ]
    return readings.flatMap(({ day, clock }) => (day === undefined || clock === undefined ? [] : [{ day, clock }]))
  })
  const [day, clock] = [dayOf(0, all), clockOf(0, all)]
  return [...parted, ...(clock === undefined ? [] : [{ clock }]), ...(day === undefined ? [] : [{ day }])]
}

const halves = (minutes: number): readonly [string, string] => {
  const hour = Math.floor(minutes / 60) || 12
  const past = minutes % 60 === 0 ? "" : `:${pad(minutes % 60)}`
  return [`${hour}${past}am`, `${hour}${past}pm`]
}

const askHalf = (minutes: number): TypedTime => {
  if (minutes === 0) return unclear("Noon or midnight? Say `noon` or `midnight`, or use the 24-hour clock.")
  const [morning, evening] = halves(minutes)
  return unclear(
    `Morning or evening? Say ${morning} or ${evening}, or use the 24-hour clock: ${onClock(minutes)} or ${onClock(minutes + 720)}.`
  )
}

/** From and to when a time may belong to a part of the day, in minutes since midnight. */
const spans: Readonly<Record<PartOfDay, (minutes: number) => boolean>> = {
  morning: (minutes) => minutes < 720,
  afternoon: (minutes) => minutes >= 720 && minutes < 1_140,
  evening: (minutes) => minutes >= 960,
  night: (minutes) => minutes >= 1_020 || minutes < 540
}

/** The minutes since midnight that are meant; undefined where morning or evening must be asked. */
const minutesMeant = (clock: ClockPhrase, part: PartOfDay | undefined): number | undefined => {
  if (!clock.isOpen && (part === undefined || !clock.mayBeEvening)) return clock.minutes
  const minutes = clock.minutes % 720
  switch (part) {
    case undefined:
      return undefined
    case "morning":
      return minutes < 60 ? undefined : minutes
    case "afternoon":
      return minutes + 720
    case "evening":
      return minutes < 60 ? undefined : minutes + 720
    case "night":
      return minutes < 300 ? minutes : minutes + 720
  }
}

/** Both moments at which a London clock shows this on that day; one as a rule, none or two when the clocks change. */
const momentsOf = (day: CivilDay, minutes: number): ReadonlyArray<Instant> => {
  const first = londonTimeOn(day, minutes)
  const shows = (moment: Instant) => {
    const { hour, minute } = londonClock(moment)
    return hour * 60 + minute === minutes
  }
  return [first, Instant(first + MILLISECONDS_AN_HOUR)].filter(shows)
}

const atOf = (day: CivilDay, minutes: number, ahead: number | undefined): number =>
  ahead === undefined ? londonTimeOn(day, minutes) : day * MILLISECONDS_A_DAY + minutes * MILLISECONDS_A_MINUTE - ahead

/** Without a day, or with a weekday alone, the last such time is meant for what has happened, the next for a plan. */
const shifted = (at: number, now: Instant, direction: Direction, step: number): number => {
  if (direction === "past") return at > now ? -step : 0
  return at < now ? step : 0
}

/** Whether a London clock went past this today without showing it: who types it may have looked at another clock. */
const isSkippedToday = (day: CivilDay, minutes: number, now: Instant): boolean => {
  const { hour, minute } = londonClock(now)
  return day === londonDayOf(now) && hour * 60 + minute >= minutes && momentsOf(day, minutes).length === 0
}

const nightAsked = (day: CivilDay, minutes: number): TypedTime =>
  unclear(
    `In the night that follows, or the one before? Say the day that the clock then showed: \`${onClock(minutes)}\` on ${londonDay(day)} or on ${londonDay(addDays(day, 1))}.`
  )

interface Asked {
  readonly now: Instant
  readonly direction: Direction
  readonly part?: PartOfDay
  readonly ahead?: number
}

/** Small hours are of the next day for some people and of that very day for others. */
const isNightOpen = (
  { said }: DayPhrase & { readonly _tag: "Day" },
  clock: ClockPhrase,
  minutes: number,
  asked: Asked
) =>
  (asked.part === "night" && minutes < 540) ||
  (clock.isTwelveAm && (said === "near" || said === "weekday")) ||
  (clock.isTwelveAm && said === "today" && asked.direction === "future")

const resolve = (day: DayPhrase | undefined, clock: ClockPhrase, asked: Asked): TypedTime => {
  const { now, direction, part, ahead } = asked
  if (day?._tag === "Doubtful") return unclear(day.sentence)
  const isTodayPast = day?.said === "today" && direction === "past" && part === undefined
  if (clock.isMidnight && day !== undefined && !isTodayPast) return unclear(WHICH_MIDNIGHT)
  const minutes = minutesMeant(clock, part)
  if (minutes === undefined) return askHalf(clock.minutes)
  if (part !== undefined && !spans[part](minutes)) return unclear(CONTRADICTION)
  if (day !== undefined && isNightOpen(day, clock, minutes, asked)) return nightAsked(day.day, minutes)
  const named = day?.day ?? londonDayOf(now)
  const step = day === undefined ? 1 : day.said === "weekday" ? 7 : 0
  const isSkipped = step > 0 && ahead === undefined && isSkippedToday(named, minutes, now)
  const meant = isSkipped ? named : addDays(named, shifted(atOf(named, minutes, ahead), now, direction, step))
  if (ahead !== undefined) return time(atOf(meant, minutes, ahead))
  const [at, again] = momentsOf(meant, minutes)
  const shown = onClock(minutes)
  if (at === undefined) {
    return unclear(`On ${londonDay(meant)} the clocks went forward and no clock showed ${shown}. Check the time.`)
  }
  if (again !== undefined) {
    return unclear(
      `On ${londonDay(meant)} the clocks go back and ${shown} comes twice. Say \`${shown} BST\` for the first or \`${shown} GMT\` for the second, with the day.`
    )
  }
  return time(at)
}

const NOW = /^(?:just |right )?now$/

/** Elapsed time is counted on the instants, so that no change of the clocks and no host's zone moves it. */
const elapsed = (text: string, now: Instant, direction: Direction): TypedTime | undefined => {
  if (NOW.test(text)) return time(now)
  const [, ago] = /^(?:about |around )?(.+) ago$/.exec(text) ?? []
  const [, ahead] = (direction === "future" ? /^in (.+)$/ : /$^/).exec(text) ?? []
  const span = readSpan(ago ?? ahead ?? "")
  if (span === undefined) return undefined
  return time(ago === undefined ? now + span : now - span)
}

/** The four digits behind a date may be its year, if that is this one or the one beside it. */
const DAYS_OF_YEAR = 731

const isYearOrTime = (readings: ReadonlyArray<Reading>, today: CivilDay): boolean =>
  readings.some(
    ({ day, clock }) => clock === undefined && day?._tag === "Day" && Math.abs(day.day - today) <= DAYS_OF_YEAR
  ) && readings.some(({ day, clock }) => day !== undefined && clock !== undefined)

/** Reads day and time; `now` is when it was typed. */
export const readTime = (typed: string, now: Instant, direction: Direction = "past"): TypedTime => {
  const text = typed.trim().replaceAll(/\s+/g, " ")
  if (text.length > LONGEST) return unclear(NOT_READ)
  const written = parseInstant(text)
  if (Option.isSome(written)) return time(written.value)
  const sinceNow = elapsed(text.toLowerCase(), now, direction)
  if (sinceNow !== undefined) return sinceNow
  const today = londonDayOf(now)
  const { words, part, ahead } = partsOf(text)
  const asked: Asked = {
    now,
    direction,
    ...(part === undefined ? {} : { part }),
    ...(ahead === undefined ? {} : { ahead })
  }
  const readings = readingsOf(words, today, direction)
  if (isYearOrTime(readings, today)) return unclear(TWO_WAYS)
  const resolved = readings.flatMap(({ day, clock }) => (clock === undefined ? [] : [resolve(day, clock, asked)]))
  const [first, ...others] = resolved
  if (first !== undefined) return others.every((other) => Equal.equals(other, first)) ? first : unclear(TWO_WAYS)
  const [dayOnly] = readings
  if (dayOnly?.day?._tag === "Doubtful") return unclear(dayOnly.day.sentence)
  return unclear(dayOnly === undefined ? NOT_READ : NO_TIME)
}

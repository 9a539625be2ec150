/** When in the day things happen, on London's clocks. The proportions are working choices: none is published by hour. */
import {
  addDays,
  type CivilDay,
  Instant,
  londonDayOf,
  MILLISECONDS_A_MINUTE,
  startOfLondonDay
} from "@safe-return/domain/calendar"
import type { Randomness, WeightedChoices } from "./randomness.ts"

export const addMinutes = (instant: Instant, minutes: number): Instant =>
  Instant(instant + minutes * MILLISECONDS_A_MINUTE)

export const minutesBetween = (from: Instant, to: Instant): number => (to - from) / MILLISECONDS_A_MINUTE

/** The hour a child is missed, evenings above all: curfews and bedtimes are when an absence is noticed. */
const hoursMissed: WeightedChoices<readonly [fromHour: number, toHour: number]> = [
  [[17, 20], 26],
  [[20, 24], 44],
  [[0, 3], 10],
  [[3, 8], 2],
  [[8, 15], 8],
  [[15, 17], 10]
]

const atMinuteOfDay = (instant: Instant, minuteOfDay: number): Instant =>
  addMinutes(startOfLondonDay(londonDayOf(instant)), minuteOfDay)

/** The first moment at or after `from` that stands at a likely time of day; at most a day and an hour later. */
export const likelyMissingTime = (from: Instant, random: Randomness): Instant => {
  const [fromHour, toHour] = random.weighted(hoursMissed)
  const minuteOfDay = random.between(fromHour * 60, toHour * 60 - 1)
  const today = atMinuteOfDay(from, minuteOfDay)
  return today >= from ? today : addMinutes(startOfLondonDay(addDays(londonDayOf(from), 1)), minuteOfDay)
}

/** That London day at a time people hold interviews: from 10:00 to before 18:00. */
export const interviewTimeOnDayOf = (instant: Instant, random: Randomness): Instant =>
  atMinuteOfDay(instant, random.between(10 * 60, 18 * 60 - 1))

const deskOpens = (day: CivilDay): Instant => addMinutes(startOfLondonDay(day), 9.5 * 60)
const deskCloses = (day: CivilDay): Instant => addMinutes(startOfLondonDay(day), 18.5 * 60)

/** When desk staff get to it: at once from 09:30 to 18:30, night arrivals in order within the hour before 09:30. */
export const deskTime = (instant: Instant): Instant => {
  const day = londonDayOf(instant)
  if (instant >= deskOpens(day) && instant <= deskCloses(day)) return instant
  const morning = instant < deskOpens(day) ? day : addDays(day, 1)
  const [night, opens] = [deskCloses(addDays(morning, -1)), deskOpens(morning)]
  const nightLeft = minutesBetween(instant, opens) / minutesBetween(night, opens)
  return addMinutes(opens, -Math.round(60 * nightLeft))
}

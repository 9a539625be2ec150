import * as Option from "effect/Option"
import { type Calendar, type Calendars, isWorkingDay, nthWorkingDayAfter } from "../calendar/calendar.ts"
import { addDays, type CivilDay } from "../calendar/civilDay.ts"
import { Instant } from "../calendar/instant.ts"
import { londonDayOf, londonTimeOn } from "../calendar/londonTime.ts"
import type { Policy } from "../policy/policy.ts"
import { minutesOfDay } from "../policy/workingHours.ts"
import type { PendingReminder } from "./reminder.ts"
import { heldToWorkingTime } from "./workingTime.ts"

const lastWorkingDayTo = (day: CivilDay, calendar: Calendar): CivilDay =>
  isWorkingDay(calendar, day) ? day : lastWorkingDayTo(addDays(day, -1), calendar)

/**
 * The working mornings on which an interview is overdue: the last to `now`, since the ones before it have nothing left to
 * say, and the next.
 *
 * @param morning on a London clock, `HH:MM`
 */
export const overdueMornings = (
  dueAt: Instant,
  now: Instant,
  morning: string,
  calendar: Calendar
): ReadonlyArray<PendingReminder> => {
  const minutes = minutesOfDay(morning)
  const on = (day: CivilDay): PendingReminder => ({
    stage: { _tag: "OverdueMorning", day },
    at: londonTimeOn(day, minutes),
    dueAt
  })
  const hasCome = (day: CivilDay, by: number): boolean => londonTimeOn(day, minutes) <= by
  const dayBefore = (day: CivilDay): CivilDay => addDays(day, -1)
  const today = londonDayOf(now)
  const last = on(lastWorkingDayTo(hasCome(today, now) ? today : dayBefore(today), calendar))
  const from = Instant(Math.max(dueAt, now))
  const fromDay = londonDayOf(from)
  const next = on(nthWorkingDayAfter(calendar, hasCome(fromDay, from) ? fromDay : dayBefore(fromDay), 1))
  return last.at > dueAt ? [last, next] : [next]
}

/** The last of what comes once on every working day, at `now` or before. */
export const lastOnWorkingDay = (now: Instant, calendar: Calendar, comesOn: (day: CivilDay) => Instant): Instant => {
  let day = lastWorkingDayTo(londonDayOf(now), calendar)
  while (comesOn(day) > now) day = lastWorkingDayTo(addDays(day, -1), calendar)
  return comesOn(day)
}

/** The first of what comes once on every working day, after `now`. */
export const nextOnWorkingDay = (now: Instant, calendar: Calendar, comesOn: (day: CivilDay) => Instant): Instant => {
  // What is held until the office opens may still be to come of the day before.
  let day = lastWorkingDayTo(addDays(londonDayOf(now), -1), calendar)
  while (comesOn(day) <= now) day = nthWorkingDayAfter(calendar, day, 1)
  return comesOn(day)
}

interface EveryWorkingDay {
  readonly calendar: Calendar
  readonly comesOn: (day: CivilDay) => Instant
}

type OverduePolicy = Pick<Policy, "reminders" | "workingHours" | "interview">

/** Unless the policy says that it waits for nobody, what is overdue waits until the office opens. */
const everyOverdueMorning = (
  { reminders, workingHours, interview }: OverduePolicy,
  on: Calendars
): Option.Option<EveryWorkingDay> => {
  const { overdueMornings: morning, statutory } = reminders
  if (morning === undefined) return Option.none()
  const calendar = on[interview.calendar.value]
  const waits = statutory !== undefined && !statutory.value.includes("overdue-morning")
  const comesOn = (day: CivilDay): Instant => {
    const at = londonTimeOn(day, minutesOfDay(morning.value))
    return waits && workingHours !== undefined ? heldToWorkingTime(at, workingHours.value, calendar) : at
  }
  return Option.some({ calendar, comesOn })
}

/**
 * When what is overdue was last said on a working morning under this policy, at `now` or before; none where the policy
 * has no such morning. Unless the policy says that it waits for nobody, it waits until the office opens.
 *
 * @param now epoch milliseconds; so is the answer
 * @param on the calendar of each nation: weekends and bank holidays have no such morning
 *
 * @example
 * ```ts
 * import { calendars, formatInstant, utc } from "@safe-return/domain/calendar"
 * import { lastOverdueMorning } from "@safe-return/domain/deadlines"
 * import { rotherham } from "@safe-return/domain/policy"
 * import { Option } from "effect"
 *
 * const sunday = utc(2026, 11, 22, 12)
 * Option.map(lastOverdueMorning(rotherham, sunday, calendars), formatInstant) // some("2026-11-20T09:00:00.000Z")
 * ```
 */
export const lastOverdueMorning = (policy: OverduePolicy, now: Instant, on: Calendars): Option.Option<Instant> =>
  Option.map(everyOverdueMorning(policy, on), ({ calendar, comesOn }) => lastOnWorkingDay(now, calendar, comesOn))

/**
 * When what is overdue is said next, after `now`, as {@link lastOverdueMorning} says when it was last; none
 * where the policy has no such morning.
 *
 * @param now epoch milliseconds; so is the answer
 * @param on the calendar of each nation: weekends and bank holidays have no such morning
 *
 * @example
 * ```ts
 * import { calendars, formatInstant, utc } from "@safe-return/domain/calendar"
 * import { nextOverdueMorning } from "@safe-return/domain/deadlines"
 * import { rotherham } from "@safe-return/domain/policy"
 * import { Option } from "effect"
 *
 * const sunday = utc(2026, 11, 22, 12)
 * Option.map(nextOverdueMorning(rotherham, sunday, calendars), formatInstant) // some("2026-11-23T09:00:00.000Z")
 * ```
 */
export const nextOverdueMorning = (policy: OverduePolicy, now: Instant, on: Calendars): Option.Option<Instant> =>
  Option.map(everyOverdueMorning(policy, on), ({ calendar, comesOn }) => nextOnWorkingDay(now, calendar, comesOn))

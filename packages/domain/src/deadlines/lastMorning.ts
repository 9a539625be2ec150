import * as Option from "effect/Option"
import type { Calendars } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { londonDayOf, londonTimeOn } from "../calendar/londonTime.ts"
import type { Policy } from "../policy/policy.ts"
import { minutesOfDay } from "../policy/workingHours.ts"
import { lastOnWorkingDay, lastOverdueMorning, nextOnWorkingDay, nextOverdueMorning } from "./overdueMornings.ts"

export interface Morning {
  readonly at: Instant
  /** From then on it is too late for the summary alone; absent where the policy has no summary. */
  readonly summaryUntil?: Instant
}

type MorningPolicy = Pick<Policy, "digest" | "reminders" | "workingHours" | "interview">

/**
 * The last working morning under this policy, at `now` or before: when its summary is due or, where it has none, when
 * what is overdue is said; none where it has neither.
 *
 * @param now epoch milliseconds; the times in the answer are too
 * @param on the calendar of each nation: weekends and bank holidays have no such morning
 *
 * @example
 * ```ts
 * import { calendars, formatInstant, utc } from "@safe-return/domain/calendar"
 * import { lastMorning } from "@safe-return/domain/deadlines"
 * import { rotherham } from "@safe-return/domain/policy"
 * import { Option } from "effect"
 *
 * const sunday = utc(2026, 11, 22, 12)
 * Option.map(lastMorning(rotherham, sunday, calendars), ({ at }) => formatInstant(at)) // some("2026-11-20T08:30:00.000Z")
 * ```
 */
export const lastMorning = (policy: MorningPolicy, now: Instant, on: Calendars): Option.Option<Morning> => {
  if (policy.digest === undefined) return Option.map(lastOverdueMorning(policy, now, on), (at) => ({ at }))
  const { at: from, until } = policy.digest.value
  const at = lastOnWorkingDay(now, on[policy.interview.calendar.value], (day) => londonTimeOn(day, minutesOfDay(from)))
  return Option.some({ at, summaryUntil: londonTimeOn(londonDayOf(at), minutesOfDay(until)) })
}

/**
 * When the next morning begins that {@link lastMorning} speaks of, after `now`; none where the policy has neither.
 *
 * @param now epoch milliseconds; so is the answer
 * @param on the calendar of each nation: weekends and bank holidays have no such morning
 *
 * @example
 * ```ts
 * import { calendars, formatInstant, utc } from "@safe-return/domain/calendar"
 * import { nextMorning } from "@safe-return/domain/deadlines"
 * import { rotherham } from "@safe-return/domain/policy"
 * import { Option } from "effect"
 *
 * Option.map(nextMorning(rotherham, utc(2026, 11, 22, 12), calendars), formatInstant) // some("2026-11-23T08:30:00.000Z")
 * ```
 */
export const nextMorning = (policy: MorningPolicy, now: Instant, on: Calendars): Option.Option<Instant> => {
  if (policy.digest === undefined) return nextOverdueMorning(policy, now, on)
  const minutes = minutesOfDay(policy.digest.value.at)
  return Option.some(nextOnWorkingDay(now, on[policy.interview.calendar.value], (day) => londonTimeOn(day, minutes)))
}

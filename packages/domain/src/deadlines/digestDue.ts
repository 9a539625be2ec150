import * as Option from "effect/Option"
import type { CivilDay } from "../calendar/civilDay.ts"
import type { Instant } from "../calendar/instant.ts"
import { londonDayOf, londonTimeOn } from "../calendar/londonTime.ts"
import type { Policy } from "../policy/policy.ts"
import { minutesOfDay } from "../policy/workingHours.ts"

export interface DigestDue {
  readonly day: CivilDay
  /** The moment from which it is due, epoch milliseconds. */
  readonly from: Instant
}

/**
 * The London day whose morning summary may go out at `now`: from the policy's time in the morning on, and before it is
 * too late for it. None at other times, and where the policy has no summary. It asks nothing of the day: on a weekend
 * too.
 *
 * @param now epoch milliseconds
 *
 * @example
 * ```ts
 * import { formatCivilDay, utc } from "@safe-return/domain/calendar"
 * import { digestDue } from "@safe-return/domain/deadlines"
 * import { rotherham } from "@safe-return/domain/policy"
 * import { Option } from "effect"
 *
 * Option.map(digestDue(rotherham, utc(2026, 11, 23, 9)), ({ day }) => formatCivilDay(day)) // some("2026-11-23")
 * digestDue(rotherham, utc(2026, 11, 23, 20)) // none()
 * ```
 */
export const digestDue = ({ digest }: Pick<Policy, "digest">, now: Instant): Option.Option<DigestDue> => {
  if (digest === undefined) return Option.none()
  const day = londonDayOf(now)
  const from = londonTimeOn(day, minutesOfDay(digest.value.at))
  const until = londonTimeOn(day, minutesOfDay(digest.value.until))
  return now >= from && now < until ? Option.some({ day, from }) : Option.none()
}

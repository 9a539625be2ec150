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

/** The London day whose morning summary may go out at `now` (epoch milliseconds), if its policy has one. */
export const digestDue = ({ digest }: Pick<Policy, "digest">, now: Instant): Option.Option<DigestDue> => {
  if (digest === undefined) return Option.none()
  const day = londonDayOf(now)
  const from = londonTimeOn(day, minutesOfDay(digest.value.at))
  const until = londonTimeOn(day, minutesOfDay(digest.value.until))
  return now >= from && now < until ? Option.some({ day, from }) : Option.none()
}

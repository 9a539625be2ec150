import { type Instant, londonDayOf, londonTimeOn } from "@safe-return/domain/calendar"
import type { Policy } from "@safe-return/domain/policy"

/** Where a policy has no morning summary, in minutes of a London day. A working choice, not confirmed by any council. */
const USUAL_MORNING = 8 * 60 + 30

/** When the bot says of itself on that day what it counted. */
export const countingMorning = ({ digest }: Policy, now: Instant): Instant => {
  const [hour = 0, minute = 0] = digest?.value.at.split(":").map(Number) ?? []
  return londonTimeOn(londonDayOf(now), digest === undefined ? USUAL_MORNING : hour * 60 + minute)
}

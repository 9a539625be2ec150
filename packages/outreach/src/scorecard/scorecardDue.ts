import type { Council } from "@safe-return/casework"
import { addDays, type Instant, londonDayOf, startOfLondonDay, workingDayAfter } from "@safe-return/domain/calendar"
import { addMonths, type Month, startOfMonth } from "@safe-return/domain/scorecard"
import { Result } from "effect"
import { countingMorning } from "../counts/countingMorning.ts"
import { monthAt } from "./monthAt.ts"

type Rules = Pick<Council["Service"], "policyAt" | "calendars">

/** On the morning of the first working day of a month, by the policy's own time. */
const postedIn = (month: Month, { policyAt, calendars }: Rules): Instant => {
  const begins = startOfMonth(month)
  const policy = policyAt(begins)
  const before = addDays(londonDayOf(begins), -1)
  // Of our own calendars and days: it cannot fail.
  const day = Result.getOrThrow(workingDayAfter(calendars[policy.interview.calendar.value], before, 1))
  return countingMorning(policy, startOfLondonDay(day))
}

/** The month whose scorecard is posted in the month of this moment, and from when on. */
export const scorecardDue = (rules: Rules, now: Instant): { readonly month: Month; readonly at: Instant } => {
  const present = monthAt(now)
  return { month: addMonths(present, -1), at: postedIn(present, rules) }
}

/** When the next one falls due, after `now`. */
export const nextScorecardAt = (rules: Rules, now: Instant): Instant => {
  const { at } = scorecardDue(rules, now)
  return at > now ? at : postedIn(addMonths(monthAt(now), 1), rules)
}

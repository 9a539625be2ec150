import type { Council } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import type { Policy } from "@safe-return/domain/policy"
import { addMonths, type Month, publishingMoment, startOfMonth } from "@safe-return/domain/scorecard"
import { monthAt } from "./monthAt.ts"

type Rules = Pick<Council["Service"], "policyAt" | "calendars">

/** The policy in force when a month ended, by which it is counted. */
export const policyOfMonth = ({ policyAt }: Pick<Rules, "policyAt">, month: Month): Policy =>
  policyAt(Instant(startOfMonth(addMonths(month, 1)) - 1))

const postOf = (month: Month, rules: Rules): Instant =>
  publishingMoment(month, policyOfMonth(rules, month), rules.calendars)

/** The month whose scorecard is posted in the month of this moment, and from when on. */
export const scorecardDue = (rules: Rules, now: Instant): { readonly month: Month; readonly at: Instant } => {
  const present = monthAt(now)
  return { month: addMonths(present, -1), at: postOf(addMonths(present, -1), rules) }
}

/** When the next one falls due, after `now`. */
export const nextScorecardAt = (rules: Rules, now: Instant): Instant => {
  const { at } = scorecardDue(rules, now)
  return at > now ? at : postOf(monthAt(now), rules)
}

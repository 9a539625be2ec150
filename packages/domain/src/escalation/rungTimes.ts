/** When a rung of a ladder is reached, and whether it is passed over then. */

import type { Calendar } from "../calendar/calendar.ts"
import { Instant } from "../calendar/instant.ts"
import { MILLISECONDS_A_MINUTE } from "../calendar/unitsOfTime.ts"
import { afterWorkingMinutes, isWorkingTime } from "../deadlines/workingTime.ts"
import type { DecisionRung } from "../policy/decisionLadder.ts"
import type { Policy } from "../policy/policy.ts"

export const rungTime = (
  { afterMinutes, clock }: Pick<DecisionRung, "afterMinutes" | "clock">,
  from: Instant,
  { workingHours }: Policy,
  calendar: Calendar
): Instant =>
  clock === "working-hours" && afterMinutes > 0 && workingHours !== undefined
    ? afterWorkingMinutes(from, afterMinutes, workingHours.value, calendar)
    : Instant(from + afterMinutes * MILLISECONDS_A_MINUTE)

export const isPassedOver = (
  { onlyOutOfHours }: Pick<DecisionRung, "onlyOutOfHours">,
  at: Instant,
  { workingHours }: Policy,
  calendar: Calendar
): boolean => onlyOutOfHours === true && workingHours !== undefined && isWorkingTime(at, workingHours.value, calendar)

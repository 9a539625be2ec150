import type { Calendars } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { heldToClosing } from "../deadlines/workingTime.ts"
import type { DecisionRung } from "../policy/decisionLadder.ts"
import type { Policy } from "../policy/policy.ts"
import { rungTime } from "./rungTimes.ts"

/** A rung above those who decide, with when it hears that nobody has decided; one for out of hours waits for the closing. */
export interface DecisionRungReached {
  readonly rung: DecisionRung
  readonly at: Instant
}

/**
 * Everybody who hears, while nobody decides, that a decision waits; none under a policy that names nobody.
 *
 * @param since when there was something to decide, in epoch milliseconds; so is `at` in the answer
 * @param on the calendar of each nation that working hours are counted on
 *
 * @example
 * ```ts
 * import { calendars, formatInstant, utc } from "@safe-return/domain/calendar"
 * import { decisionRungsOf } from "@safe-return/domain/escalation"
 * import { nationalMinimum, rotherham } from "@safe-return/domain/policy"
 *
 * const [first] = decisionRungsOf(rotherham, utc(2026, 11, 23, 9), calendars)
 * first?.rung.who // "team-manager"
 * first && formatInstant(first.at) // "2026-11-23T10:00:00.000Z"
 * decisionRungsOf(nationalMinimum, utc(2026, 11, 23, 9), calendars) // []
 * ```
 */
export const decisionRungsOf = (policy: Policy, since: Instant, on: Calendars): ReadonlyArray<DecisionRungReached> => {
  const calendar = on[policy.interview.calendar.value]
  const { workingHours } = policy
  return (policy.decisionLadder?.value ?? []).map((rung) => {
    const at = rungTime(rung, since, policy, calendar)
    const isHeld = rung.onlyOutOfHours === true && workingHours !== undefined
    return { rung, at: isHeld ? heldToClosing(at, workingHours.value, calendar) : at }
  })
}

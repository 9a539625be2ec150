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
 * @param since when there was something to decide, in epoch milliseconds
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

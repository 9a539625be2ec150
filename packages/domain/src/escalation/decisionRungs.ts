import type { Calendars } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { DecisionRung } from "../policy/decisionLadder.ts"
import type { Policy } from "../policy/policy.ts"
import { isPassedOver, rungTime } from "./rungTimes.ts"

/** A rung above those who decide, with when it hears that nobody has decided. */
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
  return (policy.decisionLadder?.value ?? [])
    .map((rung) => ({ rung, at: rungTime(rung, since, policy, calendar) }))
    .filter(({ rung, at }) => !isPassedOver(rung, at, policy, calendar))
}

/** When a child has to be looked at again though nothing happens: time alone brings something. */
import type { Instant } from "@safe-return/domain/calendar"
import { nextChangeAt } from "@safe-return/domain/escalation"
import { Option } from "effect"
import { nextAskedAgainAt } from "../owed/alertAskedAgain.ts"
import { climbsOf, isManned } from "../owed/alertClimbs.ts"
import { nextDecisionRungAt } from "../owed/decisionClimb.ts"
import type { CaseSnapshot } from "../owed/OwedMessage.ts"
import { earliest } from "./earliest.ts"

/** Until then the same is owed: what `owed.ts` gains that depends on time has to be known here. */
export const nextLookAt = (snapshot: CaseSnapshot): Instant | undefined => {
  const { state, now, facts, calendars } = snapshot
  const known = { calendars, isManned: isManned(snapshot), ...(facts === undefined ? {} : { facts }) }
  const byTime = Option.toArray(nextChangeAt(state, now, known))
  const byLadder = climbsOf(snapshot).map(({ next }) => next)
  const byDecision = nextDecisionRungAt(snapshot)
  return earliest([...byTime, ...byLadder, nextAskedAgainAt(snapshot), byDecision])
}

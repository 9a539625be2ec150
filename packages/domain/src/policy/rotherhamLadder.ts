import type { Ladder } from "./ladder.ts"
import { workingChoice } from "./workingChoice.ts"

/**
 * The allocated worker is told with the alert, and everybody after them because nobody has said that they have seen it.
 * The same whatever the risk is graded as, so that who was told gives no grade away.
 */
export const rotherhamLadder: Ladder = workingChoice(
  [
    { who: "worker", afterMinutes: 0, clock: "always" },
    { who: "missing-coordinator", afterMinutes: 15, clock: "always" },
    { who: "out-of-hours-duty", afterMinutes: 15, clock: "always", onlyOutOfHours: true },
    { who: "team-manager", afterMinutes: 30, clock: "always" },
    { who: "head-of-service", afterMinutes: 60, clock: "always" },
    { who: "out-of-hours-duty", by: "sms", afterMinutes: 90, clock: "always", onlyOutOfHours: true },
    { who: "team-manager", by: "email", afterMinutes: 90, clock: "always" }
  ],
  "no source seen says who is told, or how soon, when an alert is not acknowledged"
)

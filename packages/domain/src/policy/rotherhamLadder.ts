import type { Ladder } from "./ladder.ts"
import { workingChoice } from "./workingChoice.ts"

/** The allocated worker is told with the alert, the others while nobody answers, whatever the risk grade. */
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

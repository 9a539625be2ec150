import type { DecisionLadder } from "./decisionLadder.ts"
import { workingChoice } from "./workingChoice.ts"

/** Those who decide are told at once; these hear of it while nobody decides. */
export const rotherhamDecisionLadder: DecisionLadder = workingChoice(
  [
    { who: "team-manager", afterMinutes: 60, clock: "always" },
    { who: "out-of-hours-duty", afterMinutes: 60, clock: "always", onlyOutOfHours: true },
    { who: "head-of-service", afterMinutes: 240, clock: "working-hours" }
  ],
  "no source seen says who hears, or how soon, that nobody has decided on a trigger"
)

/** Scenarios as the page shows them. */

import { definedFields } from "@safe-return/domain/definedFields"
import { app } from "../workspace/place.ts"
import type { PlayedScenario, ScenarioSummary, ShownStep, StepOutcome } from "./api.ts"
import { channelOfPersona, personaOf } from "./cast.ts"
import { byHand, seesInWords } from "./inWords.ts"
import type { Playthrough } from "./Playthrough.ts"
import type { Scenario, Step } from "./Scenario.ts"

export const summaryOf = ({ id, title, why, steps }: Scenario): ScenarioSummary => ({
  id,
  title,
  why,
  steps: steps.length
})

/** Where the page has to be for a step to be done, or to be watched. */
const placeOf = ({ does, sees, who }: Step): string => {
  if (does !== undefined && "notify" in does) return "police"
  if (does !== undefined && "type" in does) return does.in ?? channelOfPersona(who)
  if (does !== undefined && "click" in does && does.on === "home") return "home"
  const isDirect =
    does === undefined
      ? sees.some((each) => "direct" in each && each.direct === who)
      : "click" in does && does.on === "direct"
  return isDirect ? app.name : channelOfPersona(who)
}

const shown = (step: Step, outcome: StepOutcome | undefined): ShownStep => ({
  tell: step.tell,
  byHand: byHand(step),
  as: personaOf(step.who).id,
  in: placeOf(step),
  sees: step.sees.map(seesInWords),
  ...definedFields({ outcome })
})

export const playedScenario = ({ scenario, outcomes }: Playthrough): PlayedScenario => ({
  id: scenario.id,
  title: scenario.title,
  why: scenario.why,
  steps: scenario.steps.map((step, index) => shown(step, outcomes[index])),
  next: outcomes.length
})

import type { ScorecardRules } from "./scorecardRules.ts"
import { workingChoice } from "./workingChoice.ts"

/** Of a policy that gives none, as those in older journals. */
export const usualScorecardRules: ScorecardRules = {
  percentFrom: workingChoice(
    5,
    "no source gives the smallest base of a percentage; of fewer than 5, one child moves it by a fifth"
  )
}

/** Those of a policy, or the usual ones where it gives none. */
export const scorecardRulesOf = (policy: { readonly scorecard?: ScorecardRules }): ScorecardRules =>
  policy.scorecard ?? usualScorecardRules

const usualShownFrom = workingChoice(
  5,
  "councils suppress under 5 or under 6; no text gives the number for children who go missing"
)

/** The smallest count that a suppressed scorecard shows: the policy's, or the usual one where it gives none. */
export const shownFromOf = (policy: { readonly scorecard?: ScorecardRules }): number =>
  (policy.scorecard?.shownFrom ?? usualShownFrom).value

import type { ScorecardRules } from "./scorecardRules.ts"
import { workingChoice } from "./workingChoice.ts"

/** Of a policy that gives none, as those in older journals. */
export const usualScorecardRules: ScorecardRules = {
  percentFrom: workingChoice(
    5,
    "no source gives the smallest base of a percentage; of fewer than 5, one child moves it by a fifth"
  )
}

/**
 * How a scorecard shows what it counted: the rules of a policy, or the usual ones where it gives none. Each number is
 * beside its source.
 *
 * @example
 * ```ts
 * import { scorecardRulesOf } from "@safe-return/domain/policy"
 *
 * scorecardRulesOf({}).percentFrom.value // 5
 * ```
 */
export const scorecardRulesOf = (policy: { readonly scorecard?: ScorecardRules }): ScorecardRules =>
  policy.scorecard ?? usualScorecardRules

const usualShownFrom = workingChoice(
  5,
  "councils suppress under 5 or under 6; no text gives the number for children who go missing"
)

/**
 * The smallest count that a suppressed scorecard shows: the policy's, or 5 where it gives none. No text gives the
 * number for children who go missing; councils suppress under 5 or under 6.
 *
 * @example
 * ```ts
 * import { shownFromOf } from "@safe-return/domain/policy"
 *
 * shownFromOf({}) // 5
 * ```
 */
export const shownFromOf = (policy: { readonly scorecard?: ScorecardRules }): number =>
  (policy.scorecard?.shownFrom ?? usualShownFrom).value

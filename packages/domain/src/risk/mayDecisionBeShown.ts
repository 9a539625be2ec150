import type { TriggerKey } from "../pathway/triggerDecision.ts"
import type { Policy } from "../policy/policy.ts"
import { shippedRules } from "./rules/index.ts"
import { triggersOf } from "./trigger.ts"

/**
 * Whether chat may say that a trigger was decided on: a decision on a hidden trigger would tell that it was met. Not
 * for a code that the policy does not have. Source: decision 9 (`docs/decisions/0009-risk-triggers.md`).
 *
 * @param key the key of a firing
 *
 * @example
 * ```ts
 * import { rotherham } from "@safe-return/domain/policy"
 * import { mayDecisionBeShown } from "@safe-return/domain/risk"
 *
 * mayDecisionBeShown(rotherham, "offer-late:episode-1") // true
 * mayDecisionBeShown(rotherham, "harm-disclosed:episode-1") // false
 * ```
 */
export const mayDecisionBeShown = (policy: Policy, key: TriggerKey): boolean =>
  triggersOf(policy, shippedRules).triggers.some(
    ({ setting, rule }) => key.startsWith(`${setting.code}:`) && rule.mayGoToChat
  )

import type { TriggerKey } from "../pathway/triggerDecision.ts"
import type { Policy } from "../policy/policy.ts"
import { shippedRules } from "./rules/index.ts"
import { triggersOf } from "./trigger.ts"

/**
 * Whether a decision on this trigger may be spoken of in chat: that someone decided on one which is never posted would tell
 * that it was met. Of a rule this policy does not have, no.
 */
export const mayDecisionBeShown = (policy: Policy, key: TriggerKey): boolean =>
  triggersOf(policy, shippedRules).triggers.some(
    ({ setting, rule }) => key.startsWith(`${setting.code}:`) && rule.mayGoToChat
  )

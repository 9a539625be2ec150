import type { TriggerKey } from "../pathway/triggerDecision.ts"
import type { Policy } from "../policy/policy.ts"
import { shippedRules } from "./rules/index.ts"
import { triggersOf } from "./trigger.ts"

/** Whether chat may say that it was decided on: a decision on a hidden trigger would tell that it was met. */
export const mayDecisionBeShown = (policy: Policy, key: TriggerKey): boolean =>
  triggersOf(policy, shippedRules).triggers.some(
    ({ setting, rule }) => key.startsWith(`${setting.code}:`) && rule.mayGoToChat
  )

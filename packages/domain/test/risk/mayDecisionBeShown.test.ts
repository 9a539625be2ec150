import { describe, expect, it } from "vitest"
import { derbyshire, nationalMinimum, rotherham } from "../../src/policy/index.ts"
import { mayDecisionBeShown, shippedRules } from "../../src/risk/index.ts"
import { triggersOf } from "../../src/risk/trigger.ts"

describe("whether a decision may be spoken of in chat", () => {
  it.each([rotherham, derbyshire, nationalMinimum].map((policy) => [policy.id, policy] as const))(
    "%s: as each of its triggers may be posted, and none of another's",
    (_, policy) => {
      const triggers = triggersOf(policy, shippedRules).triggers
      expect(triggers.length).toBeGreaterThan(0)
      for (const { setting, rule } of triggers) {
        expect(mayDecisionBeShown(policy, `${setting.code}:episode-1+episode-2`)).toBe(rule.mayGoToChat)
      }
      expect(mayDecisionBeShown(policy, "nobodys-rule:episode-1")).toBe(false)
    }
  )

  it("takes no rule for another whose name it begins", () => {
    const { setting } = triggersOf(rotherham, shippedRules).triggers.find(({ rule }) => rule.mayGoToChat) ?? {}
    expect(mayDecisionBeShown(rotherham, `${setting?.code}-other:episode-1`)).toBe(false)
  })
})

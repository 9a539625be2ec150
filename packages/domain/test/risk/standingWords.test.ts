import { describe, expect, it } from "vitest"
import { standingWords } from "../../src/risk/index.ts"

describe("what has become of a trigger", () => {
  const decided = (answer: "yes" | "no") => ({ _tag: "Decided", decision: { answer, reason: "A long story" } }) as const

  it("is no words while it awaits a decision", () => {
    expect(standingWords({ _tag: "Open" })).toBeUndefined()
  })

  it("is what was decided, without the reason that was given", () => {
    expect(standingWords(decided("yes"))).toBe("Decided: it is done or arranged.")
    expect(standingWords(decided("no"))).toBe("Decided: it is not to be done, with a reason kept with the case.")
  })

  it.each([
    ["corrected", "No longer stands: the evidence was put right."],
    ["episode-cancelled", "No longer stands: an episode of its evidence was cancelled."],
    ["duplicate", "No longer stands: two episodes of its evidence were one disappearance."]
  ] as const)("is why it no longer stands: %s", (because, words) => {
    expect(standingWords({ _tag: "EvidenceCorrected", because })).toBe(words)
  })
})

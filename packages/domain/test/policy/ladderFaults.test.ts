import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { checkPolicy, type Rung, rotherham } from "../../src/policy/index.ts"

const faults = (...rungs: ReadonlyArray<Rung>) =>
  Result.match(checkPolicy({ ...rotherham, ladder: { value: rungs, source: "Made-up", verified: false } }), {
    onFailure: (found) => found.map(({ field }) => field),
    onSuccess: () => []
  })

const worker: Rung = { who: "worker", afterMinutes: 0, clock: "always" }
const manager: Rung = { who: "team-manager", afterMinutes: 30, clock: "always" }

describe("a ladder", () => {
  it("is in order as Rotherham's is, or with one rung alone", () => {
    expect(Result.isSuccess(checkPolicy(rotherham))).toBe(true)
    expect(faults(manager)).toEqual([])
    expect(faults(worker, manager)).toEqual([])
  })

  it("has a rung at least", () => {
    expect(faults()).toEqual(["ladder.value[0]"])
  })

  it("does not go back in time", () => {
    expect(faults(manager, worker)).toEqual(["ladder.value[1].afterMinutes"])
    expect(faults(worker, { ...manager, afterMinutes: 0 })).toEqual([])
  })

  it("leaves Slack after everybody in Slack, and to roles alone", () => {
    expect(faults({ ...worker, by: "sms" })).toEqual(["ladder.value[0].who"])
    expect(faults({ ...manager, by: "email" }, { ...manager, who: "head-of-service" })).toEqual(["ladder.value[1].by"])
    expect(faults(manager, { ...manager, by: "email" }, { ...manager, by: "sms" })).toEqual([])
  })

  it("tells nobody twice, but may tell them differently by the grade of risk", () => {
    expect(faults(manager, { ...manager, afterMinutes: 60 })).toEqual(["ladder.value[1].who"])
    expect(
      faults(
        { ...manager, risks: ["high"] },
        { ...manager, risks: ["low", "medium"], afterMinutes: 5 },
        { ...manager, risks: ["medium"], afterMinutes: 90 }
      )
    ).toEqual(["ladder.value[2].who"])
  })
})

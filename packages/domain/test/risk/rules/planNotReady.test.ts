import { describe, expect, it } from "vitest"
import { calendars } from "../../../src/calendar/index.ts"
import type { ChildState } from "../../../src/pathway/state.ts"
import { triggersNotKnown } from "../../../src/risk/index.ts"
import { at, begun, evidence, fired, policyOf } from "../madeUpRecord.ts"

const policy = policyOf({ rule: "plan-not-ready" })

const plan = (facts: object = {}): NonNullable<ChildState["findMePlan"]> => ({
  kind: "trigger-plan",
  reference: "LCS-DOC-1" as NonNullable<ChildState["findMePlan"]>["reference"],
  facts: {
    photograph: "present",
    contacts: "present",
    "likely-places": "present",
    "ways-to-reach": "present",
    "place-of-return": "present",
    ...facts
  },
  reviewDueAt: at(100)
})

const withPlan = (findMePlan: NonNullable<ChildState["findMePlan"]>, ...hours: ReadonlyArray<number>) => ({
  ...begun(policy, ...hours),
  findMePlan
})

describe("the Find Me Plan when a child goes missing", () => {
  it("that is whole and in date asks for nothing; from its review on it is stale", () => {
    expect(fired(withPlan(plan(), 0), { now: at(99) })).toEqual([])
    expect(fired(withPlan(plan(), 0), { now: at(100) })).toMatchObject([
      { because: "The plan is past its review.", metAt: at(100), mayGoToChat: true }
    ])
  })

  it.each(["absent", "out-of-date"])("with a fact that is %s fires, and counts what it lacks", (held) => {
    expect(fired(withPlan(plan({ photograph: held }), 0), { now: at(2) })).toMatchObject([
      { because: "Of the plan's 5 facts 1 is absent or out of date.", metAt: at(1) }
    ])
  })

  it("says how many facts are wanting, and past its review has been wanting since before", () => {
    const wanting = plan({ photograph: "absent", contacts: "out-of-date" })
    expect(fired(withPlan(wanting, 0), { now: at(2) })[0]?.because).toBe(
      "Of the plan's 5 facts 2 are absent or out of date."
    )
    expect(fired(withPlan(wanting, 0), { now: at(200) })).toMatchObject([
      { because: "The plan is past its review.", metAt: at(1) }
    ])
    expect(fired(withPlan(plan(), 150), { now: at(200) })[0]?.metAt).toBe(at(151))
  })

  it("fires once an episode, whatever else becomes stale", () => {
    const keys = [plan({ photograph: "absent" }), plan({ photograph: "absent", contacts: "absent" }), plan()].map(
      (one) => fired(withPlan(one, 0), { now: at(200) }).map(({ key }) => key)
    )
    expect(new Set(keys.flat())).toEqual(new Set(["plan-not-ready:episode-1"]))
    expect(evidence(withPlan(plan(), 0, 50), { now: at(200) })).toEqual([[2]])
    expect(evidence(withPlan(plan({ photograph: "absent" }), 0, 50), { now: at(99) })).toEqual([[2]])
  })

  it("says as much in chat, since it tells nothing of the child", () => {
    const fresh = policyOf({ rule: "plan-not-ready" })
    expect(fired(begun(fresh, 0), { facts: { hasNoPlan: true } })).toMatchObject([
      { mayGoToChat: true, verified: true }
    ])
  })

  it("that nobody has recorded is not known; that there is none has to be said", () => {
    const state = begun(policy, 0)
    expect(fired(state)).toEqual([])
    expect(triggersNotKnown(state, { calendars, now: at(1) }).map(({ needs }) => needs)).toEqual([
      "whether there is a Find Me Plan"
    ])
    expect(fired(state, { facts: { hasNoPlan: true } })).toMatchObject([
      { because: "There is no Find Me Plan or Trigger Plan.", metAt: at(1) }
    ])
    expect(fired(state, { facts: { hasNoPlan: false } })).toEqual([])
    expect(triggersNotKnown(state, { calendars, now: at(1), facts: { hasNoPlan: true } })).toEqual([])
    expect(triggersNotKnown(withPlan(plan(), 0), { calendars, now: at(1) })).toEqual([])
  })
})

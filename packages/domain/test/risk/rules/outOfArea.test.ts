import { describe, expect, it } from "vitest"
import { calendars } from "../../../src/calendar/index.ts"
import { type ChildFacts, triggersNotKnown } from "../../../src/risk/index.ts"
import { at, begun, evidence, fired, id, policyOf } from "../madeUpRecord.ts"

const policy = policyOf({ rule: "out-of-area" })
const placedAway: ChildFacts = { caseStatus: "looked-after", placedOutOfArea: true }

describe("looked after and placed out of area", () => {
  it("fires once for the latest episode, and again for the next", () => {
    expect(evidence(begun(policy, 0), { facts: placedAway })).toEqual([[1]])
    expect(evidence(begun(policy, 0, 10), { facts: placedAway })).toEqual([[2]])
    expect(evidence(begun(policy, 10, 0), { facts: placedAway })).toEqual([[1]])
  })

  it("needs both facts", () => {
    const state = begun(policy, 0)
    expect(fired(state, { facts: { ...placedAway, placedOutOfArea: false } })).toEqual([])
    expect(fired(state, { facts: { ...placedAway, caseStatus: "child-in-need" } })).toEqual([])
    expect(fired(state)).toEqual([])
  })

  it("says why, when, and that chat is not to tell where a child is placed", () => {
    expect(fired(begun(policy, 0), { facts: placedAway })).toMatchObject([
      {
        because: "A looked-after child who is placed outside the responsible authority's area.",
        metAt: at(1),
        mayGoToChat: false,
        key: "out-of-area:episode-1"
      }
    ])
  })

  it("says what it would have to know", () => {
    const needs = (facts: ChildFacts) =>
      triggersNotKnown(begun(policy, 0), { calendars, now: at(1), facts }).map((one) => one.needs)
    expect(needs({})).toEqual(["the child's case status"])
    expect(needs({ caseStatus: "looked-after" })).toEqual(["where the child is placed"])
    expect(needs({ caseStatus: "early-help" })).toEqual([])
    expect(needs(placedAway)).toEqual([])
    expect(needs({ caseStatusAt: new Map([[id(1), "looked-after"]]) })).toEqual(["where the child is placed"])
  })
})

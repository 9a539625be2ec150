import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import type { Instant } from "../../src/calendar/index.ts"
import { FindMePlan, type PlanFact, planFactWords, planStanding, wantingFacts } from "../../src/findMePlan/index.ts"
import { CaseSystemReference, emptyChildState, type Progress } from "../../src/pathway/index.ts"
import { about, at, found, missing, notify, play, playFrom } from "../pathway/madeUpChild.ts"

const reference = CaseSystemReference.make("LL-PLAN-1")
const inOrder: FindMePlan = {
  kind: "trigger-plan",
  reference,
  facts: {
    photograph: "present",
    contacts: "present",
    "likely-places": "present",
    "ways-to-reach": "present",
    "place-of-return": "present"
  },
  reviewDueAt: at(100)
}
const kept = (plan: FindMePlan) => playFrom(emptyChildState, { _tag: "RecordFindMePlan", plan })

describe("whether a child's plan can be relied on", () => {
  it("no plan comes before all", () => {
    expect(planStanding(emptyChildState, at(0))).toEqual({ _tag: "NoPlan" })
  })

  it("is in order with all five facts, until its review is due", () => {
    expect(planStanding(kept(inOrder), (at(100) - 1) as Instant)).toEqual({ _tag: "InOrder" })
    expect(planStanding(kept(inOrder), at(100))).toEqual({ _tag: "Stale", since: at(100), wanting: [] })
  })

  it.each(Object.keys(planFactWords.words) as ReadonlyArray<PlanFact>)("is incomplete without %s", (fact) => {
    for (const held of ["absent", "out-of-date"] as const) {
      const plan = { ...inOrder, facts: { ...inOrder.facts, [fact]: held } }
      expect(wantingFacts(plan)).toEqual([fact])
      expect(planStanding(kept(plan), at(0))).toEqual({ _tag: "Incomplete", wanting: [fact] })
      expect(planStanding(kept(plan), at(200))).toMatchObject({ _tag: "Stale", wanting: [fact] })
    }
  })

  it("a later plan takes the place of the earlier one", () => {
    const state = playFrom(kept(inOrder), {
      _tag: "RecordFindMePlan",
      plan: { ...inOrder, kind: "find-me-plan", reviewDueAt: at(500) }
    })
    expect(planStanding(state, at(200))).toEqual({ _tag: "InOrder" })
  })

  it("points to the case system and holds nothing of what the plan says", () => {
    expect(Object.keys(FindMePlan.fields).sort()).toEqual(["facts", "kind", "reference", "reviewDueAt"])
    expect(Object.keys(FindMePlan.fields.facts.fields)).toEqual(Object.keys(planFactWords.words))
    const decode = Schema.decodeUnknownResult(FindMePlan)
    const written = Schema.encodeSync(FindMePlan)(inOrder)
    expect(Result.isSuccess(decode(written))).toBe(true)
    expect(Result.isFailure(decode({ ...written, facts: { ...written.facts, photograph: "photo.jpg" } }))).toBe(true)
    expect(Result.isFailure(decode({ ...written, reference: "she goes to the park" }))).toBe(true)
  })
})

describe("part two of the plan", () => {
  const partTwo = { reference, clothing: "present", "last-seen": "absent" } as const
  const progressOf = (state: ReturnType<typeof play>): Progress | undefined => state.episodes[0]?.progress
  const gone = play(notify(missing()), about("RecordPartTwo", { partTwo }))

  it("is held while the child is missing", () => {
    expect(progressOf(gone)).toEqual({ _tag: "Missing", partTwo })
  })

  it("goes when the child is found", () => {
    expect(progressOf(playFrom(gone, notify(found(at(8)))))).toEqual({ _tag: "Found", foundAt: at(8) })
  })
})

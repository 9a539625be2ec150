import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { type ChildState, type DecideOnTrigger, decide, type TriggerDecisions } from "../../../src/pathway/index.ts"
import { about, episodeId, MUCH_LATER, playFrom } from "../madeUpChild.ts"
import { gone } from "../stageExamples.ts"

const TRIGGER = "repeat-episodes:episode-1"

const decided = (more: Partial<DecideOnTrigger> = {}) =>
  about("DecideOnTrigger", {
    trigger: TRIGGER,
    level: "must",
    answer: "yes",
    reason: "Meeting arranged",
    isManagerApart: false,
    ...more
  })

const answer = (state: ChildState, more: Partial<DecideOnTrigger>) =>
  Result.merge(decide(state, decided(more), { now: MUCH_LATER }))

const decisionsOf = (state: ChildState): TriggerDecisions | undefined =>
  state.episodes.find(({ id }) => id === episodeId)?.triggerDecisions

describe("a decision on a trigger", () => {
  it("is kept by the trigger and its evidence, the latest in place of an earlier", () => {
    const state = playFrom(gone, decided(), decided({ answer: "no", isManagerApart: true, reason: "Held last week" }))
    expect(decisionsOf(state)).toEqual({ [TRIGGER]: { answer: "no", reason: "Held last week" } })
    const grown = playFrom(state, decided({ trigger: `${TRIGGER}+episode-2` }))
    expect(Object.keys(decisionsOf(grown) ?? {})).toEqual([TRIGGER, `${TRIGGER}+episode-2`])
  })

  it("is recorded once", () => {
    expect(answer(playFrom(gone, decided()), {})).toEqual([])
  })

  it("always has a reason, of 200 characters at most", () => {
    for (const reason of ["", " ", "x".repeat(201)]) {
      expect(answer(gone, { reason })).toMatchObject({ _tag: "ReasonNeeded" })
    }
    expect(answer(gone, { reason: "x".repeat(200) })).toHaveLength(1)
  })

  it("against what must be done is for a manager apart; everything else is not", () => {
    expect(answer(gone, { answer: "no" })).toMatchObject({ _tag: "ManagerDecides" })
    expect(answer(gone, { answer: "no", isManagerApart: true })).toHaveLength(1)
    expect(answer(gone, { answer: "no", level: "consider" })).toHaveLength(1)
    expect(answer(gone, { answer: "yes" })).toHaveLength(1)
  })
})

import { describe, expect, it } from "vitest"
import type { Instant } from "../../../src/calendar/index.ts"
import { at, begun, episode, evidence, fired, id, mergedInto, number, policyOf, record } from "../madeUpRecord.ts"

const DAY = 24
const WINDOW = 30 * DAY

const threeInThirty = policyOf({ rule: "episodes-in-window", count: number(3), windowDays: number(30) })

describe("repeat episodes in a rolling window", () => {
  it("fire at the third in 30 days, and not at the second", () => {
    expect(evidence(begun(threeInThirty, 0, 10 * DAY))).toEqual([])
    expect(evidence(begun(threeInThirty, 0, 10 * DAY, 29 * DAY))).toEqual([[1, 2, 3]])
  })

  it("do not fire at exactly 30 days, and do a millisecond sooner", () => {
    const third = at(WINDOW)
    const until = (time: Instant) => record(threeInThirty, [episode(1, at(0)), episode(2, at(DAY)), episode(3, time)])
    expect(evidence(until(third))).toEqual([])
    expect(evidence(until((third - 1) as Instant))).toEqual([[1, 2, 3]])
  })

  it("count 30 days of 24 hours, whether or not the clocks change in between", () => {
    // 16 November to 29 March and on: the hour that summer time takes plays no part.
    const spring = 130 * DAY
    const from = (more: number) =>
      record(threeInThirty, [
        episode(1, at(spring)),
        episode(2, at(spring + 1)),
        episode(3, at(spring + WINDOW + more))
      ])
    expect([evidence(from(0)), evidence(from(-1))]).toEqual([[], [[1, 2, 3]]])
  })

  it("fire again at a fourth, with the larger evidence and another key", () => {
    const firings = fired(begun(threeInThirty, 0, DAY, 2 * DAY, 3 * DAY))
    expect(firings.map(({ key }) => key)).toEqual([
      "episodes-in-window:episode-1+episode-2+episode-3",
      "episodes-in-window:episode-1+episode-2+episode-3+episode-4"
    ])
  })

  it("let go of what lies before the window", () => {
    expect(evidence(begun(threeInThirty, 0, 20 * DAY, 25 * DAY, 40 * DAY))).toEqual([
      [1, 2, 3],
      [2, 3, 4]
    ])
  })

  it("do not count an episode that was cancelled, nor a duplicate that was merged", () => {
    const three = begun(threeInThirty, 0, DAY, 2 * DAY)
    for (const nth of [0, 1, 2]) {
      for (const progress of [{ _tag: "Cancelled" as const, reason: "in error" }, mergedInto(9)]) {
        const episodes = three.episodes.map((one, index) => (index === nth ? { ...one, progress } : one))
        expect(fired({ ...three, episodes })).toEqual([])
      }
    }
  })

  it("go by the policy frozen onto the episode that completes them", () => {
    const twoInSeven = policyOf({ rule: "episodes-in-window", count: number(2), windowDays: number(7) })
    const under = (first: typeof twoInSeven, second: typeof twoInSeven, days: number) => {
      const state = begun(first, 0, days * DAY)
      return {
        ...state,
        episodes: state.episodes.map((one, index) => (index === 1 ? { ...one, policy: second } : one))
      }
    }
    expect(evidence(under(threeInThirty, twoInSeven, 1))).toEqual([[1, 2]])
    expect(evidence(under(twoInSeven, threeInThirty, 1))).toEqual([])
    expect(evidence(under(threeInThirty, twoInSeven, 7))).toEqual([])
  })

  it("say why, when it was met, and whether every number is confirmed", () => {
    const [firing] = fired(begun(threeInThirty, 0, DAY, 2 * DAY))
    expect(firing).toMatchObject({
      rule: "episodes-in-window",
      title: "Repeat episodes",
      because: "3 missing episodes in 30 days.",
      dates: [at(0), at(DAY), at(2 * DAY)],
      metAt: at(2 * DAY + 1),
      mayGoToChat: true,
      verified: true
    })
    const verified = (count: boolean, windowDays: boolean) =>
      fired(
        begun(
          policyOf({ rule: "episodes-in-window", count: number(3, count), windowDays: number(30, windowDays) }),
          0,
          1,
          2
        )
      )[0]?.verified
    expect([verified(true, true), verified(true, false), verified(false, true)]).toEqual([true, false, false])
  })

  it("were met when the last of the evidence was told, were it an old one told late", () => {
    const late = record(threeInThirty, [
      episode(1, at(0), { notifiedAt: at(100 * DAY) }),
      episode(2, at(DAY)),
      episode(3, at(2 * DAY))
    ])
    expect(fired(late)[0]?.metAt).toBe(at(100 * DAY))
  })
})

describe("which episodes count", () => {
  const counting = (counted: object) =>
    policyOf({ rule: "episodes-in-window", count: number(2), windowDays: number(30), counted })
  const away = { absence: "away" as const }

  it("by kind of absence: one that does not count neither fires nor is evidence", () => {
    const policy = counting({ absences: ["missing"] })
    const state = record(policy, [
      episode(1, at(0)),
      episode(2, at(1), away),
      episode(3, at(2)),
      episode(4, at(3), away)
    ])
    expect(evidence(state)).toEqual([[1, 3]])
    expect(evidence(record(counting({ absences: ["missing", "away"] }), state.episodes))).toHaveLength(3)
  })

  it("by where the child went missing from, and by risk grade, which chat does not tell", () => {
    const home = { missingFrom: "home" as const }
    const high = { risk: "high" as const }
    expect(evidence(record(counting({ missingFrom: "home" }), [episode(1, at(0), home), episode(2, at(1))]))).toEqual(
      []
    )
    expect(
      evidence(record(counting({ missingFrom: "home" }), [episode(1, at(0), home), episode(2, at(1), home)]))
    ).toEqual([[1, 2]])
    const graded = fired(record(counting({ risks: ["high"] }), [episode(1, at(0), high), episode(2, at(1), high)]))
    expect(graded.map(({ mayGoToChat }) => mayGoToChat)).toEqual([false])
    expect(fired(record(counting({ risks: ["high"] }), [episode(1, at(0), high), episode(2, at(1))]))).toEqual([])
  })

  it("count by the case status of the time, else by today's, and not where unknown", () => {
    const state = begun(counting({ caseStatuses: ["looked-after", "child-protection"] }), 0, 1)
    expect(fired(state)).toEqual([])
    expect(evidence(state, { facts: { caseStatus: "looked-after" } })).toEqual([[1, 2]])
    expect(fired(state, { facts: { caseStatus: "early-help" } })).toEqual([])
    const caseStatusAt = new Map([[id(1), "early-help" as const]])
    expect(fired(state, { facts: { caseStatus: "looked-after", caseStatusAt } })).toEqual([])
    expect(fired(state, { facts: { caseStatus: "looked-after" } })[0]?.mayGoToChat).toBe(false)
  })
})

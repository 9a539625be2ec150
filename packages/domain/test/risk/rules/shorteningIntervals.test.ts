import { describe, expect, it } from "vitest"
import { at, begun, evidence, fired, number, policyOf } from "../madeUpRecord.ts"

const DAY = 24
const policy = policyOf({ rule: "shortening-intervals", intervals: number(3), withinDays: number(90) })
const onDays = (...days: ReadonlyArray<number>) => begun(policy, ...days.map((day) => day * DAY))

describe("going missing sooner each time", () => {
  it("fires at the third interval that is shorter than the one before", () => {
    expect(evidence(onDays(0, 30, 50))).toEqual([])
    expect(evidence(onDays(0, 30, 50, 60))).toEqual([[1, 2, 3, 4]])
  })

  it("fires again with the larger evidence when it goes on", () => {
    expect(evidence(onDays(0, 30, 50, 60, 65))).toEqual([
      [1, 2, 3, 4],
      [1, 2, 3, 4, 5]
    ])
  })

  it("stays met when the next interval is longer", () => {
    expect(evidence(onDays(0, 30, 50, 60, 80))).toEqual([[1, 2, 3, 4]])
  })

  it("does not fire when an interval is as long as the one before, or longer", () => {
    expect(evidence(onDays(0, 30, 50, 70))).toEqual([])
    expect(evidence(onDays(0, 30, 50, 71))).toEqual([])
    expect(evidence(onDays(0, 20, 50, 60))).toEqual([])
  })

  it("forgets what came before an interval that was longer", () => {
    expect(evidence(onDays(0, 10, 40, 60, 70))).toEqual([[2, 3, 4, 5]])
  })

  it("looks no further back than the days it is given, an episode exactly so long ago left out", () => {
    expect(evidence(onDays(0, 50, 80, 90))).toEqual([])
    expect(evidence(onDays(1, 50, 80, 90))).toEqual([[1, 2, 3, 4]])
  })

  it("says why, and may be told in chat", () => {
    const own = policyOf({ rule: "shortening-intervals", intervals: number(2), withinDays: number(80) })
    const days = [0, 10, 50, 70, 80].map((day) => day * DAY)
    expect(fired(begun(own, ...days))).toMatchObject([
      { because: "2 intervals running, each shorter than the one before, within 80 days." },
      {
        because: "3 intervals running, each shorter than the one before, within 80 days.",
        episodeIds: ["episode-2", "episode-3", "episode-4", "episode-5"],
        metAt: at(80 * DAY + 1),
        mayGoToChat: true,
        verified: true,
        title: "Going missing sooner each time"
      }
    ])
  })

  it("says of each of its numbers whether it is confirmed", () => {
    const unsure = policyOf({ rule: "shortening-intervals", intervals: number(2), withinDays: number(80, false) })
    expect(fired(begun(unsure, 0, 30 * DAY, 50 * DAY))).toMatchObject([{ verified: false }])
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Instant } from "../../src/calendar/index.ts"
import { type ChildState, type Command, EpisodeId } from "../../src/pathway/index.ts"
import { type Policy, rotherham } from "../../src/policy/index.ts"
import { triggersFired } from "../../src/risk/index.ts"
import { at, cancelled, missing, notify, play, playFrom, police } from "../pathway/madeUpChild.ts"

const DAY = 24
const WINDOW = 30 * DAY

const id = (number: number) => EpisodeId.make(`episode-${number}`)

/** The nth episode of the child, begun at this hour. */
const episode = (number: number, missingAt: Instant, policy: Policy = rotherham): Command =>
  notify(missing({ policeReference: police(number), missingAt, reportedAt: missingAt }), id(number), policy)

const begun = (...hours: ReadonlyArray<number>): ChildState =>
  play(...hours.map((hour, index) => episode(index + 1, at(hour))))

const evidence = (state: ChildState) => triggersFired(state).map(({ episodeIds }) => episodeIds)

describe("repeat episodes", () => {
  it("fire at the third in 30 days, and not at the second", () => {
    expect(triggersFired(begun(0, 10 * DAY))).toEqual([])
    expect(evidence(begun(0, 10 * DAY, 29 * DAY))).toEqual([[id(1), id(2), id(3)]])
  })

  it("do not fire when the third is exactly 30 days after the first, and do a millisecond sooner", () => {
    const third = at(WINDOW)
    const atTheEdge = play(episode(1, at(0)), episode(2, at(DAY)), episode(3, third))
    expect(triggersFired(atTheEdge)).toEqual([])
    const justInside = play(episode(1, at(0)), episode(2, at(DAY)), episode(3, (third - 1) as Instant))
    expect(evidence(justInside)).toEqual([[id(1), id(2), id(3)]])
  })

  it("fire again at a fourth, with the larger evidence", () => {
    expect(evidence(begun(0, DAY, 2 * DAY, 3 * DAY))).toEqual([
      [id(1), id(2), id(3)],
      [id(1), id(2), id(3), id(4)]
    ])
  })

  it("let go of what lies before the window", () => {
    expect(evidence(begun(0, 20 * DAY, 25 * DAY, 40 * DAY))).toEqual([
      [id(1), id(2), id(3)],
      [id(2), id(3), id(4)]
    ])
  })

  it("do not count an episode that was cancelled", () => {
    const three = begun(0, DAY, 2 * DAY)
    for (const number of [1, 2, 3]) {
      expect(triggersFired(playFrom(three, notify(cancelled({ policeReference: police(number) }))))).toEqual([])
    }
  })

  it("say why, what to consider, who does it, and whether the number is confirmed", () => {
    expect(triggersFired(begun(0, DAY, 2 * DAY))).toEqual([
      {
        rule: "repeat-episodes",
        level: "consider",
        action: "Consider a strategy meeting, and whether assessments and plans need updating",
        owner: "allocated worker and team manager",
        because: "3 missing episodes in 30 days.",
        episodeIds: [id(1), id(2), id(3)],
        dates: [at(0), at(DAY), at(2 * DAY)],
        source: rotherham.repeatEpisodes.count.source,
        verified: false
      }
    ])
  })

  it("are confirmed only when the count and the window both are", () => {
    const { repeatEpisodes } = rotherham
    const confirmed = (count: boolean, windowDays: boolean): Policy => ({
      ...rotherham,
      repeatEpisodes: {
        ...repeatEpisodes,
        count: { ...repeatEpisodes.count, verified: count },
        windowDays: { ...repeatEpisodes.windowDays, verified: windowDays }
      }
    })
    const verified = (policy: Policy) =>
      triggersFired(play(...[0, 1, 2].map((day) => episode(day, at(day * DAY), policy))))[0]?.verified
    expect([
      verified(confirmed(true, true)),
      verified(confirmed(true, false)),
      verified(confirmed(false, true))
    ]).toEqual([true, false, false])
  })

  it("go by the policy frozen onto the episode that fires them", () => {
    const stricter: Policy = {
      ...rotherham,
      repeatEpisodes: {
        ...rotherham.repeatEpisodes,
        count: { ...rotherham.repeatEpisodes.count, value: 2 },
        windowDays: { ...rotherham.repeatEpisodes.windowDays, value: 7 }
      }
    }
    expect(evidence(play(episode(1, at(0)), episode(2, at(DAY), stricter)))).toEqual([[id(1), id(2)]])
    expect(evidence(play(episode(1, at(0), stricter), episode(2, at(DAY))))).toEqual([])
    expect(evidence(play(episode(1, at(0)), episode(2, at(7 * DAY), stricter)))).toEqual([])
  })
})

describe("whatever the episodes", () => {
  const starts = fc.uniqueArray(fc.integer({ min: 0, max: 90 * DAY }), { minLength: 1, maxLength: 12 })

  /** Counted a second way: for every episode, those that began in the 30 days before it and it. */
  const countedByHand = (hours: ReadonlyArray<number>) => {
    const inOrder = [...hours].sort((a, b) => a - b)
    return inOrder
      .map((last) => inOrder.filter((hour) => hour <= last && last - hour < WINDOW).map(at))
      .filter((dates) => dates.length >= 3)
  }

  it("the firings are those counted by hand", () => {
    fc.assert(
      fc.property(starts, (hours) => {
        expect(triggersFired(begun(...hours)).map(({ dates }) => dates)).toEqual(countedByHand(hours))
      })
    )
  })

  it("the order in which they were recorded does not matter: a late notification fires too", () => {
    const twoOrders = starts.chain((hours) =>
      fc.tuple(fc.constant(hours), fc.shuffledSubarray(hours, { minLength: hours.length }))
    )
    fc.assert(
      fc.property(twoOrders, ([hours, shuffled]) => {
        const told = (order: ReadonlyArray<number>) =>
          triggersFired(play(...order.map((hour) => episode(hours.indexOf(hour) + 1, at(hour)))))
        expect(told(shuffled)).toEqual(told(hours))
      })
    )
  })

  it("one more episode takes no evidence away", () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 90 * DAY }), (hours, more) => {
        fc.pre(!hours.includes(more))
        const before = begun(...hours)
        const after = playFrom(before, episode(hours.length + 1, at(more)))
        for (const firing of triggersFired(before)) {
          const held = triggersFired(after).some(({ episodeIds }) =>
            firing.episodeIds.every((episodeId) => episodeIds.includes(episodeId))
          )
          expect(held).toBe(true)
        }
      })
    )
  })

  it("the evidence is oldest first, each episode once, with its date", () => {
    fc.assert(
      fc.property(starts, (hours) => {
        const state = begun(...hours)
        const startOf = new Map(state.episodes.map((one) => [one.id, one.missingAt]))
        for (const { episodeIds, dates } of triggersFired(state)) {
          expect(dates).toEqual(episodeIds.map((episodeId) => startOf.get(episodeId)))
          expect(dates).toEqual([...dates].sort((a, b) => a - b))
          expect(new Set(episodeIds).size).toBe(episodeIds.length)
        }
      })
    )
  })
})

import { at, entriesOf, missing, returned, tell } from "@safe-return/casework/testing"
import { usualMessageTimes } from "@safe-return/domain/policy"
import { describe, expect, it } from "vitest"
import { isKeptCurrent, isNews } from "../../src/owed/freshNews.ts"

const { state, recorded } = tell([missing(), returned(6)])
const entries = entriesOf(recorded)
const of = (now: number) => ({ state, entries, announceFrom: at(0), now: at(now) })

const withTimes = (now: number, newsHours: number, currentDays: number) => {
  const value = (days: number) => ({ value: days, source: "made up", verified: false })
  const messageTimes = { ...usualMessageTimes, newsHours: value(newsHours), currentDays: value(currentDays) }
  const episodes = state.episodes.map((episode) => ({ ...episode, policy: { ...episode.policy, messageTimes } }))
  return { ...of(now), state: { ...state, episodes } }
}

const withoutTimes = (now: number) => {
  const episodes = state.episodes.map((episode) => {
    const { messageTimes: _, ...policy } = episode.policy
    return { ...episode, policy }
  })
  return { ...of(now), state: { ...state, episodes } }
}

describe("what happened to a child", () => {
  it("is news for as long as the policy of the latest episode says", () => {
    expect(isNews(of(77), at(6))).toBe(true)
    expect(isNews(of(78), at(6))).toBe(false)
    expect(isNews(withTimes(29, 24, 28), at(6))).toBe(true)
    expect(isNews(withTimes(30, 24, 28), at(6))).toBe(false)
  })

  it("keeps what people were sent true for as long as the policy says", () => {
    expect(isKeptCurrent(of(6 + 28 * 24))).toBe(true)
    expect(isKeptCurrent(of(6 + 28 * 24 + 1))).toBe(false)
    expect(isKeptCurrent(withTimes(6 + 24, 72, 1))).toBe(true)
    expect(isKeptCurrent(withTimes(6 + 25, 72, 1))).toBe(false)
  })

  it("is judged by the usual times under a policy of an older journal, which gives none", () => {
    expect(isNews(withoutTimes(77), at(6))).toBe(true)
    expect(isNews(withoutTimes(78), at(6))).toBe(false)
    expect(isKeptCurrent(withoutTimes(6 + 28 * 24 + 1))).toBe(false)
  })
})

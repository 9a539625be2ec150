import { Option, Result } from "effect"
import { describe, expect, it } from "vitest"
import {
  type ChildState,
  decide,
  EpisodeId,
  emptyChildState,
  latestEpisode,
  type Notification,
  preview
} from "../../../src/pathway/index.ts"
import {
  at,
  cancelled,
  found,
  MUCH_LATER,
  missing,
  notify,
  play,
  playFrom,
  police,
  returned,
  updated
} from "../madeUpChild.ts"

const progressOf = (state: ChildState) => Option.getOrThrow(latestEpisode(state)).progress
const hear = (...said: ReadonlyArray<Notification>) => play(...said.map((notification) => notify(notification)))
const eventsOf = (state: ChildState, notification: Notification) =>
  Result.getOrThrow(decide(state, notify(notification), { now: MUCH_LATER }))
const setAside = (state: ChildState) =>
  eventsOf(state, missing()).flatMap((event) => (event._tag === "NotificationSetAside" ? [event] : []))

describe("a notification before its missing", () => {
  it.each([
    ["found", found(at(8))],
    ["returned", returned(at(10))],
    ["updated", updated({ risk: "high" })],
    ["cancelled", cancelled()]
  ])("%s is kept, with no episode yet", (_, early) => {
    expect(eventsOf(hear(), early)).toEqual([{ _tag: "NotificationReceived", notification: early }])
    expect(hear(early)).toMatchObject({ episodes: [], early: [early] })
  })

  it("found joins when the missing arrives", () => {
    expect(progressOf(hear(found(at(8)), missing()))).toEqual({ _tag: "Found", foundAt: at(8) })
  })

  it("returned joins when the missing arrives", () => {
    expect(progressOf(hear(returned(at(10)), missing()))).toEqual({ _tag: "Returned", returnedAt: at(10) })
  })

  it("found and returned join together", () => {
    const whole = { _tag: "Returned", foundAt: at(8), returnedAt: at(10) }
    expect(progressOf(hear(found(at(8)), returned(at(10)), missing()))).toEqual(whole)
    expect(progressOf(hear(found(at(8)), missing(), returned(at(10))))).toEqual(whole)
    expect(progressOf(hear(missing(), found(at(8)), returned(at(10))))).toEqual(whole)
  })

  it("cancelled joins: the episode is opened and cancelled", () => {
    expect(progressOf(hear(cancelled(), missing()))).toMatchObject({ _tag: "Cancelled", reason: "recorded in error" })
  })

  it("joins the episode of its own police reference only", () => {
    const state = hear(found(at(8), { policeReference: police(2) }), missing())
    expect(progressOf(state)).toEqual({ _tag: "Missing" })
    expect(state.early).toHaveLength(1)
    const both = playFrom(
      state,
      notify(missing({ policeReference: police(2), missingAt: at(4) }), EpisodeId.make("episode-2"))
    )
    expect(progressOf(both)).toEqual({ _tag: "Found", foundAt: at(8) })
    expect(both.early).toEqual([])
  })

  it("waits for the missing notification alone, whatever else has its police reference", () => {
    const received = (notification: Notification, more: object = {}) =>
      ({ _tag: "NotificationReceived", notification, ...more }) as const
    const state = preview(emptyChildState, [
      received(found(at(8))),
      received(updated({ risk: "high" }), { episodeId: EpisodeId.make("episode-1") })
    ])
    expect(state.early).toEqual([found(at(8))])
  })

  it("once joined, waits no longer and names its episode", () => {
    const state = hear(found(at(8)), updated({ risk: "high" }), missing())
    expect(state.early).toEqual([])
    expect(state.notifications.map(({ episodeId }) => episodeId)).toEqual(["episode-1", "episode-1", "episode-1"])
  })
})

describe("an early time that contradicts", () => {
  it("found before missing in time is set aside with its time, and the alert still opens", () => {
    const state = hear(found(at(-2)))
    expect(progressOf(playFrom(state, notify(missing())))).toEqual({ _tag: "Missing" })
    expect(setAside(state)).toEqual([
      {
        _tag: "NotificationSetAside",
        episodeId: "episode-1",
        kind: "found",
        reason: "out-of-order",
        reportedTime: at(-2),
        toDecide: true
      }
    ])
  })

  it("returned before found is set aside with its time, and the finding stands", () => {
    const state = hear(found(at(8)), returned(at(7)))
    expect(progressOf(playFrom(state, notify(missing())))).toEqual({ _tag: "Found", foundAt: at(8) })
    expect(setAside(state)).toMatchObject([{ kind: "returned", reason: "out-of-order", reportedTime: at(7) }])
  })

  it("a later start of the disappearance than its end is set aside with its time", () => {
    const state = hear(found(at(8)), updated({ missingAt: at(9) }))
    expect(playFrom(state, notify(missing())).episodes[0]?.missingAt).toBe(at(0))
    expect(setAside(state)).toMatchObject([{ kind: "updated", reason: "out-of-order", reportedTime: at(9) }])
  })

  it("found after the return it should come before is set aside with its time", () => {
    expect(setAside(hear(returned(at(10)), found(at(11))))).toMatchObject([
      { kind: "found", reason: "out-of-order", reportedTime: at(11) }
    ])
  })
})

import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type ChildState,
  decide,
  type Notification,
  referenceNotYetGiven,
  reportsOf
} from "../../../src/pathway/index.ts"
import {
  at,
  cancelled,
  episodeId,
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
import { secondEpisode } from "../stageExamples.ts"

const theirs = police(2)
const own = { policeReference: referenceNotYetGiven("made-up") }
const reported = play(notify(missing(own)))
/** The police's own report of the very same disappearance. */
const again = (said: Partial<Extract<Notification, { kind: "missing" }>> = {}) =>
  notify(missing({ policeReference: theirs, ...said }), secondEpisode)
const hear = (state: ChildState, ...said: ReadonlyArray<Notification>) =>
  playFrom(state, ...said.map((notification) => notify(notification, secondEpisode)))
const eventsOf = (state: ChildState, notification: Notification) =>
  Result.getOrThrow(decide(state, notify(notification, secondEpisode), { now: MUCH_LATER }))
const progressOf = ({ episodes }: ChildState) => episodes.map(({ progress }) => progress)

describe("the police's own report of what a person reported before", () => {
  it("belongs to that episode: kept, counted once", () => {
    expect(eventsOf(reported, again().notification)).toEqual([
      { _tag: "NotificationReceived", notification: again().notification, episodeId }
    ])
    expect(playFrom(reported, again()).episodes).toEqual(reported.episodes)
  })

  it("makes their later news reach it, and what they told before", () => {
    const news = [found(at(4), { policeReference: theirs }), returned(at(6), { policeReference: theirs })]
    const back = [{ _tag: "Returned", foundAt: at(4), returnedAt: at(6) }]
    expect(progressOf(hear(playFrom(reported, again()), ...news))).toEqual(back)
    const early = hear(play(), ...news)
    const joined = playFrom(playFrom(early, notify(missing(own))), again())
    expect(progressOf(joined)).toEqual(back)
    expect(joined.early).toEqual([])
  })

  it("lets an update that was held up on the way undo nothing a later one of the other's told", () => {
    const both = playFrom(play(notify(missing())), again())
    const raised = hear(both, updated({ policeReference: theirs, sentAt: at(5), risk: "high" }))
    const heldUp = hear(raised, updated({ sentAt: at(4), risk: "low", missingFrom: "home" }))
    expect(heldUp.episodes).toMatchObject([{ risk: "high", missingFrom: "home" }])
  })

  it("belongs to it when the child is back already, too", () => {
    const back = playFrom(reported, { _tag: "RecordReturned", episodeId, returnedAt: at(6) })
    expect(playFrom(back, again()).episodes).toEqual(back.episodes)
  })

  it("says what is so where the two differ, whenever it was sent", () => {
    const before = again({ sentAt: at(-1), risk: "high", missingFrom: "home", absence: "away", reportedAt: at(2) })
    expect(playFrom(reported, before).episodes).toMatchObject([
      { risk: "high", missingFrom: "home", absence: "missing", reportedAt: at(2) }
    ])
    expect(playFrom(reported, again({ absence: "away" })).episodes).toMatchObject([{ absence: "away" }])
    const ownAfter = playFrom(play(again()), notify(missing({ ...own, risk: "low", sentAt: at(9) })))
    expect(ownAfter.episodes).toMatchObject([{ risk: "medium" }])
  })

  it("can be cancelled by them: theirs is the only report they have", () => {
    const state = playFrom(reported, again())
    const progress = [{ _tag: "Cancelled", reason: "recorded in error" }]
    expect(progressOf(hear(state, cancelled({ policeReference: theirs, sentAt: at(3) })))).toMatchObject(progress)
  })

  it("that they had cancelled before a person reported the child leaves the child looked for", () => {
    const state = hear(play(), cancelled({ policeReference: theirs, sentAt: at(0) }))
    const since = playFrom(state, notify(missing({ ...own, sentAt: at(1) })))
    expect(progressOf(playFrom(since, again()))).toEqual([{ _tag: "Missing" }])
    expect(eventsOf(since, again().notification)).toContainEqual({
      _tag: "NotificationSetAside",
      episodeId,
      kind: "cancelled",
      reason: "reported-missing-since"
    })
  })
})

describe("a report by a second police force", () => {
  const first = play(notify(missing()))
  const both = playFrom(first, again())

  it("of the very same disappearance is no second episode, and both are heard from then on", () => {
    expect(both.episodes).toHaveLength(1)
    const heard = hear(both, updated({ risk: "high" }), found(at(4), { policeReference: theirs }))
    expect(heard.episodes).toMatchObject([{ risk: "high", progress: { _tag: "Found" } }])
  })

  it("says what is so only where it was sent last", () => {
    expect(playFrom(first, again({ risk: "high", sentAt: at(1) })).episodes).toMatchObject([{ risk: "high" }])
    expect(playFrom(first, again({ risk: "high", sentAt: at(-1) })).episodes).toEqual(first.episodes)
  })

  it("ends the episode only once neither report stands", () => {
    const one = hear(both, cancelled({ policeReference: theirs }))
    expect(progressOf(one)).toEqual([{ _tag: "Missing" }])
    expect(reportsOf(one, episodeId)).toEqual([missing()])
    expect(progressOf(hear(one, cancelled()))).toMatchObject([{ _tag: "Cancelled" }])
  })
})

it("news under whichever reference reaches the one episode, in any order it comes in", () => {
  const said = [
    missing(own),
    missing({ policeReference: theirs }),
    found(at(4), { policeReference: theirs }),
    returned(at(6), { policeReference: theirs })
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray(said, { minLength: said.length }), (order) => {
      const state = hear(play(), ...order)
      expect(progressOf(state)).toEqual([{ _tag: "Returned", foundAt: at(4), returnedAt: at(6) }])
      expect(state.early).toEqual([])
    })
  )
})

describe("when a disappearance was first reported", () => {
  const anotherAt = (hours: number) =>
    notify(missing({ policeReference: police(2), reportedAt: at(hours), sentAt: at(hours) }))
  const reportedAt = (...commands: ReadonlyArray<ReturnType<typeof notify>>) =>
    play(...commands).episodes[0]?.reportedAt

  it("stays what it was when the police report it again, in whichever order the two arrive", () => {
    const first = notify(missing({ reportedAt: at(1), sentAt: at(1) }))
    expect(reportedAt(first, anotherAt(1.5))).toBe(at(1))
    expect(reportedAt(anotherAt(1.5), first)).toBe(at(1))
  })

  it("is what an update says, which is sent to put it right", () => {
    const first = notify(missing({ reportedAt: at(1), sentAt: at(1) }))
    const update = notify(updated({ reportedAt: at(1.2), sentAt: at(2) }))
    expect(reportedAt(first, update, anotherAt(1.1))).toBe(at(1.2))
  })
})

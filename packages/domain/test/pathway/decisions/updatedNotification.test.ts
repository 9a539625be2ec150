import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type ChildState, decide, type Notification } from "../../../src/pathway/index.ts"
import { at, found, MUCH_LATER, missing, notify, play, playFrom, police, returned, updated } from "../madeUpChild.ts"
import { secondEpisode } from "../stageExamples.ts"

const hear = (...said: ReadonlyArray<Notification>) => play(...said.map((notification) => notify(notification)))
const episodeIn = (state: ChildState) => state.episodes[0]
const answer = (state: ChildState, notification: Notification) =>
  decide(state, notify(notification), { now: MUCH_LATER })

describe("an update", () => {
  it("changes what it tells and leaves the rest", () => {
    const state = hear(missing(), updated({ sentAt: at(2), risk: "high", missingAt: at(-1) }))
    expect(episodeIn(state)).toMatchObject({
      risk: "high",
      missingAt: at(-1),
      absence: "missing",
      missingFrom: "care",
      reportedAt: at(1)
    })
  })

  it("sent earlier than one we have does not undo it, and is set aside", () => {
    const state = hear(missing(), updated({ sentAt: at(5), risk: "high" }))
    expect(answer(state, updated({ sentAt: at(4), risk: "low" }))).toEqual(
      Result.succeed([
        {
          _tag: "NotificationReceived",
          notification: updated({ sentAt: at(4), risk: "low" }),
          episodeId: "episode-1"
        },
        { _tag: "NotificationSetAside", episodeId: "episode-1", kind: "updated", reason: "older-than-last-update" }
      ])
    )
  })

  it("sent earlier still tells what the later one did not speak of", () => {
    const state = hear(
      missing(),
      updated({ sentAt: at(5), missingFrom: "home" }),
      updated({ sentAt: at(4), missingFrom: "care", risk: "high" })
    )
    expect(episodeIn(state)).toMatchObject({ missingFrom: "home", risk: "high" })
  })

  it("sent earlier than one about another time the child was missing is heard all the same", () => {
    const again = { policeReference: police(2) }
    const both = playFrom(
      hear(missing(), returned(at(10))),
      notify(missing({ ...again, missingAt: at(20) }), secondEpisode),
      notify(updated({ ...again, sentAt: at(25), risk: "low" }))
    )
    const heard = playFrom(both, notify(updated({ sentAt: at(12), risk: "high" })))
    expect(heard.episodes.map(({ risk }) => risk)).toEqual(["high", "low"])
  })

  it("sent before the report it belongs to is outweighed by it, whichever came first", () => {
    const said = [missing({ sentAt: at(2) }), updated({ sentAt: at(1), risk: "high", lastSeen: "street" })]
    for (const order of [said, said.toReversed()]) {
      expect(episodeIn(hear(...order))).toMatchObject({ risk: "medium", lastSeen: "street" })
    }
  })

  it("that tells nothing is not taken for one that came too late", () => {
    expect(Result.getOrThrow(answer(hear(missing()), updated({})))).toEqual([
      { _tag: "NotificationReceived", notification: updated({}), episodeId: "episode-1" }
    ])
  })

  it("in whatever order updates and the missing come, comes to what was sent last of each fact", () => {
    const sent = fc.uniqueArray(
      fc.record(
        {
          sentAt: fc.integer({ min: 1, max: 20 }).map(at),
          risk: fc.constantFrom("low", "medium", "high"),
          absence: fc.constantFrom("missing", "away"),
          missingAt: fc.integer({ min: -5, max: 5 }).map(at)
        },
        { requiredKeys: ["sentAt"], noNullPrototype: true }
      ),
      { selector: ({ sentAt }) => sentAt, minLength: 1, maxLength: 5 }
    )
    const told = sent.chain((facts) => {
      const updates: ReadonlyArray<Notification> = facts.map(updated)
      return fc.tuple(fc.constant(facts), fc.shuffledSubarray([missing(), ...updates], { minLength: facts.length + 1 }))
    })
    fc.assert(
      fc.property(told, ([facts, notifications]) => {
        const { sentAt: _, ...last } = Object.assign({}, ...facts.toSorted((a, b) => a.sentAt - b.sentAt))
        expect(episodeIn(hear(...notifications))).toMatchObject(last)
      }),
      { numRuns: 300 }
    )
  })

  it("cannot move the disappearance past the finding, whether or not the child is back", () => {
    const whereaboutsKnown = hear(missing(), found(at(8)))
    const home = playFrom(whereaboutsKnown, notify(returned(at(10))))
    for (const state of [whereaboutsKnown, home]) {
      expect(Result.merge(answer(state, updated({ missingAt: at(9) })))).toMatchObject({ _tag: "MissingAfterFound" })
      expect(Result.isSuccess(answer(state, updated({ missingAt: at(8) })))).toBe(true)
    }
  })

  it("cannot move the disappearance past a return that was the first we heard", () => {
    const home = hear(missing(), returned(at(10)))
    expect(Result.merge(answer(home, updated({ missingAt: at(11) })))).toMatchObject({ _tag: "MissingAfterFound" })
  })
})

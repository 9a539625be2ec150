import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type ChildState,
  decide,
  EpisodeId,
  emptyChildState,
  type Notification,
  preview
} from "../../../src/pathway/index.ts"
import { HISTORY_NOW, notifications } from "../arbitraries.ts"
import { histories } from "../histories.ts"
import {
  about,
  at,
  cancelled,
  found,
  MUCH_LATER,
  missing,
  notify,
  play,
  playFrom,
  recordFound,
  recordReturned,
  returned,
  updated
} from "../madeUpChild.ts"

const again = EpisodeId.make("episode-of-the-repeat")
const answer = (state: ChildState, notification: Notification) =>
  decide(state, notify(notification, again), { now: MUCH_LATER })
const nothing = Result.succeed([])

describe("the same notification again", () => {
  const whole = play(
    notify(missing()),
    notify(updated({ risk: "high", sentAt: at(2) })),
    notify(found(at(8))),
    notify(returned(at(10))),
    notify(cancelled())
  )

  it.each([missing(), updated({ risk: "high", sentAt: at(2) }), found(at(8)), returned(at(10)), cancelled()])(
    "$kind changes nothing",
    (notification) => {
      expect(answer(whole, notification)).toEqual(nothing)
      expect(answer(whole, structuredClone(notification))).toEqual(nothing)
    }
  )

  it.each([found(at(8)), returned(at(10)), cancelled()])(
    "$kind, sent again at another time, is known to have been and changes nothing",
    ({ kind, ...notification }) => {
      const sentAgain = { ...notification, kind, sentAt: at(40) } as Notification
      const repeat = {
        _tag: "NotificationRepeated",
        policeReference: notification.policeReference,
        kind,
        sentAt: at(40)
      }
      expect(answer(whole, sentAgain)).toEqual(Result.succeed([repeat]))
      const after = playFrom(whole, notify(sentAgain, again))
      expect(after.episodes).toEqual(whole.episodes)
      expect(answer(after, sentAgain)).toEqual(nothing)
    }
  )

  it("still waiting for its missing, changes nothing", () => {
    expect(answer(play(notify(found(at(8)))), found(at(8)))).toEqual(nothing)
  })

  it("with other content is a conflict, and nothing is written", () => {
    for (const other of [
      missing({ missingAt: at(0.5) }),
      updated({ risk: "low", sentAt: at(2) }),
      found(at(9)),
      returned(at(11)),
      cancelled({ reason: "another reason" })
    ]) {
      expect(Result.merge(answer(whole, other))).toMatchObject({ _tag: "NotificationConflicts" })
    }
  })

  it("the same update sent at two times is two updates: a risk can go up, down and up", () => {
    const state = play(
      notify(missing()),
      notify(updated({ risk: "high", sentAt: at(2) })),
      notify(updated({ risk: "low", sentAt: at(3) })),
      notify(updated({ risk: "high", sentAt: at(4) }))
    )
    expect(state.episodes[0]?.risk).toBe("high")
  })
})

describe("every notification that was taken in, sent again", () => {
  it("at any later point of the history, yields no events", () => {
    fc.assert(
      fc.property(histories, ({ turns, state }) => {
        for (const { command, refusal } of turns) {
          if (command._tag !== "ReceiveNotification" || refusal !== undefined) continue
          expect(decide(state, command, { now: HISTORY_NOW })).toEqual(nothing)
        }
      }),
      { numRuns: 200 }
    )
  })

  it("sent any number of times in any order, comes to the same state as sent once", () => {
    const told = fc.uniqueArray(notifications, {
      selector: ({ policeReference, kind, sentAt }) => `${policeReference} ${kind} ${kind === "updated" ? sentAt : ""}`,
      minLength: 1,
      maxLength: 8
    })
    const hear = (said: ReadonlyArray<Notification>) =>
      said.reduce((state, notification) => {
        const id = EpisodeId.make(`episode-${notification.policeReference}`)
        const decision = decide(state, notify(notification, id), { now: HISTORY_NOW })
        return preview(
          state,
          Result.getOrElse(decision, () => [])
        )
      }, emptyChildState)
    fc.assert(
      fc.property(told, fc.array(fc.nat(), { maxLength: 10 }), (once, repeats) => {
        // Each repeat stands somewhere after the first time: what was refused then may be in order later, so only
        // what was taken in is repeated.
        const taken = once.filter((notification, index) => {
          const before = hear(once.slice(0, index))
          return Result.isSuccess(decide(before, notify(notification), { now: HISTORY_NOW }))
        })
        const withRepeats = repeats.reduce<ReadonlyArray<Notification>>((said, choice) => {
          const notification = taken[choice % taken.length]
          if (notification === undefined) return said
          const original = said.indexOf(notification)
          const place = original + 1 + (choice % (said.length - original))
          return said.toSpliced(place, 0, structuredClone(notification))
        }, taken)
        expect(hear(withRepeats)).toEqual(hear(taken))
      })
    )
  })
})

describe("a notification of what a worker recorded first", () => {
  it("at the same time is kept as proof and changes nothing else", () => {
    const state = play(notify(missing()), recordFound(at(8)), recordReturned(at(10)))
    for (const notification of [returned(at(10)), found(at(8))]) {
      expect(answer(state, notification)).toEqual(
        Result.succeed([{ _tag: "NotificationReceived", notification, episodeId: "episode-1" }])
      )
    }
  })

  it("at another time is set aside with its time: the first recorded stands", () => {
    const state = play(notify(missing()), recordFound(at(8)), recordReturned(at(10)))
    const told = playFrom(state, notify(found(at(7))), notify(returned(at(11))))
    expect(told.episodes[0]?.progress).toEqual({ _tag: "Returned", foundAt: at(8), returnedAt: at(10) })
    for (const [notification, reportedTime] of [
      [found(at(7)), at(7)],
      [returned(at(11)), at(11)]
    ] as const) {
      const setAside = { kind: notification.kind, reason: "already-recorded", reportedTime }
      expect(answer(state, notification)).toEqual(
        Result.succeed([
          { _tag: "NotificationReceived", notification, episodeId: "episode-1" },
          { _tag: "NotificationSetAside", episodeId: "episode-1", ...setAside }
        ])
      )
    }
  })

  it("on a cancelled episode is set aside", () => {
    const state = play(notify(missing()), about("CancelEpisode", { reason: "wrong-child" }))
    expect(Result.getOrThrow(answer(state, found(at(8))))[1]).toMatchObject({
      _tag: "NotificationSetAside",
      reason: "episode-cancelled"
    })
  })
})

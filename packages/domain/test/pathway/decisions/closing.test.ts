import { Option, Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { calendars } from "../../../src/calendar/index.ts"
import { remindersOf } from "../../../src/deadlines/index.ts"
import {
  type ChildState,
  type Command,
  decide,
  type Episode,
  episodeById,
  interviewStatus,
  isInterviewOwed,
  remainingTasks
} from "../../../src/pathway/index.ts"
import { HISTORY_NOW } from "../arbitraries.ts"
import { histories } from "../histories.ts"
import {
  about,
  asItStands,
  assign,
  at,
  episodeId,
  found,
  interviewer,
  log,
  MUCH_LATER,
  missing,
  notify,
  play,
  playFrom,
  police,
  recordReturned,
  returned,
  updated
} from "../madeUpChild.ts"
import {
  assigned,
  closed,
  completed,
  coordinator,
  gone,
  home,
  otherAuthority,
  readyToClose,
  ruledOut,
  secondEpisode,
  stageExamples
} from "../stageExamples.ts"

const answer = (state: ChildState, command: Command) => Result.merge(decide(state, command, { now: MUCH_LATER }))
const refused = (tag: string) => expect.objectContaining({ _tag: tag })
const episodeOf = (state: ChildState): Episode => Option.getOrThrow(episodeById(state, episodeId))
const standingOf = (state: ChildState) => interviewStatus(state, episodeOf(state))._tag
const close = about("CloseEpisode", {})

describe("closing an episode", () => {
  it("is open when nothing is left, and keeps what is known", () => {
    expect(answer(readyToClose, close)).toEqual([
      { _tag: "EpisodeClosed", episodeId, closedAt: MUCH_LATER, reason: "nothing-left" }
    ])
    expect(episodeOf(closed)).toEqual({ ...episodeOf(readyToClose), closure: { _tag: "Closed", closedAt: MUCH_LATER } })
    expect(standingOf(closed)).toBe("Completed")
  })

  it("is undone by reopening, with a reason, to the state before", () => {
    expect(asItStands(playFrom(closed, about("ReopenEpisode", { reason: "new-information" })))).toEqual(
      asItStands(readyToClose)
    )
  })

  it.each([
    ["found", notify(found(at(7), { policeReference: police(1), sentAt: at(50) })), at(7)],
    ["returned", notify(returned(at(12))), at(12)]
  ] as const)("keeps a later %s notification with its time, and changes nothing else", (kind, told, reportedTime) => {
    // The child's return was recorded by a worker, so the police's own word of it is still to come.
    const byWorker = play(notify(missing()), recordReturned(at(10)))
    const state = playFrom(byWorker, about("TransferEpisode", { to: otherAuthority, transferredAt: at(20) }))
    const events = Result.getOrThrow(decide(state, told, { now: MUCH_LATER }))
    expect(events.slice(1)).toEqual([
      { _tag: "NotificationSetAside", episodeId, kind, reason: "episode-closed", reportedTime }
    ])
  })

  it("takes a notification that says nothing new in silence, and sets any other aside", () => {
    const state = playFrom(play(notify(missing()), recordReturned(at(10))), { _tag: "TurnEighteen", birthday: at(20) })
    expect(Result.getOrThrow(decide(state, notify(returned(at(10))), { now: MUCH_LATER }))).toHaveLength(1)
    expect(answer(state, notify(updated({ risk: "high" })))).toMatchObject([
      { _tag: "NotificationReceived" },
      { _tag: "NotificationSetAside", kind: "updated", reason: "episode-closed" }
    ])
  })

  it("in any history comes only when nothing is left, or on the 18th birthday", () => {
    fc.assert(
      fc.property(histories, ({ turns }) => {
        for (const { before, events } of turns) {
          for (const event of events) {
            if (event._tag !== "EpisodeClosed" || event.reason === "turned-18") continue
            const episode = Option.getOrThrow(episodeById(before, event.episodeId))
            expect(remainingTasks(before, episode)).toEqual([])
            expect(isInterviewOwed(interviewStatus(before, episode))).toBe(false)
          }
        }
      }),
      { numRuns: 300 }
    )
  })

  it("in any history the refusal lists what is left, and nothing is left that is not refused", () => {
    fc.assert(
      fc.property(histories, ({ state }) => {
        for (const episode of state.episodes) {
          const decision = decide(state, about("CloseEpisode", { episodeId: episode.id }), { now: HISTORY_NOW })
          const left = remainingTasks(state, episode)
          if (Result.isFailure(decision) && decision.failure._tag === "StillOwed") {
            expect(left.length).toBeGreaterThan(0)
            expect(decision.failure.left).toEqual(left)
          } else expect(left).toEqual([])
        }
      })
    )
  })
})

describe("the 18th birthday", () => {
  const birthday = at(40)
  const turned: Command = { _tag: "TurnEighteen", birthday }
  const both = playFrom(assigned, notify(missing({ policeReference: police(2), missingAt: at(48) }), secondEpisode))

  it("closes every open episode with that reason, whatever is left to do", () => {
    expect(answer(both, turned)).toMatchObject([
      { _tag: "EpisodeClosed", episodeId, reason: "turned-18" },
      { _tag: "EpisodeClosed", episodeId: secondEpisode, reason: "turned-18" }
    ])
  })

  it("is nowhere in the events: they say when the episode was closed", () => {
    const events = Result.getOrThrow(decide(both, turned, { now: at(60) }))
    expect(events.map((event) => event._tag === "EpisodeClosed" && event.closedAt)).toEqual([at(60), at(60)])
    expect(JSON.stringify(events)).not.toContain(String(birthday))
  })

  it("owes no interview and no reminder from then on, and leaves a completed one as it was", () => {
    const state = playFrom(both, turned)
    expect(standingOf(state)).toBe("NotOwed")
    expect(remindersOf(state, at(60), calendars)).toEqual([])
    expect(standingOf(playFrom(completed, turned))).toBe("Completed")
  })

  it("a second time changes nothing, and a wrong one is undone by reopening", () => {
    const state = playFrom(both, turned)
    expect(answer(state, turned)).toEqual([])
    const again = playFrom(state, about("ReopenEpisode", { reason: "not-yet-18" }))
    expect(standingOf(again)).toBe("Assigned")
  })
})

describe("a transfer to another authority", () => {
  const transfer = about("TransferEpisode", { to: otherAuthority, transferredAt: at(30) })

  it("ends what we owe, and shows where the child's case went", () => {
    const state = playFrom(assigned, transfer)
    expect(episodeOf(state).closure).toEqual({ _tag: "Transferred", to: otherAuthority, transferredAt: at(30) })
    expect(standingOf(state)).toBe("NotOwed")
    expect(remainingTasks(state, episodeOf(state))).toEqual([])
  })

  it("handed back, stands where it stood", () => {
    expect(asItStands(playFrom(assigned, transfer, about("ReopenEpisode", { reason: "handed-back" })))).toEqual(
      asItStands(assigned)
    )
  })

  it("is refused before the child was last seen", () => {
    const early = about("TransferEpisode", { to: otherAuthority, transferredAt: at(-1) })
    expect(answer(gone, early)).toEqual(refused("TransferredBeforeMissing"))
  })
})

describe("an interview that was not done", () => {
  const notDone = (reason: string) => ({ ...ruledOut, reason }) as Command

  it("says why and who decided, before or after someone was assigned", () => {
    expect(standingOf(playFrom(home, notDone("assessed-not-required")))).toBe("NotDone")
    expect(playFrom(home, notDone("assessed-not-required")).episodes[0]?.interviewNotDone).toMatchObject({
      reason: "assessed-not-required",
      decidedBy: coordinator
    })
    const given = playFrom(assigned, notDone("unable-to-contact"))
    expect(given.interviews[0]?.notDone).toEqual({ reason: "unable-to-contact", decidedBy: coordinator })
    expect(given.episodes[0]).not.toHaveProperty("interviewNotDone")
  })

  it("is declined by the child only when the answer is recorded", () => {
    expect(answer(assigned, notDone("declined-by-child"))).toEqual(refused("DeclineNotRecorded"))
    expect(answer(home, notDone("declined-by-child"))).toEqual(refused("DeclineNotRecorded"))
    expect(answer(stageExamples["returned-declined"], notDone("declined-by-child"))).toHaveLength(1)
  })

  it("is taken up again by assigning it or by logging what became of it", () => {
    const ruled = playFrom(home, notDone("missing-again"))
    expect(standingOf(playFrom(ruled, assign()))).toBe("Assigned")
    const given = playFrom(assigned, notDone("unable-to-contact"))
    expect(standingOf(playFrom(given, assign({ interviewer })))).toBe("Assigned")
    expect(standingOf(playFrom(given, log({ offeredAt: at(11), response: "no-answer" })))).toBe("Assigned")
    const held = {
      completedAt: at(20),
      interviewer,
      venue: "home",
      harmDisclosed: "no",
      exploitation: [],
      followUp: []
    } as const
    for (const state of [ruled, given]) {
      expect(standingOf(playFrom(state, log({ offeredAt: at(11), completed: held })))).toBe("Completed")
    }
  })
})

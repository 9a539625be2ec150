import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { calendars } from "../../../src/calendar/index.ts"
import { interviewQueue, remindersOf } from "../../../src/deadlines/index.ts"
import {
  answerOf,
  type ChildState,
  type Command,
  decide,
  type EpisodeId,
  interviewOf,
  interviewStatus,
  offerOf,
  preview,
  remainingTasks,
  type WithdrawableFact
} from "../../../src/pathway/index.ts"
import { HISTORY_NOW } from "../arbitraries.ts"
import { histories, recordedOf } from "../histories.ts"
import {
  about,
  assign,
  at,
  child,
  completedAt,
  episodeId,
  interviewer,
  log,
  MUCH_LATER,
  missing,
  notify,
  play,
  playFrom,
  recordReturned
} from "../madeUpChild.ts"
import { assigned, completed, earlierReturn, gone, home, ruledOut, secondEpisode } from "../stageExamples.ts"

const answer = (state: ChildState, command: Command) => Result.merge(decide(state, command, { now: MUCH_LATER }))
const refused = (tag: string) => expect.objectContaining({ _tag: tag })

const withdraw = (
  state: ChildState,
  what: WithdrawableFact,
  said: { onlyThisEpisode?: boolean; id?: EpisodeId } = {}
) => {
  const { id = episodeId, ...more } = said
  return about("WithdrawFromInterview", {
    episodeId: id,
    withdrawn: recordedOf(state, id, what),
    reason: "wrong-record",
    ...more
  })
}

const unassign = about("UnassignInterview", { reason: "interviewer-unavailable" })
const returnTakenBack = about("CorrectEpisode", { reason: "wrong-record", withdrawn: "found" })

/** What stands for each episode, without the history of how it came to that. */
const standing = (state: ChildState) =>
  state.episodes.map((episode) => {
    const interview = interviewOf(state, episode.id)
    const { _tag } = interviewStatus(state, episode)
    return {
      _tag,
      offer: offerOf(interview, episode),
      answer: answerOf(interview, episode),
      attempts: interview?.attempts ?? [],
      carerOffer: interview?.carerOffer,
      sessions: interview?.furtherSessions,
      left: remainingTasks(state, episode)
    }
  })

describe("an interview that is made nobody's", () => {
  const offered = playFrom(assigned, log({ offeredAt: at(11) }))

  it("waits to be assigned again, with what was offered", () => {
    const state = playFrom(offered, unassign)
    expect(standing(state)).toMatchObject([{ _tag: "Unassigned", offer: { _tag: "Offered", offeredAt: at(11) } }])
    expect(state.interviews[0]).not.toHaveProperty("interviewer")
    expect(answer(state, unassign)).toEqual([])
    expect(standing(playFrom(state, assign()))).toEqual(standing(offered))
  })

  it("has nothing to be taken from where nothing is recorded of it", () => {
    expect(answer(home, unassign)).toEqual(refused("NotAssigned"))
    expect(answer(completed, unassign)).toEqual(refused("InterviewAlreadyCompleted"))
  })
})

describe("a return that was recorded on the wrong child", () => {
  const attempt = about("RecordAttempt", { attemptedAt: at(11), method: "phone", result: "no-reply" })

  it.each([
    ["nothing was arranged", home],
    ["an interviewer was assigned", assigned],
    ["the child was tried to be reached", playFrom(home, attempt)],
    ["it was decided against before anybody was assigned", playFrom(home, ruledOut)],
    ["it was assigned, tried and decided against", playFrom(assigned, attempt, ruledOut)]
  ])("is taken back where %s, and nothing is owed", (_, state) => {
    const after = playFrom(state, returnTakenBack)
    expect(standing(after)).toMatchObject([{ _tag: "NotYetDue", offer: { _tag: "NotOffered" }, attempts: [] }])
    expect(after.episodes[0]).not.toHaveProperty("interviewNotDone")
    expect(standing(playFrom(after, recordReturned(at(20))))).toMatchObject([{ _tag: "Unassigned" }])
  })

  it("leaves an interview that is about another episode too to that one", () => {
    const both = playFrom(earlierReturn(home), assign({ episodeId, alsoCovers: [secondEpisode] }))
    const after = playFrom(both, returnTakenBack)
    expect(after.interviews).toMatchObject([{ episodeIds: [secondEpisode], interviewer }])
    expect(standing(after).map(({ _tag }) => _tag)).toEqual(["NotYetDue", "Assigned"])
  })

  it.each([
    ["offered", ["offer"], playFrom(assigned, log({ offeredAt: at(11) }))],
    ["declined", ["offer"], playFrom(home, log({ offeredAt: at(11), response: "declined" }))],
    ["held", ["completed", "offer"], completed]
  ] as const)("is taken back once what was %s is withdrawn", (_, whats, state) => {
    expect(answer(state, returnTakenBack)).toEqual(refused("InterviewInTheWay"))
    const withdrawn = whats.reduce((now, what) => playFrom(now, withdraw(now, what)), state)
    expect(standing(playFrom(withdrawn, returnTakenBack))).toMatchObject([{ _tag: "NotYetDue" }])
  })
})

describe("withdrawing what was logged", () => {
  const facts = (state: ChildState): ReadonlyArray<readonly [WithdrawableFact, Command, ChildState]> => [
    ["offer", log({ offeredAt: at(11), response: "declined" }), state],
    ["answer", log({ response: "declined" }), playFrom(state, log({ offeredAt: at(11) }))],
    ["answer", log({ response: "accepted" }), playFrom(state, log({ offeredAt: at(11), response: "no-answer" }))],
    ["attempt", about("RecordAttempt", { attemptedAt: at(12), method: "phone", result: "no-reply" }), state],
    [
      "carer-offer",
      about("OfferToCarer", { offeredAt: at(12), response: "accepted" }),
      playFrom(state, log({ offeredAt: at(11), response: "declined" }))
    ],
    ["not-done", ruledOut, state],
    ["completed", log({ completed: completedAt(at(20)) }), playFrom(state, log({ offeredAt: at(11) }))],
    [
      "further-session",
      about("RecordFurtherSession", { session: completedAt(at(30)), isInterviewer: true }),
      playFrom(state, log({ offeredAt: at(11), completed: completedAt(at(20)) }))
    ]
  ]

  it.each([...facts(home), ...facts(assigned)])("gives back what stood before: %s", (what, record, before) => {
    const recorded = playFrom(before, record)
    expect(standing(recorded)).not.toEqual(standing(before))
    const command = withdraw(recorded, what)
    const after = playFrom(recorded, command)
    expect(standing(after)).toEqual(standing(before))
    expect(answer(after, command)).toEqual([])
  })

  it("takes nothing that an interview which was held rests on", () => {
    expect(answer(completed, withdraw(completed, "offer"))).toEqual(refused("RestsOnIt"))
  })

  it("takes what was written of an interview with it: it was of another child", () => {
    const written = playFrom(
      completed,
      about("RecordInterview", { record: { present: ["alone"] } }),
      about("RecordInterviewReference", { reference: "LL-2026-1" as never })
    )
    const after = playFrom(written, withdraw(written, "completed"))
    expect(after.interviews[0]).not.toHaveProperty("record")
    expect(after.interviews[0]).not.toHaveProperty("caseReference")
  })

  it("can be done for one of several episodes, or for all", () => {
    const both = playFrom(
      earlierReturn(home),
      log({ episodeId, alsoCovers: [secondEpisode], offeredAt: at(11), completed: completedAt(at(20)) })
    )
    const one = playFrom(both, withdraw(both, "completed", { onlyThisEpisode: true }))
    expect(standing(one).map(({ _tag }) => _tag)).toEqual(["Unassigned", "Completed"])
    const all = playFrom(both, withdraw(both, "completed"))
    expect(standing(all).map(({ _tag }) => _tag)).toEqual(["Unassigned", "Unassigned"])
    expect(standing(all).map(({ offer }) => offer._tag)).toEqual(["Offered", "Offered"])
  })
})

it("in any history, recording and withdrawing an interview fact changes nothing", () => {
  const kinds = ["attempt", "further-session", "answer", "completed"] as const
  fc.assert(
    fc.property(histories, fc.constantFrom(...kinds), fc.nat(), ({ state }, what, nth) => {
      const episode = state.episodes[nth % Math.max(1, state.episodes.length)]
      if (episode === undefined) return
      const id = episode.id
      const record: Readonly<Record<(typeof kinds)[number], Command>> = {
        attempt: about("RecordAttempt", { episodeId: id, attemptedAt: at(99), method: "letter", result: "no-reply" }),
        "further-session": about("RecordFurtherSession", {
          episodeId: id,
          session: completedAt(at(120)),
          isInterviewer: true,
          knownAdult: true
        }),
        answer: log({ episodeId: id, response: "no-answer" }),
        completed: log({ episodeId: id, completed: completedAt(at(110)), knownAdult: true })
      }
      const recording = decide(state, record[what], { now: MUCH_LATER })
      if (Result.isFailure(recording) || recording.success.length === 0) return
      const recorded = preview(state, recording.success)
      const withdrawing = decide(recorded, withdraw(recorded, what, { id }), { now: MUCH_LATER })
      if (Result.isFailure(withdrawing)) {
        expect(withdrawing.failure._tag).toBe("ClosedOnInterview")
        return
      }
      const after = preview(recorded, withdrawing.success)
      // A reason for no interview ends with whatever is recorded of it, and is not withdrawn.
      const had = state.episodes.some((one) => interviewStatus(state, one)._tag === "NotDone")
      const coded = interviewOf(state, id)
      if (had || coded?.record !== undefined || coded?.caseReference !== undefined) return
      expect(standing(after)).toEqual(standing(state))
    }),
    { numRuns: 500 }
  )
})

it("in any history a closed episode is owed, reminded of and asked nothing", () => {
  fc.assert(
    fc.property(histories, ({ state }) => {
      const closed = state.episodes.filter(({ closure }) => closure !== undefined).map(({ id }) => id)
      const owed = interviewQueue(new Map([[child.reference, state]]), HISTORY_NOW, calendars)
      const reminded = remindersOf(state, HISTORY_NOW, calendars)
      expect(owed.filter(({ episode }) => closed.includes(episode.id))).toEqual([])
      expect(reminded.filter(({ episodeId: id }) => closed.includes(id))).toEqual([])
      for (const episode of state.episodes) {
        if (episode.closure !== undefined) expect(remainingTasks(state, episode)).toEqual([])
      }
    }),
    { numRuns: 500 }
  )
})

it("withdrawing what is not on the record changes nothing", () => {
  expect(standing(gone)).toMatchObject([{ _tag: "NotYetDue" }])
  expect(answer(play(notify(missing())), withdraw(gone, "offer"))).toEqual([])
})

import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { calendars } from "../../../src/calendar/index.ts"
import { elapsedClockOf, interviewQueue, remindersOf } from "../../../src/deadlines/index.ts"
import {
  answerOf,
  type ChildState,
  type Command,
  decide,
  type EpisodeId,
  type InterviewCommand,
  interviewOf,
  interviewStatus,
  offerOf,
  PersonId,
  remainingTasks
} from "../../../src/pathway/index.ts"
import { histories } from "../histories.ts"
import {
  about,
  allocatedWorker,
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
  playFrom,
  police,
  recordFound,
  recordReturned
} from "../madeUpChild.ts"
import { assigned, completed, coordinator, gone, home, reference, ruledOut, secondEpisode } from "../stageExamples.ts"

const answer = (state: ChildState, command: Command) => Result.merge(decide(state, command, { now: MUCH_LATER }))
const refused = (tag: string) => expect.objectContaining({ _tag: tag })
const standings = (state: ChildState) => state.episodes.map((episode) => interviewStatus(state, episode)._tag)
const offers = (state: ChildState) => state.episodes.map((episode) => offerOf(interviewOf(state, episode.id), episode))
const answers = (state: ChildState) =>
  state.episodes.map((episode) => answerOf(interviewOf(state, episode.id), episode))

/** Gone again at hour 30, back at hour 50. */
const again = (state: ChildState): ChildState =>
  playFrom(
    state,
    notify(missing({ policeReference: police(2), missingAt: at(30), reportedAt: at(30) }), secondEpisode),
    recordReturned(at(50), secondEpisode)
  )

const paperworkOf = (id: EpisodeId): ReadonlyArray<Command> => [
  about("RecordCaseReference", { episodeId: id, reference }),
  about("RecordAllocation", { episodeId: id, allocated: { concern: false } }),
  about("HandOver", { episodeId: id, coordinator })
]

describe("an interview taken up again for one of its episodes", () => {
  const covered = playFrom(again(home), assign({ episodeId, alsoCovers: [secondEpisode] }))
  const declined = log({ episodeId, offeredAt: at(60), response: "declined" })
  const toldByCarer = about("OfferToCarer", { offeredAt: at(61), response: "declined" })

  it.each([
    ["a reason", "NotDone", [ruledOut]],
    ["a decline", "Declined", [declined, toldByCarer]]
  ] as const)("leaves the one that closed on %s closed, and what it was closed on", (_, tag, settled) => {
    const closed = playFrom(covered, ...settled, ...paperworkOf(episodeId), about("CloseEpisode", {}))
    const taken = playFrom(closed, assign({ episodeId: secondEpisode, interviewer: PersonId.make("another") }))
    expect(standings(taken)).toEqual([tag, "Assigned"])
    const owed = interviewQueue(new Map([[child.reference, taken]]), at(300), calendars)
    expect(owed.map(({ episode }) => episode.id)).toEqual([secondEpisode])
    const reminded = remindersOf(taken, at(300), calendars)
    expect(reminded.some(({ episodeId: id }) => id === episodeId)).toBe(false)
    const decided = playFrom(
      taken,
      about("RecordNotDone", { episodeId: secondEpisode, reason: "unable-to-contact", decidedBy: coordinator })
    )
    expect(standings(decided)).toEqual([tag, "NotDone"])
    expect(
      standings(
        playFrom(taken, about("UnassignInterview", { episodeId: secondEpisode, reason: "assigned-by-mistake" }))
      )
    ).toEqual([tag, "Unassigned"])
  })
})

describe("a finding that becomes known after the return", () => {
  const onlyBack = playFrom(gone, recordReturned(at(10)))

  it.each([
    ["nobody is assigned", onlyBack],
    ["someone is assigned", playFrom(onlyBack, assign())],
    ["the child declined", playFrom(onlyBack, log({ offeredAt: at(11), response: "declined" }))],
    ["there is a reason for no interview", playFrom(onlyBack, ruledOut)],
    ["the interview was held", playFrom(onlyBack, log({ offeredAt: at(11), completed: completedAt(at(20)) }))]
  ])("is recorded where %s, if it fits", (_, state) => {
    for (const hour of [0, 8, 10]) {
      const after = playFrom(state, recordFound(at(hour)))
      expect(after.episodes[0]?.progress).toEqual({ _tag: "Returned", returnedAt: at(10), foundAt: at(hour) })
      expect(answer(after, recordFound(at(hour)))).toEqual([])
    }
    expect(answer(state, recordFound(at(-1)))).toEqual(refused("FoundBeforeMissing"))
    expect(answer(state, recordFound(at(10.5)))).toEqual(refused("ReturnedBeforeFound"))
  })

  it("is not replaced by another time, which is a correction", () => {
    expect(answer(home, recordFound(at(9)))).toEqual(refused("AlreadyFound"))
    expect(answer(home, recordFound(at(8)))).toEqual([])
  })
})

describe("one interview over two returns", () => {
  const first = playFrom(home, assign({ episodeId }), log({ episodeId, offeredAt: at(11), response: "no-answer" }))
  const both = playFrom(again(first), about("ExtendInterview", { alsoCovers: [secondEpisode] }))

  it("is owed an offer of its own after each of them", () => {
    expect(offers(both)).toEqual([
      { _tag: "Offered", offeredAt: at(11) },
      { _tag: "OfferedBefore", offeredAt: at(11) }
    ])
    expect(answer(both, log({ episodeId: secondEpisode, response: "accepted" }))).toEqual(refused("OfferMissing"))
    const offered = playFrom(both, log({ episodeId: secondEpisode, offeredAt: at(55), response: "accepted" }))
    expect(offers(offered)).toEqual([
      { _tag: "Offered", offeredAt: at(11) },
      { _tag: "Offered", offeredAt: at(55) }
    ])
    expect(offered.interviews).toHaveLength(1)
  })

  it("can be offered for both at once, when the child is back from both", () => {
    const neither = playFrom(again(home), assign({ episodeId, alsoCovers: [secondEpisode] }))
    const offered = playFrom(neither, log({ episodeId, offeredAt: at(55), response: "declined" }))
    expect(offers(offered).map(({ _tag }) => _tag)).toEqual(["Offered", "Offered"])
    expect(answers(offered)).toEqual(["declined", "declined"])
    expect(standings(offered)).toEqual(["Declined", "Declined"])
  })

  it("is corrected for the return that was named, and for those that share the offer", () => {
    const offered = playFrom(both, log({ episodeId: secondEpisode, offeredAt: at(55) }))
    const correction = { reason: "mistyped", isInterviewer: true } as const
    const moved = playFrom(
      offered,
      about("CorrectInterview", { ...correction, episodeId: secondEpisode, offeredAt: at(56) })
    )
    expect(offers(moved)).toMatchObject([{ offeredAt: at(11) }, { offeredAt: at(56) }])
  })

  it("takes over what was recorded of an interview that nobody had", () => {
    const attempt = about("RecordAttempt", {
      episodeId: secondEpisode,
      attemptedAt: at(52),
      method: "phone",
      result: "no-reply"
    })
    const tried = playFrom(
      again(first),
      log({ episodeId: secondEpisode, newInterviewId: "interview-2" as never, offeredAt: at(51) }),
      attempt
    )
    expect(tried.interviews).toHaveLength(2)
    const joined = playFrom(tried, assign({ episodeId, alsoCovers: [secondEpisode] }))
    expect(joined.interviews).toMatchObject([{ interviewer, attempts: [{ attemptedAt: at(52) }] }])
    expect(offers(joined)).toMatchObject([{ offeredAt: at(11) }, { offeredAt: at(51) }])
    expect(standings(joined)).toEqual(["Assigned", "Assigned"])
  })

  it("keeps each return's own offer where an interview that was held covers an earlier one too", () => {
    const own = { episodeId: secondEpisode, newInterviewId: "interview-2" as never, offeredAt: at(51) }
    const offered = again(playFrom(home, log({ episodeId, offeredAt: at(11) })))
    const held = playFrom(offered, log({ ...own, completed: completedAt(at(60)) }))
    const joined = playFrom(held, about("ExtendInterview", { episodeId: secondEpisode, alsoCovers: [episodeId] }))
    expect(joined.interviews).toMatchObject([{ completed: completedAt(at(60)), offeredAt: at(11) }])
    expect(offers(joined)).toMatchObject([{ offeredAt: at(11) }, { offeredAt: at(51) }])
  })
})

describe("before anybody is assigned", () => {
  const attempt = (result: "no-reply" | "carer-refused") =>
    about("RecordAttempt", { attemptedAt: at(11), method: "through-carer", result })

  it("an offer, a decline and attempts can be recorded, and the interview stays nobody's", () => {
    const offered = playFrom(home, log({ offeredAt: at(11) }))
    expect(standings(offered)).toEqual(["Unassigned"])
    expect(offers(offered)).toEqual([{ _tag: "Offered", offeredAt: at(11) }])
    const declined = playFrom(offered, log({ response: "declined" }))
    expect(standings(declined)).toEqual(["Declined"])
    const tried = playFrom(home, attempt("no-reply"))
    expect(standings(tried)).toEqual(["Unassigned"])
    expect(standings(playFrom(tried, assign()))).toEqual(["Assigned"])
    expect(playFrom(tried, assign()).interviews).toHaveLength(1)
  })

  it("an offer to the carer on record is said again in silence, though the child's came later", () => {
    const notDone = about("RecordNotDone", { reason: "unable-to-contact", decidedBy: coordinator })
    const carer = about("OfferToCarer", { offeredAt: at(11), response: "accepted" })
    const declined = playFrom(home, notDone, carer, log({ offeredAt: at(12), response: "declined" }))
    expect(answer(declined, carer)).toEqual([])
  })

  it("what the carer tells is recorded once they refused access", () => {
    const offer = about("OfferToCarer", { offeredAt: at(12), response: "accepted" })
    expect(answer(playFrom(home, attempt("no-reply")), offer)).toEqual(refused("ChildHasNotDeclined"))
    const told = playFrom(home, attempt("carer-refused"), offer)
    expect(told.interviews[0]?.carerOffer).toEqual({ offeredAt: at(12), response: "accepted" })
    expect(answer(told, offer)).toEqual([])
    const refusedAccess = about("RecordNotDone", { reason: "parent-refused-access", decidedBy: coordinator })
    expect(playFrom(home, refusedAccess, offer).interviews[0]?.carerOffer?.offeredAt).toBe(at(12))
  })

  it("no fact opens an interview under an id that another has", () => {
    const both = again(assigned)
    const id = both.interviews[0]?.id
    const attempted = about("RecordAttempt", {
      episodeId: secondEpisode,
      attemptedAt: at(52),
      method: "phone",
      result: "no-reply",
      ...(id === undefined ? {} : { newInterviewId: id })
    })
    expect(answer(both, attempted)).toEqual(refused("IdUsedBefore"))
    expect(answer(both, log({ episodeId: secondEpisode, offeredAt: at(52) }))).toEqual(refused("IdUsedBefore"))
  })
})

describe("who the child wants to talk to", () => {
  it("can be a known adult chosen on the spot", () => {
    const held = log({ isInterviewer: false, offeredAt: at(11), completed: completedAt(at(20), allocatedWorker) })
    expect(answer(assigned, held)).toEqual(refused("NotIndependent"))
    const state = playFrom(assigned, { ...held, knownAdult: true } as Command)
    expect(state.interviews).toMatchObject([
      { interviewer, completed: { interviewer: allocatedWorker, knownAdult: true } }
    ])
    expect(answer(state, { ...held, knownAdult: true } as Command)).toEqual([])
  })
})

describe("a further session", () => {
  const session = (hours: number): Command =>
    about("RecordFurtherSession", { session: completedAt(at(hours)), isInterviewer: true })

  it("is kept beside the first, which stands with its times and what is left", () => {
    const state = playFrom(completed, session(30), session(40))
    expect(state.interviews[0]?.completed).toEqual(completed.interviews[0]?.completed)
    expect(state.interviews[0]?.furtherSessions).toHaveLength(2)
    const [before] = completed.episodes
    const [after] = state.episodes
    expect(after && elapsedClockOf(after)).toEqual(before && elapsedClockOf(before))
    expect(after && remainingTasks(state, after)).toEqual(before && remainingTasks(completed, before))
    expect(answer(state, session(30))).toEqual([])
  })

  it("comes after a first, by someone independent", () => {
    expect(answer(assigned, session(30))).toEqual(refused("NoFirstSession"))
    expect(answer(completed, session(20))).toEqual(refused("SessionBeforeFirst"))
    const byWorker = about("RecordFurtherSession", {
      session: completedAt(at(30), allocatedWorker),
      isInterviewer: false,
      allocatedWorker
    })
    expect(answer(completed, byWorker)).toEqual(refused("NotIndependent"))
  })
})

const ofInterviews: ReadonlyArray<InterviewCommand["_tag"]> = [
  "AssignInterview",
  "LogInterview",
  "ExtendInterview",
  "UnassignInterview",
  "RecordFurtherSession",
  "WithdrawFromInterview",
  "OfferToCarer",
  "RecordAttempt",
  "RecordNotDone",
  "RecordInterviewReference",
  "RecordInterview"
]

it("in any history a command about an interview changes nothing when it is put again", () => {
  fc.assert(
    fc.property(histories, ({ turns }) => {
      for (const { command, after, refusal } of turns) {
        if (refusal !== undefined || !ofInterviews.includes(command._tag as InterviewCommand["_tag"])) continue
        expect(answer(after, command)).toEqual([])
      }
    }),
    { numRuns: 500 }
  )
})

it("in any history an offer recorded for one episode is none of another that it does not name", () => {
  fc.assert(
    fc.property(histories, ({ turns }) => {
      for (const { before, after, events } of turns) {
        const named = events.flatMap((event) => (event._tag === "InterviewOffered" ? (event.episodeIds ?? []) : []))
        const others = events.filter(({ _tag }) => _tag !== "InterviewOffered" && _tag !== "InterviewAnswered")
        if (named.length === 0 || others.length > 0) continue
        for (const episode of after.episodes) {
          if (named.includes(episode.id)) continue
          const then = offerOf(interviewOf(before, episode.id), episode)
          const now = offerOf(interviewOf(after, episode.id), episode)
          if (now._tag === "Offered" || then._tag === "Offered") expect(now).toEqual(then)
        }
      }
    }),
    { numRuns: 500 }
  )
})

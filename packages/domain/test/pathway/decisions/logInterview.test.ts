import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { type ChildState, decide, InterviewId, type LogInterview, PersonId } from "../../../src/pathway/index.ts"
import {
  about,
  allocatedWorker,
  assign,
  at,
  backHome,
  completedAt,
  found,
  interviewer,
  interviewId,
  log,
  MUCH_LATER,
  missing,
  notify,
  play,
  playFrom,
  returned
} from "../madeUpChild.ts"

const answer = (state: ChildState, said: Partial<LogInterview> = {}) =>
  Result.merge(decide(state, log(said), { now: MUCH_LATER }))
const refused = (tag: string, field?: string) =>
  expect.objectContaining(field === undefined ? { _tag: tag } : { _tag: tag, field })
const tags = (state: ChildState, said: Partial<LogInterview>) =>
  Result.getOrThrow(decide(state, log(said), { now: MUCH_LATER })).map(({ _tag }) => _tag)

const home = backHome()
const assigned = playFrom(home, assign())
const offered = playFrom(assigned, log({ offeredAt: at(11) }))

describe("logging an interview", () => {
  it("offer, answer and completion are separate facts, together or one by one, to the same end", () => {
    const atOnce = playFrom(assigned, log({ offeredAt: at(11), response: "accepted", completed: completedAt(at(20)) }))
    const oneByOne = playFrom(
      offered,
      log({ response: "no-answer" }),
      log({ response: "accepted" }),
      log({ completed: completedAt(at(20)) })
    )
    const said = ({ interviews }: ChildState) => interviews.map(({ answers: _, ...interview }) => interview)
    expect(said(oneByOne)).toEqual(said(atOnce))
    expect(atOnce.interviews).toMatchObject([
      {
        id: interviewId,
        episodeIds: ["episode-1"],
        interviewer,
        knownAdult: false,
        offeredAt: at(11),
        response: "accepted",
        completed: completedAt(at(20))
      }
    ])
  })

  it("what is known already is not recorded twice", () => {
    expect(answer(offered, { offeredAt: at(11) })).toEqual([])
    const answered = playFrom(offered, log({ response: "accepted" }))
    expect(answer(answered, { offeredAt: at(11), response: "accepted" })).toEqual([])
    expect(tags(answered, { offeredAt: at(11), response: "accepted", completed: completedAt(at(20)) })).toEqual([
      "InterviewCompleted"
    ])
  })

  it("an interview that took place was accepted, said or not", () => {
    expect(tags(offered, { completed: completedAt(at(20)) })).toEqual(["InterviewCompleted"])
    expect(playFrom(offered, log({ completed: completedAt(at(20)) })).interviews[0]?.response).toBe("accepted")
    expect(answer(offered, { response: "no-answer", completed: completedAt(at(20)) })).toEqual(
      refused("CompletedButNotAccepted", "response")
    )
  })

  it("a child who declined may still change their mind", () => {
    const declined = playFrom(assigned, log({ offeredAt: at(11), response: "declined" }))
    expect(tags(declined, { completed: completedAt(at(20)) })).toEqual(["InterviewCompleted"])
    expect(playFrom(declined, log({ completed: completedAt(at(20)) })).interviews[0]?.response).toBe("accepted")
  })

  it("completed without anyone assigned records who did it", () => {
    const id = InterviewId.make("interview-at-once")
    const said = { newInterviewId: id, offeredAt: at(11), completed: completedAt(at(20)) }
    expect(tags(home, said)).toEqual(["InterviewOffered", "InterviewCompleted"])
    expect(playFrom(home, log(said)).interviews).toMatchObject([
      { id, episodeIds: ["episode-1"], completed: { interviewer }, knownAdult: false }
    ])
    expect(playFrom(home, log(said)).interviews[0]).not.toHaveProperty("interviewer")
  })
})

describe("the times of an interview", () => {
  it("the offer may be at the finding and not before it", () => {
    expect(tags(assigned, { offeredAt: at(8) })).toEqual(["InterviewOffered"])
    expect(answer(assigned, { offeredAt: at(7) })).toEqual(refused("OfferedBeforeFound", "offeredAt"))
  })

  it("the offer may be at the return and not before it, when the return was the first we heard", () => {
    const state = playFrom(play(notify(missing()), notify(returned(at(10)))), assign())
    expect(tags(state, { offeredAt: at(10) })).toEqual(["InterviewOffered"])
    expect(answer(state, { offeredAt: at(9) })).toEqual(refused("OfferedBeforeFound"))
  })

  it("the interview may be at the return and the offer, and not before either", () => {
    const early = playFrom(assigned, log({ offeredAt: at(9) }))
    expect(answer(early, { completed: completedAt(at(9)) })).toEqual(refused("CompletedBeforeReturn", "completedAt"))
    expect(tags(early, { completed: completedAt(at(10)) })).toContain("InterviewCompleted")
    expect(answer(offered, { completed: completedAt(at(10)) })).toEqual(refused("CompletedBeforeOffer", "completedAt"))
    expect(tags(offered, { completed: completedAt(at(11)) })).toContain("InterviewCompleted")
  })

  it("an interview before the return is recorded is not logged", () => {
    const state = playFrom(play(notify(missing()), notify(found(at(8)))), assign())
    expect(answer(state, { offeredAt: at(9), completed: completedAt(at(20)) })).toEqual(refused("ReturnNotRecorded"))
    expect(tags(state, { offeredAt: at(9) })).toEqual(["InterviewOffered"])
  })
})

describe("who carried it out", () => {
  const done = (by: PersonId, said: Partial<LogInterview> = {}) => ({ completed: completedAt(at(20), by), ...said })
  const stranger = PersonId.make("not-an-interviewer")

  it("is independent and an interviewer", () => {
    expect(answer(offered, done(allocatedWorker))).toEqual(refused("NotIndependent", "interviewer"))
    expect(answer(offered, done(stranger, { isInterviewer: false }))).toEqual(refused("NotAnInterviewer"))
  })

  it("or the known adult it was assigned to, and no other", () => {
    const asked = playFrom(home, assign({ interviewer: allocatedWorker, knownAdult: true }), log({ offeredAt: at(11) }))
    expect(tags(asked, done(allocatedWorker, { isInterviewer: false }))).toContain("InterviewCompleted")
    expect(answer(asked, done(stranger, { isInterviewer: false }))).toEqual(refused("NotAnInterviewer"))
  })
})

describe("there is nothing to log on", () => {
  it.each([
    ["a child still missing", play(notify(missing())), "StillMissing"],
    [
      "a cancelled episode",
      playFrom(home, about("CancelEpisode", { reason: "wrong-child" })),
      "EpisodeCancelledBefore"
    ],
    ["a child with no record", play(), "NothingRecorded"],
    ["a completed interview", playFrom(offered, log({ completed: completedAt(at(20)) })), "InterviewAlreadyCompleted"]
  ])("%s", (_, state, tag) => {
    expect(answer(state, { offeredAt: at(12) })).toEqual(refused(tag))
  })
})

import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { Instant } from "../../../src/calendar/index.ts"
import {
  type AssignInterview,
  answerOf,
  type ChildState,
  decide,
  EpisodeId,
  InterviewId,
  interviewStatus
} from "../../../src/pathway/index.ts"
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
  police,
  returned,
  secondInterviewer
} from "../madeUpChild.ts"

const answer = (state: ChildState, said: Partial<AssignInterview> = {}) =>
  Result.merge(decide(state, assign(said), { now: MUCH_LATER }))
const refused = (tag: string) => expect.objectContaining({ _tag: tag })
const assigned = (facts: object) => [expect.objectContaining({ _tag: "InterviewAssigned", ...facts })]

const home = backHome()
const second = EpisodeId.make("episode-2")
const nextInterviewId = InterviewId.make("interview-2")

describe("assigning an interview", () => {
  it("needs an interviewer who is independent of the child's case", () => {
    expect(answer(home)).toEqual(assigned({ interviewId, episodeIds: ["episode-1"], knownAdult: false }))
    expect(answer(home, { interviewer: allocatedWorker })).toEqual(refused("NotIndependent"))
    expect(answer(home, { isInterviewer: false })).toEqual(refused("NotAnInterviewer"))
  })

  it("to an allocated worker who is also an interviewer is still not independent", () => {
    expect(answer(home, { interviewer: allocatedWorker, isInterviewer: true })).toEqual(refused("NotIndependent"))
  })

  it("may say when it is planned for, from now on", () => {
    expect(answer(home, { plannedFor: MUCH_LATER })).toEqual(assigned({ plannedFor: MUCH_LATER }))
    expect(answer(home, { plannedFor: Instant(MUCH_LATER - 1) })).toEqual(refused("PlannedInPast"))
  })

  it("is planned again when given to another, and can be planned again by itself", () => {
    const planned = playFrom(home, assign({ plannedFor: MUCH_LATER }))
    const later = Instant(MUCH_LATER + 2)
    const answerLater = (said: Partial<AssignInterview>) => Result.merge(decide(planned, assign(said), { now: later }))
    expect(planned.interviews).toMatchObject([{ plannedFor: MUCH_LATER }])
    expect(answer(planned)).toEqual([])
    expect(answer(planned, { plannedFor: MUCH_LATER })).toEqual([])
    expect(answerLater({ plannedFor: later })).toEqual(assigned({ plannedFor: later }))
    expect(answerLater({ plannedFor: Instant(MUCH_LATER + 1) })).toEqual(refused("PlannedInPast"))
    // A plan that stays as it is may be over by now.
    expect(answerLater({ interviewer: secondInterviewer, plannedFor: MUCH_LATER })).toEqual(
      assigned({ interviewer: secondInterviewer, plannedFor: MUCH_LATER })
    )
    expect(playFrom(planned, assign({ interviewer: secondInterviewer })).interviews[0]).not.toHaveProperty("plannedFor")
  })

  it("is free of both rules when the child asked for this adult", () => {
    const asked = { interviewer: allocatedWorker, isInterviewer: false, knownAdult: true }
    expect(answer(home, asked)).toEqual(assigned({ interviewer: allocatedWorker, knownAdult: true }))
  })

  it("can be done as soon as the child is found", () => {
    expect(answer(play(notify(missing()), notify(found(at(8)))))).toEqual(assigned({ episodeIds: ["episode-1"] }))
  })

  it("to another person moves the same interview, with what is known of it", () => {
    const state = playFrom(home, assign(), log({ offeredAt: at(11), response: "no-answer" }))
    const moved = playFrom(state, assign({ interviewer: secondInterviewer, newInterviewId: nextInterviewId }))
    expect(moved.interviews).toMatchObject([
      {
        id: interviewId,
        episodeIds: ["episode-1"],
        interviewer: secondInterviewer,
        knownAdult: false,
        offeredAt: at(11),
        response: "no-answer"
      }
    ])
  })

  it("is refused once completed", () => {
    const completed = playFrom(home, assign(), log({ offeredAt: at(11), completed: completedAt(at(20)) }))
    expect(answer(completed, { interviewer: secondInterviewer })).toEqual(refused("InterviewAlreadyCompleted"))
  })

  it("after a decline takes the interview up again, and the decline stays the last answer", () => {
    const declined = playFrom(home, assign(), log({ offeredAt: at(11), response: "declined" }))
    const ruledOut = about("RecordNotDone", { reason: "declined-by-child", decidedBy: interviewer })
    for (const settled of [declined, playFrom(declined, ruledOut)]) {
      const again = playFrom(settled, assign({ interviewer: allocatedWorker, knownAdult: true }))
      const [episode] = again.episodes
      const [interview] = again.interviews
      expect(episode && interviewStatus(again, episode)._tag).toBe("Assigned")
      expect(episode && answerOf(interview, episode)).toBe("declined")
      const declinedAgain = playFrom(again, log({ response: "declined" }))
      expect(episode && interviewStatus(declinedAgain, episode)._tag).toBe("Declined")
      expect(declinedAgain.interviews[0]?.answers).toHaveLength(2)
      const held = completedAt(at(20), allocatedWorker)
      const completed = playFrom(again, log({ isInterviewer: false, completed: held }))
      expect(episode && interviewStatus(completed, episode)._tag).toBe("Completed")
    }
  })

  it("to the same person in the same way changes nothing", () => {
    expect(answer(playFrom(home, assign()))).toEqual([])
  })

  it("opens no interview under an id that another has", () => {
    const taken = playFrom(home, assign(), notify(missing({ policeReference: police(2), missingAt: at(30) }), second))
    const both = playFrom(taken, notify(returned(at(40), { policeReference: police(2) })))
    expect(answer(both, { episodeId: second })).toEqual(refused("IdUsedBefore"))
    expect(answer(both, { episodeId: second, newInterviewId: nextInterviewId })).toEqual(
      assigned({ interviewId: nextInterviewId })
    )
  })
})

describe("without naming an episode", () => {
  const goneAgain = notify(missing({ policeReference: police(2), missingAt: at(30) }), second)
  const homeAgain = notify(returned(at(40), { policeReference: police(2) }))

  it("is refused where two could be meant, also once one of them has its interview", () => {
    const both = playFrom(home, goneAgain, homeAgain)
    expect(answer(both)).toEqual(refused("ChooseEpisode"))
    expect(answer(playFrom(both, assign({ episodeId: second })))).toEqual(refused("ChooseEpisode"))
  })

  it("an earlier one is meant while the child is missing again", () => {
    expect(answer(playFrom(home, goneAgain))).toEqual(assigned({ episodeIds: ["episode-1"] }))
  })

  it("naming the episode goes before it", () => {
    const both = playFrom(home, goneAgain, homeAgain)
    expect(answer(both, { episodeId: EpisodeId.make("episode-1") })).toEqual(assigned({ episodeIds: ["episode-1"] }))
    expect(answer(both, { episodeId: EpisodeId.make("episode-3") })).toEqual(refused("UnknownEpisode"))
  })

  it("the refusal is about the latest episode when none is owed", () => {
    expect(answer(play(notify(missing())))).toEqual(refused("StillMissing"))
  })
})

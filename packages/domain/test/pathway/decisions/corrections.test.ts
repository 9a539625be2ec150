import { Option, Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addHours, calendars, type Instant } from "../../../src/calendar/index.ts"
import { clocksFor, clocksOf } from "../../../src/deadlines/index.ts"
import { type ChildState, type CorrectEpisode, decide, PersonId, preview } from "../../../src/pathway/index.ts"
import { rotherham } from "../../../src/policy/index.ts"
import { histories } from "../histories.ts"
import {
  about,
  allocatedWorker,
  assign,
  at,
  cancelled,
  completedAt,
  episodeId,
  interviewId,
  log,
  MUCH_LATER,
  missing,
  notify,
  play,
  playFrom,
  police,
  recordReturned,
  returned
} from "../madeUpChild.ts"
import { assigned, completed, gone, home, secondEpisode, whereaboutsKnown } from "../stageExamples.ts"

type Said = Omit<CorrectEpisode, "_tag" | "episodeId" | "reason">

const correct = (said: Said) => about("CorrectEpisode", { reason: "mistyped", ...said })
const answer = (state: ChildState, said: Said) => Result.merge(decide(state, correct(said), { now: MUCH_LATER }))
const refused = (tag: string) => expect.objectContaining({ _tag: tag })
const correctInterview = (said: object) =>
  about("CorrectInterview", { reason: "mistyped", isInterviewer: true, ...said })
const answerInterview = (state: ChildState, said: object) =>
  Result.merge(decide(state, correctInterview(said), { now: MUCH_LATER }))

describe("correcting an episode", () => {
  it("moves both deadlines with the return, whatever the right time is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 8 * 60, max: 300 * 60 }), (minutes) => {
        const returnedAt = addHours(at(0), minutes / 60)
        const state = playFrom(home, correct({ returnedAt }))
        const clocks = Option.getOrThrow(clocksOf(state.episodes[0] as never, calendars))
        expect(clocks).toMatchObject({
          ...Result.getOrThrow(clocksFor(returnedAt, rotherham)),
          from: returnedAt,
          provisional: false
        })
      })
    )
  })

  it("comes to the state of having been told rightly at once", () => {
    fc.assert(
      fc.property(fc.nat({ max: 7 }), fc.nat({ max: 20 }), fc.nat({ max: 20 }), (missingHour, stay, way) => {
        const foundAt = at(missingHour + stay)
        const returnedAt = at(missingHour + stay + way)
        const right = play(notify(missing({ missingAt: at(missingHour) })), {
          ...recordReturned(returnedAt)
        })
        const corrected = playFrom(
          home,
          correct({ missingAt: at(missingHour), reportedAt: at(missingHour), foundAt, returnedAt })
        )
        expect(corrected.episodes[0]).toMatchObject({
          missingAt: right.episodes[0]?.missingAt,
          progress: { _tag: "Returned", foundAt, returnedAt }
        })
      })
    )
  })

  it("keeps what stood before in the events, with the reason, and what is not named as it was", () => {
    expect(answer(home, { returnedAt: at(12), absence: "missing" })).toEqual([
      { _tag: "EpisodeCorrected", episodeId, reason: "mistyped", returnedAt: at(12), correctedAt: MUCH_LATER }
    ])
    expect(playFrom(home, correct({ absence: "away", risk: "high" })).episodes[0]).toMatchObject({
      absence: "away",
      risk: "high",
      missingFrom: "care",
      progress: home.episodes[0]?.progress
    })
  })

  it("to a report before the child was last seen is refused, whichever of the two is moved", () => {
    const refused = expect.objectContaining({ _tag: "MissingAfterReported", field: "missingAt" })
    expect(answer(home, { missingAt: at(3) })).toEqual(refused)
    expect(answer(home, { reportedAt: at(-1) })).toEqual(refused)
    expect(answer(home, { missingAt: at(3), reportedAt: at(3) })).toMatchObject([{ missingAt: at(3) }])
  })

  it("to what is recorded already changes nothing", () => {
    expect(answer(home, { returnedAt: at(10), foundAt: at(8), missingAt: at(0) })).toEqual([])
    expect(answer(home, {})).toEqual([])
  })

  it.each<readonly [string, ChildState, Said, string]>([
    ["missing after found", whereaboutsKnown, { missingAt: at(9) }, "FoundBeforeMissing"],
    [
      "missing after a return that was the first we heard",
      play(notify(missing()), notify(returned(at(10)))),
      { missingAt: at(11) },
      "ReturnedBeforeMissing"
    ],
    ["found before missing", whereaboutsKnown, { foundAt: at(-1) }, "FoundBeforeMissing"],
    ["found after the return", home, { foundAt: at(11) }, "ReturnedBeforeFound"],
    [
      "found after the offer",
      playFrom(assigned, log({ offeredAt: at(8.5) })),
      { foundAt: at(9) },
      "OfferedBeforeFound"
    ],
    ["the return before found", home, { returnedAt: at(7) }, "ReturnedBeforeFound"],
    ["the return after the interview", completed, { returnedAt: at(21) }, "CompletedBeforeReturn"],
    ["a return that was never recorded", whereaboutsKnown, { returnedAt: at(9) }, "NothingToCorrect"],
    ["a finding that was never recorded", gone, { foundAt: at(9) }, "NothingToCorrect"],
    ["taking back a return that was never recorded", whereaboutsKnown, { withdrawn: "returned" }, "NothingToCorrect"],
    ["taking back a finding that was never recorded", gone, { withdrawn: "found" }, "NothingToCorrect"],
    ["taking back a return the interview was held after", completed, { withdrawn: "returned" }, "InterviewInTheWay"],
    [
      "taking back a finding an interview was offered after",
      playFrom(assigned, log({ offeredAt: at(11) })),
      { withdrawn: "found" },
      "InterviewInTheWay"
    ]
  ])("is refused for %s", (_, state, said, tag) => {
    expect(answer(state, said)).toEqual(refused(tag))
  })

  it("to the start of another disappearance is refused: that would be counted twice", () => {
    const both = playFrom(home, notify(missing({ policeReference: police(2), missingAt: at(30) }), secondEpisode))
    expect(answer(both, { missingAt: at(30) })).toEqual(refused("SameDisappearance"))
    expect(playFrom(both, correct({ missingAt: at(1) })).episodes.map(({ missingAt }) => missingAt)).toEqual([
      at(1),
      at(30)
    ])
    expect(playFrom(both, correct({ risk: "low" })).episodes[0]?.risk).toBe("low")
    const off = playFrom(
      gone,
      notify(missing({ policeReference: police(2), missingAt: at(3) }), secondEpisode),
      notify(cancelled({ policeReference: police(2) }))
    )
    expect(playFrom(off, correct({ missingAt: at(3), reportedAt: at(4) })).episodes[0]?.missingAt).toBe(at(3))
  })

  it("names a fact that was never recorded, also where the return was the first we heard", () => {
    const onlyReturned = play(notify(missing()), notify(returned(at(10))))
    expect(answer(onlyReturned, { foundAt: at(9) })).toEqual(refused("NothingToCorrect"))
  })

  it("leaves out what is asked for without a value", () => {
    expect(answer(home, { risk: undefined, returnedAt: at(12) } as never)).toStrictEqual([
      { _tag: "EpisodeCorrected", episodeId, reason: "mistyped", returnedAt: at(12), correctedAt: MUCH_LATER }
    ])
    expect(answerInterview(completed, { venue: undefined, offeredAt: at(10.5) })).toStrictEqual([
      { _tag: "InterviewCorrected", interviewId, episodeId, reason: "mistyped", offeredAt: at(10.5) }
    ])
  })

  it("takes back a return that is all that is known, and ends what was arranged on it", () => {
    const onlyReturned = play(notify(missing()), notify(returned(at(10))), assign())
    expect(answer(onlyReturned, { withdrawn: "returned" })).toEqual([
      { _tag: "InterviewUnassigned", interviewId, reason: "return-withdrawn" },
      expect.objectContaining({ withdrawn: "returned" })
    ])
    const offered = playFrom(onlyReturned, log({ offeredAt: at(11) }))
    expect(answer(offered, { withdrawn: "returned" })).toEqual(refused("InterviewInTheWay"))
    expect(answer(playFrom(home, assign()), { withdrawn: "returned" })).toEqual([
      expect.objectContaining({ withdrawn: "returned" })
    ])
  })

  it("can take back a return or a finding that did not happen", () => {
    const progressAfter = (state: ChildState, said: Said) => playFrom(state, correct(said)).episodes[0]?.progress
    expect(progressAfter(home, { withdrawn: "returned" })).toEqual({ _tag: "Found", foundAt: at(8) })
    expect(progressAfter(assigned, { withdrawn: "returned" })).toEqual({ _tag: "Found", foundAt: at(8) })
    expect(progressAfter(home, { withdrawn: "found" })).toEqual({ _tag: "Missing" })
    expect(progressAfter(whereaboutsKnown, { withdrawn: "found" })).toEqual({ _tag: "Missing" })
    const onlyReturned = play(notify(missing()), notify(returned(at(10))))
    expect(progressAfter(onlyReturned, { withdrawn: "returned" })).toEqual({ _tag: "Missing" })
  })

  it("takes the police's talk back with the finding, and refuses a finding after it", () => {
    const talked = playFrom(home, about("RecordPreventionInterview", { heldAt: at(9) }))
    expect(playFrom(talked, correct({ withdrawn: "found" })).episodes[0]).not.toHaveProperty("preventionInterviewAt")
    expect(playFrom(talked, correct({ withdrawn: "returned" })).episodes[0]).toHaveProperty("preventionInterviewAt")
    expect(answer(talked, { foundAt: at(9.5) })).toEqual(refused("PreventionInterviewBeforeFound"))
  })

  it("of any history leaves every other episode as it was", () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.integer({ min: 0, max: 27 }), ({ state }, nth, hour) => {
        const chosen = state.episodes[nth % Math.max(1, state.episodes.length)]
        if (chosen === undefined) return
        const said: CorrectEpisode = {
          _tag: "CorrectEpisode",
          episodeId: chosen.id,
          reason: "mistyped",
          missingAt: at(hour),
          risk: "high"
        }
        const events = Result.getOrElse(decide(state, said, { now: MUCH_LATER }), () => [])
        const after = preview(state, events)
        expect(after.episodes.filter(({ id }) => id !== chosen.id)).toEqual(
          state.episodes.filter(({ id }) => id !== chosen.id)
        )
        expect(after.interviews).toEqual(state.interviews)
      })
    )
  })
})

describe("correcting an interview", () => {
  const offered = playFrom(assigned, log({ offeredAt: at(11), response: "no-answer" }))

  it("puts right a time, an answer or what it came to, and keeps the rest", () => {
    const state = playFrom(
      completed,
      correctInterview({ offeredAt: at(9), completedAt: at(19), venue: "school", exploitation: ["gang"] })
    )
    expect(state.interviews[0]).toMatchObject({
      offeredAt: at(9),
      response: "accepted",
      completed: { ...completedAt(at(19)), venue: "school", exploitation: ["gang"] }
    })
  })

  it("to what is recorded already changes nothing", () => {
    expect(answerInterview(completed, { offeredAt: at(11), exploitation: [], venue: "youth-centre" })).toEqual([])
  })

  it.each<readonly [string, ChildState, object, string]>([
    ["an offer before found", completed, { offeredAt: at(7) }, "OfferedBeforeFound"],
    ["an offer after the interview", completed, { offeredAt: at(21) }, "CompletedBeforeOffer"],
    ["an interview before the return", completed, { completedAt: at(9.5), offeredAt: at(9) }, "CompletedBeforeReturn"],
    [
      "an answer other than accepted to one that was held",
      completed,
      { response: "declined" },
      "CompletedButNotAccepted"
    ],
    ["an offer that was never recorded", assigned, { offeredAt: at(11) }, "NothingToCorrect"],
    ["an answer that was never recorded", assigned, { response: "declined" }, "NothingToCorrect"],
    ["a venue of one that was not held", offered, { venue: "home" }, "NothingToCorrect"],
    [
      "an interviewer who is the allocated worker",
      completed,
      { interviewer: allocatedWorker, allocatedWorker },
      "NotIndependent"
    ],
    [
      "an interviewer without the role",
      completed,
      { interviewer: PersonId.make("someone"), isInterviewer: false },
      "NotAnInterviewer"
    ]
  ])("is refused for %s", (_, state, said, tag) => {
    expect(answerInterview(state, said)).toEqual(refused(tag))
  })

  it("keeps the known adult the child asked for; anybody else must be independent", () => {
    const asked = playFrom(
      home,
      assign({ interviewer: allocatedWorker, knownAdult: true }),
      log({ offeredAt: at(11), completed: completedAt(at(20), allocatedWorker) })
    )
    const other = PersonId.make("someone")
    const corrected = playFrom(asked, correctInterview({ interviewer: other }))
    expect(corrected.interviews[0]?.completed?.interviewer).toBe(other)
    const back = correctInterview({ interviewer: allocatedWorker, allocatedWorker, isInterviewer: false })
    expect(playFrom(corrected, back).interviews[0]?.completed?.interviewer).toBe(allocatedWorker)
    expect(answerInterview(asked, { interviewer: other, isInterviewer: false })).toEqual(refused("NotAnInterviewer"))
  })

  it("to the answer that it was accepted is in order, whatever was logged first", () => {
    const answered = playFrom(assigned, log({ offeredAt: at(11), response: "declined" }))
    expect(playFrom(answered, correctInterview({ response: "accepted" })).interviews[0]?.response).toBe("accepted")
  })

  it("is refused for an offer after the parent's or carer's", () => {
    const state = playFrom(
      assigned,
      log({ offeredAt: at(11), response: "declined" }),
      about("OfferToCarer", { offeredAt: at(12), response: "accepted" })
    )
    expect(answerInterview(state, { offeredAt: at(13) })).toEqual(refused("CarerOfferBeforeChild"))
  })
})

it("the later of two corrections stands", () => {
  const times: ReadonlyArray<Instant> = [at(12), at(9), at(14)]
  const state = playFrom(home, ...times.map((returnedAt) => correct({ returnedAt })))
  expect(state.episodes[0]?.progress).toMatchObject({ returnedAt: at(14) })
})

import { Option, Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  alertOf,
  CaseSystemReference,
  type ChildState,
  type Command,
  decide,
  type EpisodeId,
  episodeById,
  interviewStatus,
  isInterviewOwed,
  type MergeDuplicate,
  preview,
  type Risk
} from "../../../src/pathway/index.ts"
import { histories } from "../histories.ts"
import {
  about,
  assign,
  at,
  completedAt,
  episodeId,
  found,
  interviewId,
  log,
  MUCH_LATER,
  missing,
  notify,
  play,
  playFrom,
  police,
  recordFound,
  recordReturned,
  returned,
  updated
} from "../madeUpChild.ts"
import { coordinator, ruledOut, secondEpisode, secondInterview } from "../stageExamples.ts"

/** The same disappearance told by two forces, an hour apart. */
const twice = play(notify(missing()), notify(missing({ policeReference: police(2), missingAt: at(1) }), secondEpisode))
const merge = (duplicateId: EpisodeId = secondEpisode, kept: EpisodeId = episodeId): MergeDuplicate => ({
  _tag: "MergeDuplicate",
  duplicateId,
  episodeId: kept
})
const answer = (state: ChildState, command = merge()) => Result.merge(decide(state, command, { now: MUCH_LATER }))
const refused = (tag: string) => expect.objectContaining({ _tag: tag })
const progressOf = (state: ChildState, id: EpisodeId = episodeId) => Option.getOrThrow(episodeById(state, id)).progress

describe("an alert that was acknowledged", () => {
  const seen = { _tag: "AcknowledgeAlert", by: coordinator, as: ["missing-coordinator"] } as const
  const answered = (id: EpisodeId): ChildState => playFrom(twice, { ...seen, episodeId: id })
  const answersOf = (state: ChildState, id: EpisodeId = episodeId) =>
    alertOf(Option.getOrThrow(episodeById(state, id))).acknowledgements.map(({ by }) => by)

  it("is acknowledged for the record that is kept, whichever of the two was answered", () => {
    for (const id of [episodeId, secondEpisode]) {
      expect(answersOf(playFrom(answered(id), merge()))).toEqual([coordinator])
    }
    expect(answersOf(playFrom(twice, merge()))).toEqual([])
  })

  it("waits for an answer again when the records are separated, unless it had one of its own", () => {
    const separation = { _tag: "SeparateDuplicate", episodeId: secondEpisode, reason: "wrong-record" } as const
    const apart = playFrom(playFrom(answered(secondEpisode), merge()), separation)
    expect([answersOf(apart), answersOf(apart, secondEpisode)]).toEqual([[], [coordinator]])
    const own = playFrom(playFrom(answered(episodeId), merge()), separation)
    expect([answersOf(own), answersOf(own, secondEpisode)]).toEqual([[coordinator], []])
  })
})

describe("merging a duplicate", () => {
  it("keeps both on the record, and counts one", () => {
    const state = playFrom(twice, merge())
    expect(progressOf(state)).toEqual({ _tag: "Missing" })
    expect(progressOf(state, secondEpisode)).toMatchObject({
      _tag: "Cancelled",
      reason: "duplicate",
      duplicateOf: episodeId
    })
  })

  it("gives the one that is kept what only the duplicate knows", () => {
    const state = playFrom(twice, recordFound(at(8), secondEpisode), recordReturned(at(10), secondEpisode), merge())
    expect(progressOf(state)).toEqual({ _tag: "Returned", foundAt: at(8), returnedAt: at(10) })
  })

  it("leaves the one that is kept what it knows itself", () => {
    const state = playFrom(
      twice,
      recordFound(at(7)),
      recordFound(at(8), secondEpisode),
      recordReturned(at(10), secondEpisode)
    )
    expect(progressOf(playFrom(state, merge()))).toEqual({ _tag: "Returned", foundAt: at(7), returnedAt: at(10) })
    const onlyReturn = playFrom(twice, recordReturned(at(10)), recordFound(at(8), secondEpisode))
    expect(progressOf(playFrom(onlyReturn, merge()))).toEqual({ _tag: "Returned", foundAt: at(8), returnedAt: at(10) })
  })

  it("leaves the kept record its own times and place, and takes over what it lacks", () => {
    const own = { missingAt: at(0), reportedAt: at(1), missingFrom: "home", risk: "medium" } as const
    const other = { missingAt: at(0.5), reportedAt: at(1.5), missingFrom: "care", lastSeen: "transport" } as const
    const first = notify(missing({ ...own, sentAt: at(2) }))
    const second = notify(missing({ ...other, risk: "low", policeReference: police(2), sentAt: at(3) }), secondEpisode)
    const joined = playFrom(play(first, second), merge())
    expect(joined.episodes[0]).toMatchObject({ ...own, lastSeen: "transport" })
    const raised = { policeReference: police(2), sentAt: at(4), risk: "high" } as const
    expect(playFrom(joined, notify(updated(raised))).episodes[0]).toMatchObject({ ...own, risk: "high" })
    expect(playFrom(play(first, second, notify(updated(raised))), merge()).episodes[0]).toMatchObject({
      ...own,
      risk: "high"
    })
    const later = merge(episodeId, secondEpisode)
    expect(playFrom(play(first, second), later).episodes[1]).toMatchObject({ ...other, risk: "low" })
  })

  it("raises the kept record's risk by a later report, and gives it a grade where it has none", () => {
    const riskAfter = (kept: Risk, sentAt: number, joined: Risk): Risk | undefined =>
      playFrom(
        play(
          notify(missing({ risk: kept, sentAt: at(3) })),
          notify(
            missing({ risk: joined, policeReference: police(2), missingAt: at(1), sentAt: at(sentAt) }),
            secondEpisode
          )
        ),
        merge()
      ).episodes[0]?.risk
    expect(riskAfter("medium", 4, "high")).toBe("high")
    expect(riskAfter("high", 4, "low")).toBe("high")
    expect(riskAfter("not-graded", 2, "low")).toBe("low")
  })

  it("gives the kept episode the duplicate's facts, where it has none of its own", () => {
    const paper = (id: EpisodeId, number: number) => [
      about("RecordCaseReference", { episodeId: id, reference: CaseSystemReference.make(`LL-${number}`) }),
      about("HandOver", { episodeId: id, coordinator })
    ]
    const ofDuplicate = playFrom(
      twice,
      ...paper(secondEpisode, 2),
      about("RecordAllocation", { episodeId: secondEpisode, allocated: { concern: true } }),
      recordReturned(at(10), secondEpisode),
      about("RecordPreventionInterview", { episodeId: secondEpisode, heldAt: at(10) }),
      { ...ruledOut, episodeId: secondEpisode } as Command
    )
    expect(playFrom(ofDuplicate, merge()).episodes[0]).toMatchObject({
      caseReference: "LL-2",
      coordinator,
      allocation: { _tag: "AwaitingScreening" },
      preventionInterviewAt: at(10),
      interviewNotDone: { reason: "unable-to-contact" }
    })
    const ofBoth = playFrom(ofDuplicate, ...paper(episodeId, 1), merge())
    expect(ofBoth.episodes[0]).toMatchObject({ caseReference: "LL-1" })
  })

  it("moves the duplicate's interview, so that nobody is interviewed twice", () => {
    const state = playFrom(
      twice,
      recordReturned(at(10), secondEpisode),
      { ...assign(), episodeId: secondEpisode },
      { ...log({ offeredAt: at(11), completed: completedAt(at(20)) }), episodeId: secondEpisode },
      merge()
    )
    expect(state.interviews).toMatchObject([{ id: interviewId, episodeIds: [episodeId] }])
    const standing = interviewStatus(state, Option.getOrThrow(episodeById(state, episodeId)))
    expect(standing._tag).toBe("Completed")
  })

  it("takes the duplicate out of an interview that covers both", () => {
    const state = playFrom(twice, recordReturned(at(10)), recordReturned(at(10), secondEpisode), {
      ...assign({ alsoCovers: [secondEpisode] }),
      episodeId
    })
    expect(playFrom(state, merge()).interviews).toMatchObject([{ episodeIds: [episodeId] }])
    expect(playFrom(state, merge(episodeId, secondEpisode)).interviews).toMatchObject([{ episodeIds: [secondEpisode] }])
  })

  it("sends later news of the duplicate's police reference to the one that is kept", () => {
    const state = playFrom(twice, merge(), notify(found(at(8), { policeReference: police(2) })))
    expect(progressOf(state)).toEqual({ _tag: "Found", foundAt: at(8) })
    const third = notify(missing({ policeReference: police(3), missingAt: at(2) }), "episode-3" as EpisodeId)
    const chain = playFrom(state, third, merge(episodeId, "episode-3" as EpisodeId))
    const told = playFrom(chain, notify(returned(at(12), { policeReference: police(2) })))
    expect(progressOf(told, "episode-3" as EpisodeId)).toEqual({ _tag: "Returned", foundAt: at(8), returnedAt: at(12) })
  })

  it("is refused when each has an interview, unless the duplicate's was not done", () => {
    const back = playFrom(twice, recordReturned(at(10)), recordReturned(at(10), secondEpisode))
    const both = playFrom(
      back,
      { ...assign(), episodeId },
      { ...assign(), episodeId: secondEpisode, newInterviewId: secondInterview }
    )
    expect(answer(both)).toEqual(refused("BothInterviewed"))
    const settled = playFrom(both, { ...ruledOut, reason: "covered-by-another", episodeId: secondEpisode } as never)
    expect(playFrom(settled, merge()).interviews).toMatchObject([
      { id: interviewId, episodeIds: [episodeId] },
      { id: secondInterview, episodeIds: [secondEpisode] }
    ])
  })

  it("is refused when the two together would be out of order", () => {
    const before = playFrom(twice, recordFound(at(5)), recordReturned(at(4), secondEpisode))
    expect(answer(before)).toEqual(refused("ReturnedBeforeFound"))
    const late = play(
      notify(missing({ missingAt: at(9) })),
      notify(missing({ policeReference: police(2) }), secondEpisode)
    )
    expect(answer(playFrom(late, recordFound(at(8), secondEpisode)))).toEqual(refused("NotOverlapping"))
    const heldBefore = playFrom(twice, recordReturned(at(30)), recordReturned(at(10), secondEpisode), {
      ...log({ offeredAt: at(11), completed: completedAt(at(20)) }),
      episodeId: secondEpisode
    })
    expect(answer(heldBefore)).toEqual(refused("OfferedBeforeFound"))
  })

  it("is refused for one and the same episode, or one that is not on the record", () => {
    expect(answer(twice, merge(episodeId, episodeId))).toEqual(refused("SameEpisode"))
    expect(answer(twice, merge(secondEpisode, "episode-9" as EpisodeId))).toEqual(refused("UnknownEpisode"))
    expect(answer(playFrom(twice, merge()), merge(episodeId, secondEpisode))).toEqual(refused("EpisodeMergedBefore"))
  })

  it("of any history never loses a completed interview, and owes no more interviews than before", () => {
    const owed = (state: ChildState) =>
      state.episodes.filter((episode) => isInterviewOwed(interviewStatus(state, episode))).length
    const held = (state: ChildState) => state.interviews.filter(({ completed }) => completed !== undefined).length
    fc.assert(
      fc.property(histories, fc.nat(), fc.nat(), ({ state }, first, second) => {
        const count = state.episodes.length
        if (count < 2) return
        const duplicate = state.episodes[first % count]
        const kept = state.episodes[second % count]
        if (duplicate === undefined || kept === undefined) return
        const decision = decide(state, merge(duplicate.id, kept.id), { now: MUCH_LATER })
        if (Result.isFailure(decision)) return
        const after = preview(state, decision.success)
        expect(owed(after)).toBeLessThanOrEqual(owed(state))
        expect(held(after)).toBe(held(state))
        expect(after.notifications).toEqual(state.notifications)
        expect(after.episodes).toHaveLength(count)
      }),
      { numRuns: 1_000 }
    )
  })
})

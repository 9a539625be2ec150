import { Option, Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  CaseSystemReference,
  type ChildState,
  type Command,
  decide,
  EpisodeId,
  episodeById,
  interviewOf,
  interviewStatus,
  preview
} from "../../../src/pathway/index.ts"
import { histories } from "../histories.ts"
import {
  about,
  asItStands,
  assign,
  at,
  cancelled,
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
import { coordinator, reference, ruledOut, secondEpisode, secondInterview } from "../stageExamples.ts"

/** Two disappearances that someone takes for one. */
const two = play(notify(missing()), notify(missing({ policeReference: police(2), missingAt: at(1) }), secondEpisode))
const merge: Command = { _tag: "MergeDuplicate", duplicateId: secondEpisode, episodeId }
const separate = (id: EpisodeId = secondEpisode): Command =>
  about("SeparateDuplicate", { episodeId: id, reason: "wrong-record" })
const answer = (state: ChildState, command: Command) => Result.merge(decide(state, command, { now: MUCH_LATER }))
const refused = (tag: string) => expect.objectContaining({ _tag: tag })
const episodeOf = (state: ChildState, id: EpisodeId = episodeId) => Option.getOrThrow(episodeById(state, id))
const progressOf = (state: ChildState, id: EpisodeId = episodeId) => episodeOf(state, id).progress
const standingOf = (state: ChildState, id: EpisodeId = episodeId) => interviewStatus(state, episodeOf(state, id))._tag
const newsOfSecond = { policeReference: police(2) }

describe("separating what was merged by mistake", () => {
  it("makes both count again, and says so in an event with the reason", () => {
    expect(answer(playFrom(two, merge), separate())).toEqual([
      { _tag: "EpisodesSeparated", duplicateId: secondEpisode, episodeId, reason: "wrong-record", takenBack: [] }
    ])
    expect(asItStands(playFrom(two, merge, separate()))).toEqual(two)
  })

  it("is said again in silence, also where what was sent meanwhile cancels the other at once", () => {
    const separated = playFrom(two, merge, notify(cancelled(newsOfSecond)), separate())
    expect(progressOf(separated, secondEpisode)._tag).toBe("Cancelled")
    expect(answer(separated, separate())).toEqual([])
  })

  it("takes back the return that was only the other's: this child may still be missing", () => {
    const before = playFrom(two, recordFound(at(8), secondEpisode), recordReturned(at(10), secondEpisode))
    const merged = playFrom(before, merge)
    expect(progressOf(merged)).toEqual({ _tag: "Returned", foundAt: at(8), returnedAt: at(10) })
    expect(asItStands(playFrom(merged, separate()))).toEqual(asItStands(before))
  })

  it("brings part two of the plan back for a child who may still be missing", () => {
    const partTwo = { reference, clothing: "present", "last-seen": "absent" } as const
    const before = playFrom(two, about("RecordPartTwo", { partTwo }), recordReturned(at(10), secondEpisode))
    const merged = playFrom(before, merge)
    expect(progressOf(merged)).toEqual({ _tag: "Returned", returnedAt: at(10) })
    expect(progressOf(playFrom(merged, separate()))).toEqual({ _tag: "Missing", partTwo })
  })

  it("leaves what was known before, and what was recorded by itself since", () => {
    const known = playFrom(two, recordFound(at(7)), recordReturned(at(10), secondEpisode), merge, separate())
    expect(progressOf(known)).toEqual({ _tag: "Found", foundAt: at(7) })
    const same = playFrom(two, recordReturned(at(10)), recordReturned(at(10), secondEpisode), merge, separate())
    expect(progressOf(same)).toEqual({ _tag: "Returned", returnedAt: at(10) })
    const since = playFrom(two, recordFound(at(8), secondEpisode), merge, recordReturned(at(12)), separate())
    expect(progressOf(since)).toEqual({ _tag: "Returned", returnedAt: at(12) })
    expect(progressOf(since, secondEpisode)).toEqual({ _tag: "Found", foundAt: at(8) })
  })

  it("keeps an interview of its own where the child is back by its own return", () => {
    const known = playFrom(two, recordReturned(at(10)), recordFound(at(8), secondEpisode))
    const own = { episodeId, offeredAt: at(11), completed: completedAt(at(20)) }
    const held = playFrom(known, assign({ episodeId }), log(own))
    expect(answer(playFrom(held, merge), separate())).toMatchObject([{ takenBack: ["found"] }])
  })

  it("takes back no talk with the police unless the child is missing after all", () => {
    const talk = about("RecordPreventionInterview", { heldAt: at(9) })
    const since = playFrom(two, recordFound(at(8), secondEpisode), merge, talk, separate())
    expect(asItStands(episodeOf(since))).toEqual(episodeOf(two))
    const found = playFrom(two, recordFound(at(8)), merge, talk, separate())
    expect(episodeOf(found).preventionInterviewAt).toBe(at(9))
  })

  it("gives the other its news since then, which the one that was kept loses", () => {
    const told = playFrom(
      two,
      merge,
      notify(updated({ ...newsOfSecond, risk: "high", missingAt: at(2) })),
      notify(found(at(8), newsOfSecond)),
      notify(returned(at(10), newsOfSecond))
    )
    expect(episodeOf(told)).toMatchObject({ risk: "high", missingAt: at(2), progress: { returnedAt: at(10) } })
    const after = playFrom(told, separate())
    expect(asItStands(episodeOf(after))).toEqual(episodeOf(two))
    expect(asItStands(episodeOf(after, secondEpisode))).toEqual({
      ...episodeOf(two, secondEpisode),
      risk: "high",
      missingAt: at(2),
      progress: { _tag: "Returned", foundAt: at(8), returnedAt: at(10) }
    })
    const later = playFrom(after, notify(cancelled(newsOfSecond)))
    expect(episodeOf(later).questionedCancellation).toBeUndefined()
    expect(episodeOf(later, secondEpisode).questionedCancellation).toBeDefined()
  })

  it("gives back also the news of what had been merged into the other before", () => {
    const third = EpisodeId.make("episode-3")
    const chain = playFrom(
      two,
      notify(missing({ policeReference: police(3), missingAt: at(2) }), third),
      { _tag: "MergeDuplicate", duplicateId: third, episodeId: secondEpisode },
      merge,
      notify(found(at(8), { policeReference: police(3) }))
    )
    expect(answer(chain, separate(third))).toEqual(refused("MergedSince"))
    const after = playFrom(chain, separate())
    expect([progressOf(after), progressOf(after, secondEpisode)]).toEqual([
      { _tag: "Missing" },
      { _tag: "Found", foundAt: at(8) }
    ])
    const apart = playFrom(after, separate(third))
    expect([progressOf(apart, secondEpisode), progressOf(apart, third)]).toEqual([
      { _tag: "Missing" },
      { _tag: "Found", foundAt: at(8) }
    ])
  })

  it("takes no news from an episode that had the other merged into it for a while", () => {
    const before = playFrom(
      two,
      merge,
      notify(found(at(8), newsOfSecond)),
      separate(),
      notify(returned(at(10), newsOfSecond)),
      { _tag: "MergeDuplicate", duplicateId: episodeId, episodeId: secondEpisode }
    )
    expect(progressOf(playFrom(before, separate(episodeId)))).toEqual({ _tag: "Missing" })
  })

  it("leaves the news of another duplicate where it is", () => {
    const third = EpisodeId.make("episode-3")
    const both = playFrom(
      two,
      notify(missing({ policeReference: police(3), missingAt: at(2) }), third),
      merge,
      { _tag: "MergeDuplicate", duplicateId: third, episodeId },
      notify(found(at(8), { policeReference: police(3) })),
      separate()
    )
    expect([progressOf(both), progressOf(both, secondEpisode)]).toEqual([
      { _tag: "Found", foundAt: at(8) },
      { _tag: "Missing" }
    ])
  })

  it("leaves times that were corrected since, though they are the other's by now", () => {
    const known = playFrom(two, recordFound(at(7)), recordReturned(at(9)), recordFound(at(8), secondEpisode))
    const corrected = playFrom(
      known,
      recordReturned(at(10), secondEpisode),
      merge,
      about("CorrectEpisode", { reason: "mistyped", foundAt: at(8), returnedAt: at(10) }),
      separate()
    )
    expect(progressOf(corrected)).toEqual({ _tag: "Returned", foundAt: at(8), returnedAt: at(10) })
  })

  it("gives back what was recorded around the other, unless it has changed since", () => {
    const written = (number: number) => ({ reference: CaseSystemReference.make(`LL-${number}`) })
    const before = playFrom(
      two,
      about("RecordCaseReference", { episodeId: secondEpisode, ...written(2) }),
      about("HandOver", { episodeId: secondEpisode, coordinator }),
      about("RecordAllocation", { episodeId: secondEpisode, allocated: { concern: true } })
    )
    expect(asItStands(playFrom(before, merge, separate()))).toEqual(asItStands(before))
    const since = playFrom(before, merge, about("RecordCaseReference", written(9)), separate())
    expect(asItStands(episodeOf(since))).toEqual({ ...episodeOf(before), caseReference: "LL-9" })
    expect(asItStands(episodeOf(since, secondEpisode))).toEqual(episodeOf(before, secondEpisode))
  })
})

describe("the interview of what is separated", () => {
  const back = playFrom(two, recordReturned(at(10), secondEpisode))
  const toSecond = assign({ episodeId: secondEpisode })

  it("goes back with it", () => {
    const given = playFrom(back, toSecond)
    const after = playFrom(given, merge, log({ offeredAt: at(11), completed: completedAt(at(20)) }), separate())
    expect(interviewOf(after, secondEpisode)?.id).toBe(interviewId)
    expect([standingOf(after), standingOf(after, secondEpisode)]).toEqual(["NotYetDue", "Completed"])
  })

  it("that was arranged since goes with the return it rests on, or stays with one of its own", () => {
    const without = playFrom(back, merge, assign(), separate())
    expect([standingOf(without), standingOf(without, secondEpisode)]).toEqual(["NotYetDue", "Assigned"])
    const foundOnly = playFrom(two, recordFound(at(8), secondEpisode), merge, assign(), separate())
    expect([standingOf(foundOnly), standingOf(foundOnly, secondEpisode)]).toEqual(["NotYetDue", "Assigned"])
    const own = playFrom(back, recordReturned(at(9)), merge, assign(), separate())
    expect([standingOf(own), standingOf(own, secondEpisode)]).toEqual(["Assigned", "Unassigned"])
  })

  it("stays where the child was found without the other, though a return is taken back", () => {
    const foundFirst = playFrom(two, recordFound(at(8)), merge, assign({ episodeId }), separate())
    expect([standingOf(foundFirst), standingOf(foundFirst, secondEpisode)]).toEqual(["Assigned", "NotYetDue"])
    const before = playFrom(back, recordFound(at(5)), assign({ episodeId }))
    expect(asItStands(playFrom(before, merge, separate()))).toEqual(asItStands(before))
  })

  it("that was not done beside one of its own is left alone", () => {
    const settled = playFrom(
      back,
      recordReturned(at(10)),
      assign({ episodeId }),
      assign({ episodeId: secondEpisode, newInterviewId: secondInterview }),
      { ...ruledOut, episodeId: secondEpisode } as Command
    )
    expect(answer(playFrom(settled, merge), separate())).toEqual([
      expect.objectContaining({ _tag: "EpisodesSeparated", takenBack: [] })
    ])
  })

  it("of both is of both again", () => {
    const both = playFrom(back, recordReturned(at(9)), assign({ episodeId, alsoCovers: [secondEpisode] }))
    expect(asItStands(playFrom(both, merge, separate()))).toEqual(asItStands(both))
  })

  it("that covered others too and was left to them covers it again", () => {
    const third = EpisodeId.make("episode-3")
    const apart = playFrom(
      back,
      recordReturned(at(9)),
      notify(missing({ policeReference: police(3), missingAt: at(30), reportedAt: at(30) }), third),
      recordReturned(at(40), third),
      assign({ episodeId: third, alsoCovers: [secondEpisode] }),
      assign({ episodeId, newInterviewId: secondInterview }),
      { ...ruledOut, episodeId: third } as Command
    )
    const merged = playFrom(apart, merge)
    expect(interviewOf(merged, secondEpisode)).toBeUndefined()
    expect(asItStands(playFrom(merged, separate()))).toEqual(asItStands(apart))
  })

  it("stands in the way when it was held on the strength of the other's return", () => {
    const held = playFrom(
      back,
      recordFound(at(5)),
      assign({ episodeId }),
      merge,
      log({ offeredAt: at(11), completed: completedAt(at(20)) })
    )
    expect(answer(held, separate())).toEqual(refused("InterviewInTheWay"))
    const corrected = playFrom(held, about("CorrectEpisode", { reason: "mistyped", returnedAt: at(9) }), separate())
    expect([standingOf(corrected), standingOf(corrected, secondEpisode)]).toEqual(["Completed", "Unassigned"])
  })
})

describe("what can be separated", () => {
  it("is what was merged, and no other", () => {
    expect(answer(two, separate())).toEqual(refused("NotMerged"))
    expect(answer(playFrom(two, merge, separate()), separate())).toEqual([])
  })

  it("is also what hides behind an episode that was cancelled since", () => {
    const after = playFrom(two, merge, about("CancelEpisode", { reason: "wrong-child" }), separate())
    expect([progressOf(after)._tag, progressOf(after, secondEpisode)._tag]).toEqual(["Cancelled", "Missing"])
  })

  it("is not held up by what was out of order before", () => {
    const third = EpisodeId.make("episode-3")
    const tried = play(
      notify(missing()),
      recordReturned(at(10)),
      notify(missing({ policeReference: police(2), missingAt: at(30), reportedAt: at(30) }), secondEpisode),
      recordReturned(at(40), secondEpisode),
      assign({ episodeId, alsoCovers: [secondEpisode] }),
      about("RecordAttempt", { attemptedAt: at(11), method: "phone", result: "no-reply" }),
      about("CancelEpisode", { reason: "wrong-child" }),
      notify(missing({ policeReference: police(3), missingAt: at(31), reportedAt: at(31) }), third)
    )
    const merged = playFrom(tried, { _tag: "MergeDuplicate", duplicateId: third, episodeId: secondEpisode })
    expect(asItStands(playFrom(merged, separate(third)))).toEqual(asItStands(tried))
  })

  it("must leave every time in order", () => {
    const given = playFrom(
      two,
      recordFound(at(5)),
      recordFound(at(8), secondEpisode),
      assign({ episodeId: secondEpisode })
    )
    const early = playFrom(given, merge, log({ offeredAt: at(6) }))
    expect(answer(early, separate())).toEqual(refused("OfferedBeforeFound"))
  })
})

it("a police cancellation of a duplicate's report leaves the record that is kept", () => {
  const after = playFrom(two, merge, notify(cancelled(newsOfSecond)))
  expect(progressOf(after)).toEqual({ _tag: "Missing" })
  expect(answer(playFrom(two, merge), notify(cancelled(newsOfSecond)))).toEqual([
    expect.objectContaining({ _tag: "NotificationReceived", episodeId }),
    { _tag: "NotificationSetAside", episodeId, kind: "cancelled", reason: "another-report-stands" }
  ])
})

it("in any history what is merged and at once separated is as it was", () => {
  const inAnyOrder = ({ interviews, ...state }: ChildState) => ({
    ...state,
    interviews: interviews.map((one) => ({ ...one, episodeIds: [...one.episodeIds].sort() }))
  })
  fc.assert(
    fc.property(histories, fc.nat(), fc.nat(), ({ state }, first, second) => {
      const [duplicate, kept] = [first, second].map((nth) => state.episodes[nth % Math.max(1, state.episodes.length)])
      if (duplicate === undefined || kept === undefined) return
      const command: Command = { _tag: "MergeDuplicate", duplicateId: duplicate.id, episodeId: kept.id }
      const merging = decide(state, command, { now: MUCH_LATER })
      if (Result.isFailure(merging) || merging.success.length === 0) return
      const merged = preview(state, merging.success)
      const separating = Result.getOrThrow(decide(merged, separate(duplicate.id), { now: MUCH_LATER }))
      expect(inAnyOrder(asItStands(preview(merged, separating)))).toEqual(inAnyOrder(asItStands(state)))
    }),
    { numRuns: 500 }
  )
})

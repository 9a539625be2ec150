import { Option, Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type ChildState,
  type Command,
  decide,
  EpisodeId,
  episodeById,
  interviewStatus
} from "../../../src/pathway/index.ts"
import { histories } from "../histories.ts"
import {
  about,
  allocatedWorker,
  assign,
  at,
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
  recordFound,
  recordReturned
} from "../madeUpChild.ts"
import { otherAuthority, secondInterview } from "../stageExamples.ts"

const id = (number: number): EpisodeId => EpisodeId.make(`episode-${number}`)
const goneAt = (number: number, hours: number): Command =>
  notify(missing({ policeReference: police(number), missingAt: at(hours), reportedAt: at(hours) }), id(number))

/** Three disappearances a day apart; the child was back from each after ten hours. */
const threeTimes = play(
  ...[1, 2, 3].flatMap((number) => [
    goneAt(number, (number - 1) * 24),
    recordReturned(at((number - 1) * 24 + 10), id(number))
  ])
)

const answer = (state: ChildState, command: Command) => Result.merge(decide(state, command, { now: MUCH_LATER }))
const refused = (tag: string) => expect.objectContaining({ _tag: tag })
const standings = (state: ChildState) => state.episodes.map((episode) => interviewStatus(state, episode)._tag)

const extend = (...also: ReadonlyArray<EpisodeId>) => about("ExtendInterview", { alsoCovers: also as never })

describe("one interview about several episodes", () => {
  it("can be assigned at once for all that are owed, and settles each of them", () => {
    const given = playFrom(threeTimes, assign({ episodeId: id(3), alsoCovers: [id(1), id(2)] }))
    expect(given.interviews).toMatchObject([{ episodeIds: [id(3), id(1), id(2)] }])
    expect(standings(given)).toEqual(["Assigned", "Assigned", "Assigned"])
    const held = playFrom(given, log({ episodeId: id(1), offeredAt: at(60), completed: completedAt(at(70)) }))
    expect(standings(held)).toEqual(["Completed", "Completed", "Completed"])
  })

  it("can be logged at once for all of them", () => {
    const held = playFrom(
      threeTimes,
      log({ episodeId: id(1), alsoCovers: [id(2)], offeredAt: at(60), completed: completedAt(at(70)) })
    )
    expect(standings(held)).toEqual(["Completed", "Completed", "Unassigned"])
  })

  it("can be extended while it is under way, in the log, and after it was held", () => {
    const given = playFrom(threeTimes, assign({ episodeId: id(1) }))
    expect(standings(playFrom(given, extend(id(2))))).toEqual(["Assigned", "Assigned", "Unassigned"])
    const logged = playFrom(given, log({ episodeId: id(1), alsoCovers: [id(2)], offeredAt: at(60) }))
    expect(standings(logged)).toEqual(["Assigned", "Assigned", "Unassigned"])
    const held = playFrom(logged, log({ episodeId: id(2), completed: completedAt(at(70)) }), extend(id(3)))
    expect(standings(held)).toEqual(["Completed", "Completed", "Completed"])
  })

  it("that was held covers no return after it", () => {
    const held = playFrom(threeTimes, log({ episodeId: id(1), offeredAt: at(11), completed: completedAt(at(20)) }))
    expect(answer(held, extend(id(2)))).toEqual(refused("CompletedBeforeReturn"))
  })

  it("cannot be held before the child is back from every one of them", () => {
    const state = playFrom(
      play(goneAt(1, 0), recordReturned(at(10), id(1)), goneAt(2, 24), recordFound(at(30), id(2))),
      assign({ episodeId: id(1), alsoCovers: [id(2)] })
    )
    const held = (hours: number) => log({ episodeId: id(1), offeredAt: at(11), completed: completedAt(at(hours)) })
    expect(answer(state, held(40))).toEqual(refused("ReturnNotRecorded"))
    const back = playFrom(state, recordReturned(at(35), id(2)))
    expect(answer(back, held(34))).toEqual(refused("CompletedBeforeReturn"))
    expect(standings(playFrom(back, held(40)))).toEqual(["Completed", "Completed"])
  })

  it("keeps an offer that was open when the child went missing again", () => {
    const offered = playFrom(threeTimes, assign({ episodeId: id(1) }), log({ episodeId: id(1), offeredAt: at(11) }))
    expect(playFrom(offered, extend(id(2))).interviews[0]?.offeredAt).toBe(at(11))
  })

  describe("of which one is over", () => {
    const attempt = (id: EpisodeId, hours: number) =>
      about("RecordAttempt", { episodeId: id, attemptedAt: at(hours), method: "phone", result: "no-reply" })
    const tried = playFrom(threeTimes, assign({ episodeId: id(1), alsoCovers: [id(2)] }), attempt(id(1), 11))
    const moved = { episodeId: id(1), to: otherAuthority, transferredAt: at(60) }
    const transferred = playFrom(tried, about("TransferEpisode", moved))
    const called = about("CancelEpisode", { reason: "wrong-child" })

    it("keeps what was done after its return in order", () => {
      expect(playFrom(transferred, attempt(id(2), 12)).interviews[0]?.attempts).toHaveLength(2)
      // The offer of the first return was none of the second.
      expect(answer(transferred, log({ episodeId: id(2), offeredAt: at(12) }))).toEqual(refused("OfferedBeforeFound"))
      expect(answer(transferred, attempt(id(2), 9))).toEqual(refused("AttemptBeforeFound"))
    })

    it("by being cancelled stops nothing that is in order by itself", () => {
      const off = playFrom(tried, called)
      const talk = about("RecordPreventionInterview", { episodeId: id(2), heldAt: at(34) })
      expect(playFrom(off, talk).episodes[1]?.preventionInterviewAt).toBe(at(34))
      expect(answer(off, attempt(id(2), 12))).toEqual(refused("AttemptBeforeFound"))
      expect(answer(off, log({ episodeId: id(2), offeredAt: at(12) }))).toEqual(refused("OfferedBeforeFound"))
    })
  })

  it("names each once, and what it covers already changes nothing", () => {
    const given = playFrom(threeTimes, assign({ episodeId: id(1), alsoCovers: [id(2), id(2), id(1)] }))
    expect(given.interviews[0]?.episodeIds).toEqual([id(1), id(2)])
    expect(answer(given, extend(id(2), id(1)))).toEqual([])
  })

  it("does not take an episode from another interview", () => {
    const two = playFrom(
      threeTimes,
      assign({ episodeId: id(1) }),
      assign({ episodeId: id(2), newInterviewId: secondInterview })
    )
    expect(answer(two, extend(id(2)))).toEqual(refused("CoveredByAnother"))
    expect(answer(two, assign({ episodeId: id(3), alsoCovers: [id(2)] }))).toEqual(refused("CoveredByAnother"))
    expect(answer(two, log({ episodeId: id(1), alsoCovers: [id(2)], offeredAt: at(60) }))).toEqual(
      refused("CoveredByAnother")
    )
  })

  it("covers no episode that is unknown or from which the child is still missing", () => {
    const again = playFrom(threeTimes, goneAt(4, 100), assign({ episodeId: id(1) }))
    expect(answer(again, extend(id(4)))).toEqual(refused("StillMissing"))
    expect(answer(again, extend(id(9)))).toEqual(refused("UnknownEpisode"))
  })

  it("to the same interviewer with one more episode is no repeat", () => {
    const given = playFrom(threeTimes, assign({ episodeId: id(1) }))
    expect(answer(given, assign({ episodeId: id(1) }))).toEqual([])
    expect(playFrom(given, assign({ episodeId: id(1), alsoCovers: [id(3)] })).interviews).toMatchObject([
      { id: interviewId, episodeIds: [id(1), id(3)] }
    ])
  })

  it("is for someone independent of every one of them", () => {
    const allocated = playFrom(
      threeTimes,
      about("RecordAllocation", { episodeId: id(2), allocated: { to: "social-worker", worker: allocatedWorker } })
    )
    const asked = (more: object) =>
      assign({ episodeId: id(1), interviewer: allocatedWorker, allocatedWorker: "another" as never, ...more })
    expect(answer(allocated, asked({ alsoCovers: [id(2)] }))).toEqual(refused("NotIndependent"))
    expect(answer(allocated, asked({}))).toEqual([expect.objectContaining({ _tag: "InterviewAssigned" })])
  })
})

it("in any history an episode has at most one interview, with one status for all", () => {
  fc.assert(
    fc.property(histories, ({ turns }) => {
      for (const { after } of turns) {
        const covered = after.interviews.flatMap(({ episodeIds }) => episodeIds)
        expect(new Set(covered).size).toBe(covered.length)
        for (const interview of after.interviews.filter(({ completed }) => completed !== undefined)) {
          for (const one of interview.episodeIds) {
            const episode = Option.getOrThrow(episodeById(after, one))
            expect(interviewStatus(after, episode)._tag).toBe("Completed")
          }
        }
      }
    }),
    { numRuns: 300 }
  )
  expect(episodeId).toBe(id(1))
})

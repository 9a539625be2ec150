import { describe, expect, it } from "vitest"
import { type ChildState, EpisodeId, type PathwayEvent, preview } from "../../../src/pathway/index.ts"
import {
  about,
  asItStands,
  assign,
  at,
  episodeId,
  interviewId,
  missing,
  notify,
  play,
  playFrom,
  police,
  recordReturned
} from "../madeUpChild.ts"
import { reference, secondEpisode } from "../stageExamples.ts"

const third = EpisodeId.make("third-episode")
const unknown = EpisodeId.make("an-episode-nobody-recorded")
const two = play(notify(missing()), notify(missing({ policeReference: police(2), missingAt: at(1) }), secondEpisode))
const after = (state: ChildState, ...events: ReadonlyArray<PathwayEvent>) => preview(state, events)
const merged = { _tag: "EpisodesMerged", duplicateId: secondEpisode, episodeId } as const
const separated = {
  _tag: "EpisodesSeparated",
  duplicateId: secondEpisode,
  episodeId,
  reason: "wrong-record",
  takenBack: []
} as const
const [first, second] = [0, 1]

describe("merging", () => {
  it("needs both episodes", () => {
    expect(after(two, { ...merged, duplicateId: unknown })).toBe(two)
    expect(after(two, { ...merged, episodeId: unknown })).toBe(two)
  })

  it("keeps which interviews there were, and names none where there was none", () => {
    const keptBy = (state: ChildState) => {
      const progress = after(state, merged).episodes[second]?.progress
      return progress !== undefined && "before" in progress ? progress.before?.interviews : undefined
    }
    const home = playFrom(two, recordReturned(at(10)), recordReturned(at(10), secondEpisode))
    expect(keptBy(two)).toStrictEqual({})
    expect(keptBy(playFrom(home, assign({ episodeId })))).toStrictEqual({ kept: interviewId })
    expect(keptBy(playFrom(home, assign({ episodeId: secondEpisode })))).toStrictEqual({ duplicate: interviewId })
  })
})

describe("separating", () => {
  it("a return without a finding stays one without", () => {
    const home = playFrom(two, recordReturned(at(10)))
    const [kept] = after(home, merged, separated).episodes
    expect(kept?.progress).toStrictEqual({ _tag: "Returned", returnedAt: at(10) })
  })

  it("what only the other knew is known no longer, and not as nothing", () => {
    const told = playFrom(two, about("RecordCaseReference", { episodeId: secondEpisode, reference }))
    const joined = after(told, merged)
    expect(joined.episodes[first]?.caseReference).toBe(reference)
    const apart = after(joined, { ...separated, takenBack: ["caseReference"] })
    expect(asItStands(apart.episodes[first])).toStrictEqual(asItStands(told.episodes[first]))
  })

  it("an interview given back covers all it covered before, and the kept one loses that", () => {
    const covering = {
      _tag: "InterviewAssigned",
      interviewId,
      episodeIds: [episodeId, secondEpisode, third],
      interviewer: police(1),
      knownAdult: false
    } as unknown as PathwayEvent
    const apart = after(two, merged, covering, { ...separated, interviewId })
    expect(apart.interviews[0]?.episodeIds).toEqual([secondEpisode, third])
  })
})

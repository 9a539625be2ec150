import { Option } from "effect"
import { describe, expect, it } from "vitest"
import {
  type ChildState,
  EpisodeId,
  episodeById,
  episodeOwedInterview,
  InterviewId,
  interviewById,
  interviewStanding,
  isInterviewOwed,
  latestEpisode
} from "../../src/pathway/index.ts"
import {
  assign,
  at,
  backHome,
  cancelled,
  completedAt,
  episodeId,
  found,
  interviewId,
  log,
  missing,
  notify,
  play,
  playFrom,
  police,
  returned
} from "./madeUpChild.ts"

const second = EpisodeId.make("episode-2")
const alsoGone = (hours: number) => notify(missing({ policeReference: police(2), missingAt: at(hours) }), second)
const idOf = (episode: ReturnType<typeof latestEpisode>) => Option.getOrUndefined(episode)?.id

describe("where an interview stands", () => {
  const standing = (state: ChildState) => interviewStanding(state, Option.getOrThrow(episodeById(state, episodeId)))
  const given = playFrom(backHome(), assign())
  const declined = playFrom(given, log({ offeredAt: at(11), response: "declined" }))
  const completed = playFrom(given, log({ offeredAt: at(11), completed: completedAt(at(20)) }))

  it.each([
    ["NotYetDue", false, play(notify(missing()))],
    ["Unassigned", true, play(notify(missing()), notify(found(at(8))))],
    ["Unassigned", true, backHome()],
    ["Assigned", true, given],
    ["Declined", false, declined],
    ["Completed", false, completed],
    ["NotOwed", false, playFrom(given, notify(cancelled()))],
    ["Completed", false, playFrom(completed, notify(cancelled()))]
  ])("%s: owed %s", (tag, owed, state) => {
    expect(standing(state)._tag).toBe(tag)
    expect(isInterviewOwed(standing(state))).toBe(owed)
  })
})

describe("the latest episode", () => {
  it("is that of the latest disappearance, not the last recorded", () => {
    expect(idOf(latestEpisode(play(notify(missing()), alsoGone(30))))).toBe(second)
    expect(idOf(latestEpisode(play(notify(missing()), alsoGone(-30))))).toBe(episodeId)
    expect(latestEpisode(play())).toEqual(Option.none())
  })

  it("that is owed an interview passes over those that are not", () => {
    const both = playFrom(backHome(), alsoGone(30))
    expect(idOf(episodeOwedInterview(both))).toBe(episodeId)
    expect(idOf(episodeOwedInterview(playFrom(both, notify(returned(at(40), { policeReference: police(2) })))))).toBe(
      second
    )
    expect(episodeOwedInterview(play(notify(missing())))).toEqual(Option.none())
  })
})

it("an episode or interview is found by its id, or not at all", () => {
  const state = playFrom(backHome(), assign())
  expect(idOf(episodeById(state, episodeId))).toBe(episodeId)
  expect(episodeById(state, second)).toEqual(Option.none())
  expect(Option.getOrThrow(interviewById(state, interviewId)).id).toBe(interviewId)
  expect(interviewById(state, InterviewId.make("interview-2"))).toEqual(Option.none())
})

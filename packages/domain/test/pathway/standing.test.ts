import { Option } from "effect"
import { describe, expect, it } from "vitest"
import {
  type ChildState,
  EpisodeId,
  episodeById,
  episodeOwedInterview,
  InterviewId,
  interviewById,
  interviewerOf,
  interviewStatus,
  isInterviewOwed,
  isOpen,
  latestEpisode
} from "../../src/pathway/index.ts"
import {
  about,
  assign,
  at,
  backHome,
  completedAt,
  episodeId,
  found,
  interviewer,
  interviewId,
  log,
  missing,
  notify,
  play,
  playFrom,
  police,
  returned
} from "./madeUpChild.ts"
import { answers, closed, paperwork, ruledOut, stageExamples } from "./stageExamples.ts"

const second = EpisodeId.make("episode-2")
const alsoGone = (hours: number) => notify(missing({ policeReference: police(2), missingAt: at(hours) }), second)
const idOf = (episode: ReturnType<typeof latestEpisode>) => Option.getOrUndefined(episode)?.id

describe("where an interview stands", () => {
  const standing = (state: ChildState) => interviewStatus(state, Option.getOrThrow(episodeById(state, episodeId)))
  const given = playFrom(backHome(), assign())
  const declined = playFrom(given, log({ offeredAt: at(11), response: "declined" }))
  const completed = playFrom(given, log({ offeredAt: at(11), completed: completedAt(at(20)) }))
  const closedWithout = playFrom(given, ruledOut, ...paperwork, ...answers, about("CloseEpisode", {}))

  it.each([
    ["NotYetDue", false, play(notify(missing()))],
    ["Unassigned", true, play(notify(missing()), notify(found(at(8))))],
    ["Unassigned", true, backHome()],
    ["Assigned", true, given],
    ["Declined", false, declined],
    ["Completed", false, completed],
    ["NotOwed", false, playFrom(given, about("CancelEpisode", { reason: "wrong-child" }))],
    ["Completed", false, playFrom(completed, about("CancelEpisode", { reason: "wrong-child" }))],
    ["Completed", false, closed],
    ["NotDone", false, closedWithout],
    ["NotOwed", false, stageExamples.transferred],
    ["NotOwed", false, stageExamples["closed-at-18"]]
  ])("%s: owed %s", (tag, owed, state) => {
    expect(standing(state)._tag).toBe(tag)
    expect(isInterviewOwed(standing(state))).toBe(owed)
    expect(interviewerOf(standing(state))).toBe(tag === "Assigned" ? interviewer : undefined)
  })
})

describe("an episode that is ours to work on", () => {
  const isOurs = (state: ChildState) => isOpen(Option.getOrThrow(episodeById(state, episodeId)))

  it("is neither cancelled, closed nor transferred", () => {
    const { cancelled: off, closed: done, transferred, completed: held, missing: gone } = stageExamples
    expect([gone, held].map(isOurs)).toEqual([true, true])
    expect([off, done, transferred, stageExamples.merged].map(isOurs)).toEqual([false, false, false, false])
  })
})

describe("the latest episode", () => {
  it("of two from the same moment is the one recorded last", () => {
    const both = play(notify(missing()), alsoGone(5))
    const episodes = both.episodes.map((episode) => ({ ...episode, missingAt: at(5) }))
    expect(idOf(latestEpisode({ ...both, episodes }))).toBe(second)
  })

  it("is that of the latest disappearance, not the last recorded", () => {
    expect(idOf(latestEpisode(play(notify(missing()), alsoGone(30))))).toBe(second)
    expect(idOf(latestEpisode(play(notify(missing()), alsoGone(-30))))).toBe(episodeId)
    expect(latestEpisode(play())).toEqual(Option.none())
  })

  it("is an open one, where a later one was cancelled or closed", () => {
    const cancelled = about("CancelEpisode", { episodeId: second, reason: "recorded-in-error" })
    expect(idOf(latestEpisode(playFrom(play(notify(missing()), alsoGone(30)), cancelled)))).toBe(episodeId)
    const over = playFrom(
      play(notify(missing()), alsoGone(30)),
      cancelled,
      about("CancelEpisode", { reason: "recorded-in-error" })
    )
    expect(idOf(latestEpisode(over))).toBe(second)
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

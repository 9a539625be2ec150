import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { addHours, calendars } from "../../../src/calendar/index.ts"
import { interviewQueue, remindersOf } from "../../../src/deadlines/index.ts"
import { ladderOf } from "../../../src/escalation/index.ts"
import {
  type ChildState,
  type Command,
  decide,
  interviewStatus,
  isInterviewOwed,
  remainingTasks
} from "../../../src/pathway/index.ts"
import {
  about,
  assign,
  at,
  child,
  episodeId,
  found,
  log,
  MUCH_LATER,
  missing,
  notify,
  playFrom,
  police,
  returned
} from "../madeUpChild.ts"
import { answers, assigned, completed, earlierReturn, gone, home, paperwork, secondEpisode } from "../stageExamples.ts"

const unborn = about("RecordUnborn", {})
const born = about("EndUnborn", { because: "born" })
const inError = about("EndUnborn", { because: "recorded-in-error" })

const answerOf = (state: ChildState, command: Command) =>
  Result.match(decide(state, command, { now: MUCH_LATER }), {
    onFailure: ({ _tag }) => _tag as string,
    onSuccess: (events) => events.map(({ _tag }) => _tag as string)
  })

const standingOf = (state: ChildState) => state.episodes.map((episode) => interviewStatus(state, episode)._tag)

describe("the disappearance of a mother whose child is unborn", () => {
  it("alerts people and climbs as any other", () => {
    const state = playFrom(gone, unborn)
    expect(ladderOf(state, MUCH_LATER, calendars)).toMatchObject([{ reached: [{ rung: { who: "worker" } }] }])
  })

  it("owes no return home interview once she is found or back, and nothing reminds of one", () => {
    const missing = playFrom(gone, unborn)
    for (const state of [
      missing,
      playFrom(missing, notify(found(at(8)))),
      playFrom(missing, notify(returned(at(10))))
    ]) {
      expect(standingOf(state)).toEqual(["NotOwed"])
      expect(state.episodes.some((episode) => isInterviewOwed(interviewStatus(state, episode)))).toBe(false)
      expect(interviewQueue(new Map([[child.reference, state]]), at(100), calendars)).toEqual([])
    }
    const back = playFrom(missing, notify(returned(at(10))))
    const reminded = remindersOf(back, addHours(MUCH_LATER, 24 * 30), calendars).map(({ stage }) => stage._tag)
    expect(new Set(reminded)).toEqual(new Set(["ConsiderationsUnanswered"]))
  })

  it("can be closed without an interview when all else is done", () => {
    const state = playFrom(home, unborn, ...paperwork, ...answers)
    expect(state.episodes.map((episode) => remainingTasks(state, episode))).toEqual([[]])
    expect(answerOf(state, about("CloseEpisode", {}))).toEqual(["EpisodeClosed"])
  })

  it.each<readonly [string, Command]>([
    ["assigned", assign()],
    ["logged", log({ offeredAt: at(11) })],
    ["decided against", about("RecordNotDone", { reason: "unable-to-contact", decidedBy: "made-up-manager" as never })]
  ])("has no interview that could be %s", (_, command) => {
    expect(answerOf(playFrom(home, unborn), command)).toBe("ChildUnborn")
  })

  it("is covered by no interview of another disappearance", () => {
    const state = playFrom(earlierReturn(playFrom(home, unborn)), assign({ episodeId: secondEpisode }))
    const command = about("ExtendInterview", { episodeId: secondEpisode, alsoCovers: [episodeId] })
    expect(answerOf(state, command)).toBe("ChildUnborn")
  })

  it("is not one with whose child an interview was held", () => {
    expect(answerOf(completed, unborn)).toBe("InterviewAlreadyCompleted")
  })
})

describe("a child who is no longer unborn", () => {
  it("is owed an interview where they were born before the return", () => {
    const state = playFrom(gone, unborn, born, notify(returned(at(10))))
    expect(standingOf(state)).toEqual(["Unassigned"])
  })

  it("is owed none of a return that came before the birth", () => {
    const state = playFrom(home, unborn, born)
    expect(state.episodes).toMatchObject([{ unborn: "born-since" }])
    expect(standingOf(state)).toEqual(["NotOwed"])
  })

  it("is owed one where the record was in error, with what was arranged before", () => {
    expect(standingOf(playFrom(home, unborn, born, inError))).toEqual(["Unassigned"])
    const state = playFrom(assigned, unborn)
    expect(standingOf(state)).toEqual(["NotOwed"])
    expect(playFrom(state, inError)).toEqual(assigned)
  })

  it("is recorded once, however often it is said", () => {
    const state = playFrom(home, unborn)
    expect(answerOf(state, unborn)).toEqual([])
    expect(answerOf(playFrom(state, born), born)).toEqual([])
    expect(answerOf(home, born)).toEqual([])
    expect(answerOf(playFrom(state, inError), inError)).toEqual([])
  })
})

it("a record joined with an unborn child's is one, until they are separated", () => {
  const two = playFrom(gone, notify(missing({ policeReference: police(2), missingAt: at(1) }), secondEpisode))
  const marked = playFrom(two, about("RecordUnborn", { episodeId: secondEpisode }))
  const merged = playFrom(marked, {
    _tag: "MergeDuplicate",
    duplicateId: secondEpisode,
    episodeId
  })
  expect(merged.episodes[0]).toMatchObject({ unborn: "unborn" })
  const separated = playFrom(merged, about("SeparateDuplicate", { episodeId: secondEpisode, reason: "wrong-record" }))
  expect(separated.episodes.map((episode) => episode.unborn)).toEqual([undefined, "unborn"])
})

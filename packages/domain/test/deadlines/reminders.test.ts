import { describe, expect, it } from "vitest"
import { addHours, calendars, Instant } from "../../src/calendar/index.ts"
import { remindersOf } from "../../src/deadlines/index.ts"
import { type ChildState, EpisodeId } from "../../src/pathway/index.ts"
import { rotherham } from "../../src/policy/index.ts"
import {
  about,
  assign,
  at,
  backHome,
  completedAt,
  episodeId,
  found,
  log,
  missing,
  notify,
  play,
  playFrom,
  police,
  returned
} from "../pathway/madeUpChild.ts"

const ofDeadline = (state: ChildState) =>
  remindersOf(state, at(0), calendars).filter(({ stage: { _tag } }) => _tag === "Before" || _tag === "Breach")

/** The reminders as an interviewer would say them: how long before the deadline, and how long after the return. */
const told = (state: ChildState) =>
  ofDeadline(state).map(({ stage, at: time, dueAt }) => [
    stage._tag === "Before" ? `${stage.hours} hours before` : "breach",
    time,
    dueAt
  ])

const fallingDueAt = (dueAt: Instant) => [
  ["24 hours before", addHours(dueAt, -24), dueAt],
  ["4 hours before", addHours(dueAt, -4), dueAt],
  ["breach", Instant(dueAt + 1), dueAt]
]

describe("reminders of the 72 hours of an interview that is owed", () => {
  it("come 24 hours and 4 hours before the 72-hour deadline, and the moment after it", () => {
    expect(told(backHome())).toEqual(fallingDueAt(at(10 + 72)))
    expect(remindersOf(backHome(), at(0), calendars).every((reminder) => reminder.episodeId === episodeId)).toBe(true)
  })

  it("go on until the interview is done: assigned, offered or unanswered is not done", () => {
    const assigned = playFrom(backHome(), assign())
    expect(told(assigned)).toEqual(fallingDueAt(at(82)))
    expect(told(playFrom(assigned, log({ offeredAt: at(11), response: "no-answer" })))).toEqual(fallingDueAt(at(82)))
    expect(told(playFrom(assigned, log({ offeredAt: at(11), response: "accepted" })))).toEqual(fallingDueAt(at(82)))
  })

  it("count provisionally from the finding, and move when the return is recorded", () => {
    const whereaboutsKnown = play(notify(missing()), notify(found(at(8))))
    expect(told(whereaboutsKnown)).toEqual(fallingDueAt(at(80)))
    expect(told(playFrom(whereaboutsKnown, notify(returned(at(30)))))).toEqual(fallingDueAt(at(102)))
  })

  it.each([
    ["the child is missing", () => play(notify(missing()))],
    ["the episode is cancelled", () => playFrom(backHome(), about("CancelEpisode", { reason: "wrong-child" }))],
    ["the child declined", () => playFrom(backHome(), assign(), log({ offeredAt: at(11), response: "declined" }))],
    [
      "the interview is completed",
      () => playFrom(backHome(), assign(), log({ offeredAt: at(11), completed: completedAt(at(20)) }))
    ]
  ])("there are none when %s", (_, tell) => {
    expect(ofDeadline(tell())).toEqual([])
  })

  it("of several episodes come in order of time, each for its own", () => {
    const second = EpisodeId.make("episode-2")
    const state = playFrom(
      backHome(),
      notify(missing({ policeReference: police(2), missingAt: at(20) }), second),
      notify(returned(at(28), { policeReference: police(2) }))
    )
    const reminders = ofDeadline(state)
    expect(reminders.map(({ at: time }) => time)).toEqual(reminders.map(({ at: time }) => time).sort((a, b) => a - b))
    expect(reminders.map((reminder) => reminder.episodeId)).toEqual([
      episodeId,
      second,
      episodeId,
      episodeId,
      second,
      second
    ])
  })

  it("are those of the policy frozen onto the episode", () => {
    const hoursBefore = { ...rotherham.reminders.hoursBefore, value: [2, 12, 48] as const }
    const policy = { ...rotherham, reminders: { hoursBefore, atBreach: false } }
    const state = play(notify(missing(), episodeId, policy), notify(returned(at(10))))
    expect(told(state).map(([stage]) => stage)).toEqual(["48 hours before", "12 hours before", "2 hours before"])
  })
})

import { Option } from "effect"
import { describe, expect, it } from "vitest"
import { addHours, calendars, Instant } from "../../src/calendar/index.ts"
import { clocksOf, nextWarningLevelAt, warningLevel, warningLevels } from "../../src/deadlines/index.ts"
import { type ChildState, type Episode, latestEpisode } from "../../src/pathway/index.ts"
import {
  about,
  assign,
  at,
  backHome,
  completedAt,
  found,
  log,
  missing,
  notify,
  play,
  playFrom
} from "../pathway/madeUpChild.ts"

const episodeIn = (state: ChildState): Episode => Option.getOrThrow(latestEpisode(state))
const levelAt = (state: ChildState, now: Instant) => Option.getOrUndefined(warningLevel(state, episodeIn(state), now))

const returnedAt = at(10)
const dueAt = addHours(returnedAt, 72)

describe("the warning level of an interview that is owed", () => {
  it.each([
    ["at the return", returnedAt, "on-track"],
    ["a millisecond before the first reminder", Instant(addHours(dueAt, -24) - 1), "on-track"],
    ["at the first reminder, 24 hours before", addHours(dueAt, -24), "due-soon"],
    ["at 71:59:59.999", Instant(dueAt - 1), "due-soon"],
    ["at exactly 72:00:00.000, which is within", dueAt, "due-soon"],
    ["a millisecond after 72 hours", Instant(dueAt + 1), "overdue"],
    ["a month later", addHours(dueAt, 30 * 24), "overdue"]
  ])("%s", (_, now, level) => {
    expect(levelAt(backHome(), now)).toBe(level)
    expect(levelAt(playFrom(backHome(), assign()), now)).toBe(level)
  })

  it("is no clock where no return is recorded, and overdue 72 hours after the child was found", () => {
    const state = play(notify(missing()), notify(found(at(8))))
    expect(levelAt(state, at(8))).toBe("no-clock")
    expect(levelAt(state, at(8 + 72))).toBe("no-clock")
    expect(levelAt(state, Instant(at(8 + 72) + 1))).toBe("overdue")
  })

  it("puts no clock first, then the most late", () => {
    expect(warningLevels).toEqual(["no-clock", "overdue", "due-soon", "not-back", "on-track"])
  })
})

describe("there is no warning level", () => {
  const offered = { offeredAt: at(11) }

  it.each([
    ["while the child is missing", () => play(notify(missing()))],
    ["once the episode is cancelled", () => playFrom(backHome(), about("CancelEpisode", { reason: "wrong-child" }))],
    ["once the child declined", () => playFrom(backHome(), assign(), log({ ...offered, response: "declined" }))],
    ["once completed", () => playFrom(backHome(), assign(), log({ ...offered, completed: completedAt(at(20)) }))]
  ])("%s", (_, tell) => {
    expect(levelAt(tell(), at(500))).toBeUndefined()
  })

  it("but no answer yet leaves the interview owed", () => {
    const state = playFrom(backHome(), assign(), log({ ...offered, response: "no-answer" }))
    expect(levelAt(state, at(500))).toBe("overdue")
  })
})

it("time alone changes the level at the first reminder and after the 72 hours, no more", () => {
  const nextAt = (state: ChildState, now: Instant) =>
    Option.getOrUndefined(nextWarningLevelAt(state, episodeIn(state), now))
  const [soon, over] = [addHours(dueAt, -24), Instant(dueAt + 1)]
  const asked = [returnedAt, Instant(soon - 1), soon, dueAt, over]
  expect(asked.map((now) => nextAt(backHome(), now))).toEqual([soon, soon, over, over, undefined])
  // Before the return is recorded it is not due soon: nobody knows from when the hours count.
  const onlyFound = play(notify(missing()), notify(found(at(8))))
  expect(nextAt(onlyFound, at(9))).toBe(at(8 + 72) + 1)
  expect(nextAt(onlyFound, at(8 + 73))).toBeUndefined()
})

it("due soon starts at the policy's longest reminder, in any order of writing", () => {
  const episode = episodeIn(backHome())
  const { policy } = episode
  const reminders = { ...policy.reminders, hoursBefore: { ...policy.reminders.hoursBefore, value: [4, 48] as const } }
  const changed: Episode = { ...episode, policy: { ...policy, reminders } }
  const state: ChildState = { ...backHome(), episodes: [changed] }
  const due = Option.getOrThrow(clocksOf(changed, calendars)).elapsedClock.dueAt
  expect(levelAt(state, addHours(due, -48))).toBe("due-soon")
  expect(levelAt(state, Instant(addHours(due, -48) - 1))).toBe("on-track")
})

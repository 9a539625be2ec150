import { Option } from "effect"
import { describe, expect, it } from "vitest"
import { addHours, calendars } from "../../src/calendar/index.ts"
import { inTimeOf, remindersOf, warningLevel } from "../../src/deadlines/index.ts"
import { type ChildState, episodeById } from "../../src/pathway/index.ts"
import { type Policy, rotherham } from "../../src/policy/index.ts"
import { comparePolicies } from "../../src/policyComparison/index.ts"
import {
  assign,
  at,
  completedAt,
  episodeId,
  log,
  missing,
  notify,
  play,
  playFrom,
  returned
} from "../pathway/madeUpChild.ts"
import { strictPolicy } from "../pathway/strictPolicy.ts"

const offers: Policy = {
  ...rotherham,
  interview: { ...rotherham.interview, measure: { value: "offered", source: "Made up", verified: false } }
}

const home = (policy: Policy): ChildState =>
  play(notify(missing(), episodeId, policy), notify(returned(at(10)), episodeId, policy), assign())

const judged = (state: ChildState) =>
  Option.getOrUndefined(inTimeOf(state, Option.getOrThrow(episodeById(state, episodeId)), calendars))

describe("in time", () => {
  const offered = (policy: Policy) => playFrom(home(policy), log({ offeredAt: at(11) }))
  const held = (policy: Policy, hours: number) =>
    playFrom(offered(policy), log({ response: "accepted" }), log({ completed: completedAt(at(hours)) }))

  it("is the interview held, by the shipped measure, and an offer says nothing of it", () => {
    expect(judged(offered(rotherham))).toBeUndefined()
    expect(judged(held(rotherham, 82))).toMatchObject({ measure: "held", at: at(82), isWithinElapsedClock: true })
    expect(judged(held(rotherham, 82.001))).toMatchObject({
      isWithinElapsedClock: false,
      isWithinWorkingDayClock: true
    })
  })

  it("is the offer where a council measures that, whenever the interview was held", () => {
    expect(judged(home(offers))).toBeUndefined()
    const inTime = { measure: "offered", at: at(11), isWithinElapsedClock: true, isWithinWorkingDayClock: true }
    expect(judged(offered(offers))).toEqual(inTime)
    expect(judged(held(offers, 200))).toEqual(inTime)
  })

  it("by an offer ends no warning and no reminder: the child has still to be heard", () => {
    const later = addHours(at(10), 73)
    const told = (policy: Policy) => {
      const state = offered(policy)
      const episode = Option.getOrThrow(episodeById(state, episodeId))
      return [Option.getOrUndefined(warningLevel(state, episode, later)), remindersOf(state, later, calendars)]
    }
    expect(told(offers)).toEqual(told(rotherham))
    expect(told(offers)[0]).toBe("overdue")
  })
})

describe("two policies compared", () => {
  it("differ in what they measure and in what a report may say, once, whatever the children", () => {
    expect(comparePolicies(rotherham, offers, [], at(0), calendars)).toEqual([
      {
        _tag: "MeasureMoved",
        from: "held",
        to: "offered",
        words: "What counts as in time, the interview offered or held, would move from held to offered."
      }
    ])
    expect(comparePolicies(rotherham, strictPolicy, [], at(0), calendars)).toMatchObject([
      {
        _tag: "ReportsReadOtherwise",
        from: "absences missing, away; grades no-apparent, low, medium, high; absent read as missing; two times asked about from over 60 minutes apart; a child last seen over 7 days ago asked about",
        to: "absences missing; grades medium, high; two times asked about from over 60 minutes apart; a child last seen over 7 days ago asked about"
      }
    ])
  })
})

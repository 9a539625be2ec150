/** Who has to answer an alert before it climbs no further. */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { calendars, type Instant } from "../../src/calendar/index.ts"
import { type Climb, type IsManned, ladderOf, type RungReached } from "../../src/escalation/index.ts"
import {
  type Acknowledgement,
  alertOf,
  type ChildState,
  evolve,
  type PathwayEvent,
  PersonId
} from "../../src/pathway/index.ts"
import { type OnRung, type Policy, rotherham } from "../../src/policy/index.ts"
import { about, doneAt, episodeId, missing, notify, police, updated } from "../pathway/madeUpChild.ts"
import { coordinator } from "../pathway/stageExamples.ts"
import { missingSince } from "./missingSince.ts"
import { minutesAfter, moments, time } from "./moments.ts"

const monday = time("2026-11-16T10:00:00Z")
const fridayEvening = time("2026-12-18T18:30:00Z")

/** The guidance: the worker, and at the same time the Missing Co-ordinator. */
const together: Policy = {
  ...rotherham,
  ladder: {
    value: [
      { who: "worker", afterMinutes: 0, clock: "always" },
      { who: "missing-coordinator", afterMinutes: 0, clock: "always" },
      { who: "team-manager", afterMinutes: 30, clock: "always" },
      { who: "head-of-service", afterMinutes: 60, clock: "always" }
    ],
    source: "Made-up",
    verified: false
  }
}

const worker = PersonId.make("made-up-worker")
const manager = PersonId.make("made-up-manager")

const answer = (by: PersonId, ...as: ReadonlyArray<OnRung>) => about("AcknowledgeAlert", { by, as })

const climbAt = (state: ChildState, now: Instant, isManned?: IsManned): Climb | undefined =>
  ladderOf(state, now, calendars, isManned)[0]

const reachedAt = (state: ChildState, now: Instant, isManned?: IsManned) =>
  climbAt(state, now, isManned)?.reached.map(({ rung }) => rung.who)

const nobodyOn =
  (...roles: ReadonlyArray<OnRung>): IsManned =>
  ({ who }) =>
    !roles.includes(who)

describe("a step of the ladder", () => {
  it("that names two roles goes on climbing when one of them has answered", () => {
    const one = doneAt(
      missingSince(monday, {}, together),
      minutesAfter(monday, 5),
      answer(coordinator, "missing-coordinator")
    )
    expect(climbAt(one, minutesAfter(monday, 6))).not.toHaveProperty("stoppedAt")
    expect(reachedAt(one, minutesAfter(monday, 30))).toEqual(["worker", "missing-coordinator", "team-manager"])
    const both = doneAt(one, minutesAfter(monday, 40), answer(worker, "worker"))
    expect(climbAt(both, minutesAfter(monday, 600))?.stoppedAt).toBe(minutesAfter(monday, 40))
    expect(reachedAt(both, minutesAfter(monday, 600))).toEqual(["worker", "missing-coordinator", "team-manager"])
  })

  it("is answered by one person who holds both of its roles", () => {
    const state = doneAt(
      missingSince(monday, {}, together),
      minutesAfter(monday, 5),
      answer(coordinator, "worker", "missing-coordinator")
    )
    expect(climbAt(state, minutesAfter(monday, 6))?.stoppedAt).toBe(minutesAfter(monday, 5))
  })

  it("asks for no answer of a role that nobody is there to give", () => {
    const state = doneAt(
      missingSince(monday, {}, together),
      minutesAfter(monday, 5),
      answer(coordinator, "missing-coordinator")
    )
    expect(climbAt(state, minutesAfter(monday, 6), nobodyOn("worker"))?.stoppedAt).toBe(minutesAfter(monday, 5))
  })

  it("with nobody to answer it never ends the climb", () => {
    const state = missingSince(monday, {}, together)
    const noneThere = nobodyOn("worker", "missing-coordinator", "team-manager")
    expect(climbAt(state, minutesAfter(monday, 600), noneThere)).not.toHaveProperty("stoppedAt")
  })

  it("asks the duty team too out of hours, and the co-ordinator alone by day", () => {
    const seen = answer(coordinator, "missing-coordinator")
    const [day, evening] = [monday, fridayEvening].map((from) => {
      const state = doneAt(missingSince(from), minutesAfter(from, 20), seen)
      return climbAt(state, minutesAfter(from, 45))
    })
    expect(day?.stoppedAt).toBe(minutesAfter(monday, 20))
    expect(evening).not.toHaveProperty("stoppedAt")
    expect(evening?.reached.at(-1)?.rung.who).toBe("team-manager")
  })

  it("is answered by the duty team for all of it, who are there while the office is closed", () => {
    const state = doneAt(
      missingSince(fridayEvening),
      minutesAfter(fridayEvening, 20),
      answer(manager, "out-of-hours-duty")
    )
    expect(climbAt(state, minutesAfter(fridayEvening, 45))?.stoppedAt).toBe(minutesAfter(fridayEvening, 20))
  })

  it("comes to all of its roles at once, where an empty rung passes the alert on", () => {
    expect(reachedAt(missingSince(fridayEvening), fridayEvening, nobodyOn("worker"))).toEqual([
      "worker",
      "missing-coordinator",
      "out-of-hours-duty"
    ])
    expect(reachedAt(missingSince(monday), monday, nobodyOn("worker"))).toEqual(["worker", "missing-coordinator"])
  })

  it("ends the climb when it is reached, where all it names answered before", () => {
    const state = doneAt(missingSince(monday), minutesAfter(monday, 2), answer(manager, "team-manager"))
    expect(climbAt(state, minutesAfter(monday, 15))).not.toHaveProperty("stoppedAt")
    expect(climbAt(state, minutesAfter(monday, 600))?.stoppedAt).toBe(minutesAfter(monday, 30))
  })

  it("is not answered by a person who holds none of its roles", () => {
    const state = doneAt(missingSince(monday), minutesAfter(monday, 2), answer(PersonId.make("made-up-mash")))
    expect(climbAt(state, minutesAfter(monday, 600))).not.toHaveProperty("stoppedAt")
  })
})

it("an answer written before there were roles ends the climb at once, as it did", () => {
  const event: PathwayEvent = {
    _tag: "AlertAcknowledged",
    episodeId,
    alert: 1,
    by: worker,
    acknowledgedAt: minutesAfter(monday, 7)
  }
  const state = evolve(missingSince(monday, {}, together), {
    recordedAt: minutesAfter(monday, 7),
    recordedBy: worker,
    event
  })
  expect(climbAt(state, minutesAfter(monday, 600))?.stoppedAt).toBe(minutesAfter(monday, 7))
})

describe("news while an alert has not every answer", () => {
  const partly = doneAt(
    missingSince(fridayEvening),
    minutesAfter(fridayEvening, 20),
    answer(coordinator, "missing-coordinator")
  )
  const news = notify(updated({ risk: "high" }))

  it("alerts everybody told before again at once, and reaches nobody later than it would have", () => {
    const state = doneAt(partly, minutesAfter(fridayEvening, 40), news)
    expect(state.episodes.map((episode) => alertOf(episode).number)).toEqual([2])
    const reached = climbAt(state, minutesAfter(fridayEvening, 60))?.reached.map(({ rung, at }) => [rung.who, at])
    const atNews = minutesAfter(fridayEvening, 40)
    expect(reached).toEqual([
      ["worker", atNews],
      ["missing-coordinator", atNews],
      ["out-of-hours-duty", atNews],
      ["team-manager", atNews],
      ["head-of-service", minutesAfter(fridayEvening, 60)]
    ])
  })

  it("is not answered by the answers to the alert before", () => {
    const byDay = doneAt(
      missingSince(monday, {}, together),
      minutesAfter(monday, 5),
      answer(coordinator, "missing-coordinator")
    )
    const state = doneAt(byDay, minutesAfter(monday, 10), news)
    const one = doneAt(state, minutesAfter(monday, 11), answer(worker, "worker"))
    expect(climbAt(one, minutesAfter(monday, 12))).not.toHaveProperty("stoppedAt")
  })

  it("begins a climb of its own once the alert before had its answers", () => {
    const answered = doneAt(partly, minutesAfter(fridayEvening, 25), answer(manager, "out-of-hours-duty"))
    const state = doneAt(answered, minutesAfter(fridayEvening, 40), news)
    expect(reachedAt(state, minutesAfter(fridayEvening, 54))).toEqual(["worker"])
    expect(climbAt(state, minutesAfter(fridayEvening, 54))?.next).toBe(minutesAfter(fridayEvening, 55))
  })
})

/** The steps of a climb that nobody has answered, by the time at which it comes to them. */
const stepsOf = (rungs: ReadonlyArray<RungReached>): ReadonlyArray<ReadonlyArray<RungReached>> => [
  ...Map.groupBy(rungs, ({ at }) => at).values()
]

const isAnsweredBy = (step: ReadonlyArray<RungReached>, answers: ReadonlyArray<Acknowledgement>): boolean => {
  const asked = step.filter(({ isEmpty }) => !isEmpty)
  const isAnswered = ({ rung }: RungReached) => answers.some(({ as }) => as?.includes(rung.who))
  const isByDuty = asked.some((reached) => reached.rung.onlyOutOfHours === true && isAnswered(reached))
  return isByDuty || (asked.length > 0 && asked.every(isAnswered))
}

const allRoles = ["worker", "missing-coordinator", "team-manager", "head-of-service", "out-of-hours-duty"] as const
const roles = fc.subarray<OnRung>([...allRoles])
const people = fc.constantFrom(worker, manager, coordinator, PersonId.make("made-up-duty"))
const given = fc.array(fc.tuple(fc.nat(200), people, roles), { maxLength: 6 })

describe("any person's answer, in any role at any time", () => {
  it("an alert stops climbing when a whole step has answered, and never before", () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(rotherham, together), roles, given, (alerted, policy, absent, answers) => {
        const isManned = nobodyOn(...absent)
        const unanswered = missingSince(alerted, {}, policy)
        let state = unanswered
        for (const [after, by, as] of answers.toSorted(([a], [b]) => a - b)) {
          const now = minutesAfter(alerted, after)
          const before = climbAt(state, now, isManned)
          state = doneAt(state, now, answer(by, ...as))
          const climb = climbAt(state, now, isManned)
          const held = state.episodes.flatMap((episode) => alertOf(episode).acknowledgements)
          const reached = climbAt(unanswered, now, isManned)?.reached ?? []
          const isComplete = stepsOf(reached).some((step) => isAnsweredBy(step, held))
          expect(climb?.stoppedAt !== undefined).toBe(isComplete)
          if (before?.stoppedAt !== undefined) expect(climb?.stoppedAt).toBe(before.stoppedAt)
        }
      }),
      { numRuns: 300 }
    )
  })

  it("one person's answer leaves every other person's as it was", () => {
    fc.assert(
      fc.property(moments, given, (alerted, answers) => {
        let state = missingSince(alerted)
        for (const [after, by, as] of answers.toSorted(([a], [b]) => a - b)) {
          const held = (of: ChildState) =>
            of.episodes.flatMap((episode) => alertOf(episode).acknowledgements).filter((one) => one.by !== by)
          const before = held(state)
          state = doneAt(state, minutesAfter(alerted, after), answer(by, ...as))
          expect(held(state)).toEqual(before)
        }
      })
    )
  })

  it("news of the child reaches nobody later than the alert before would have", () => {
    fc.assert(
      fc.property(moments, roles, given, fc.nat(200), (alerted, absent, answers, after) => {
        const isManned = nobodyOn(...absent)
        const newsAt = minutesAfter(alerted, after)
        const before = answers
          .filter(([earlier]) => earlier <= after)
          .toSorted(([a], [b]) => a - b)
          .reduce(
            (state, [at, by, as]) => doneAt(state, minutesAfter(alerted, at), answer(by, ...as)),
            missingSince(alerted)
          )
        fc.pre(climbAt(before, newsAt, isManned)?.stoppedAt === undefined)
        const again = notify(missing({ policeReference: police(2), missingAt: alerted, reportedAt: alerted }))
        const late = minutesAfter(alerted, 60 * 24)
        const timesOf = (state: ChildState) => climbAt(state, late, isManned)?.reached ?? []
        const unanswered = timesOf(missingSince(alerted))
        for (const { rung, at } of timesOf(doneAt(before, newsAt, again))) {
          const would = unanswered.find((other) => other.rung === rung)
          if (would !== undefined) expect(at).toBeLessThanOrEqual(Math.max(would.at, newsAt))
        }
      })
    )
  })
})

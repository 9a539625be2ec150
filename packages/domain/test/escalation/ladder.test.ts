import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { calendars, englandAndWales, Instant } from "../../src/calendar/index.ts"
import { isWorkingTime } from "../../src/deadlines/index.ts"
import { type IsManned, ladderOf, type MannedSince, type ToldAt } from "../../src/escalation/index.ts"
import { type ChildState, PersonId } from "../../src/pathway/index.ts"
import { type OnRung, type Policy, rotherham } from "../../src/policy/index.ts"
import { about, cancelled, doneAt, found, notify, returned } from "../pathway/madeUpChild.ts"
import { otherAuthority } from "../pathway/stageExamples.ts"
import { missingSince } from "./missingSince.ts"
import { minutesAfter, moments, time } from "./moments.ts"

const monday = time("2026-11-16T10:00:00Z")
const fridayEvening = time("2026-12-18T18:30:00Z")
const everybody: IsManned = () => true
const nobodyOn =
  (...roles: ReadonlyArray<OnRung>): IsManned =>
  ({ who }) =>
    !roles.includes(who)

/** The rungs reached, as someone would say them. */
const told = (state: ChildState, now: Instant, isManned = everybody) =>
  ladderOf(state, now, calendars, isManned).flatMap(({ reached }) =>
    reached.map(
      ({ rung: { who, by }, isEmpty }) => `${by === undefined ? "" : `${by} `}${who}${isEmpty ? " (nobody)" : ""}`
    )
  )

const nextOf = (state: ChildState, now: Instant, isManned = everybody) =>
  ladderOf(state, now, calendars, isManned)[0]?.next

describe("an alert that nobody acknowledges", () => {
  it("climbs on a working day from the worker to the head of service, and then leaves Slack", () => {
    const state = missingSince(monday)
    expect(told(state, monday)).toEqual(["worker"])
    expect(told(state, minutesAfter(monday, 14))).toEqual(["worker"])
    expect(told(state, minutesAfter(monday, 15))).toEqual(["worker", "missing-coordinator"])
    expect(told(state, minutesAfter(monday, 30))).toEqual(["worker", "missing-coordinator", "team-manager"])
    expect(told(state, minutesAfter(monday, 60)).at(-1)).toBe("head-of-service")
    expect(told(state, minutesAfter(monday, 90)).at(-1)).toBe("email team-manager")
    expect(nextOf(state, minutesAfter(monday, 90))).toBeUndefined()
  })

  it("comes to the out-of-hours duty team on a Friday evening", () => {
    expect(told(missingSince(fridayEvening), minutesAfter(fridayEvening, 90))).toEqual([
      "worker",
      "missing-coordinator",
      "out-of-hours-duty",
      "team-manager",
      "head-of-service",
      "sms out-of-hours-duty",
      "email team-manager"
    ])
  })

  it("goes on at once where nobody stands on a rung", () => {
    const state = missingSince(monday)
    expect(told(state, monday, nobodyOn("worker", "missing-coordinator"))).toEqual([
      "worker (nobody)",
      "missing-coordinator (nobody)",
      "team-manager"
    ])
    expect(nextOf(state, monday, nobodyOn("worker", "missing-coordinator"))).toBe(minutesAfter(monday, 60))
  })

  it("who was told while a rung was empty keeps it when someone comes to stand there", () => {
    const state = missingSince(monday)
    const mannedSince: MannedSince = ({ who }) => (who === "worker" ? minutesAfter(monday, 5) : undefined)
    const timesAt = (now: Instant) =>
      ladderOf(state, now, calendars, everybody, mannedSince).flatMap(({ reached }) =>
        reached.map(({ rung: { who }, at }) => [who, (at - monday) / 60_000])
      )
    const [worker, coordinators] = [
      ["worker", 5],
      ["missing-coordinator", 0]
    ]
    expect(timesAt(minutesAfter(monday, 4))).toEqual([coordinators])
    expect(timesAt(minutesAfter(monday, 29))).toEqual([worker, coordinators])
    expect(timesAt(minutesAfter(monday, 30))).toEqual([worker, coordinators, ["team-manager", 30]])
  })

  it("takes back nothing from a rung that was told while those before it were empty", () => {
    const state = missingSince(monday)
    const toldAt: ToldAt = ({ who, by }) =>
      who === "head-of-service" && by === undefined ? minutesAfter(monday, 5) : undefined
    const whoAt = (now: Instant) =>
      ladderOf(state, now, calendars, everybody, undefined, toldAt).flatMap(({ reached }) =>
        reached.map(({ rung: { who }, at }) => [who, (at - monday) / 60_000])
      )
    expect(whoAt(minutesAfter(monday, 4))).toEqual([["worker", 0]])
    expect(whoAt(minutesAfter(monday, 5))).toEqual([
      ["worker", 0],
      ["head-of-service", 5]
    ])
  })

  it("comes to a rung for some grades of risk alone by the clock it has for them", () => {
    const source = { source: "Made-up", verified: false } as const
    const policy: Policy = {
      ...rotherham,
      ladder: {
        value: [
          { who: "head-of-service", afterMinutes: 60, clock: "always", risks: ["medium", "high"] },
          { who: "head-of-service", afterMinutes: 60, clock: "working-hours", risks: ["no-apparent", "low"] }
        ],
        ...source
      }
    }
    const next = (risk: "low" | "high") => nextOf(missingSince(fridayEvening, { risk }, policy), fridayEvening)
    expect(next("high")).toBe(minutesAfter(fridayEvening, 60))
    expect(next("low")).toBe(time("2026-12-21T10:00:00Z"))
  })

  it("stops where it was when someone acknowledges it, and keeps the people it had come to", () => {
    const seen = about("AcknowledgeAlert", { by: PersonId.make("made-up"), as: ["missing-coordinator"] })
    const state = doneAt(missingSince(monday), minutesAfter(monday, 20), seen)
    expect(told(state, minutesAfter(monday, 600))).toEqual(["worker", "missing-coordinator"])
    expect(nextOf(state, minutesAfter(monday, 21))).toBeUndefined()
  })

  it("is none under a policy from before there was a ladder", () => {
    const { ladder: _, ...before } = rotherham
    expect(ladderOf(missingSince(monday, {}, before), minutesAfter(monday, 600), calendars)).toEqual([])
  })

  it.each([
    ["found", notify(found(minutesAfter(monday, 5)))],
    ["back", notify(returned(minutesAfter(monday, 5)))],
    ["no longer reported missing", notify(cancelled())],
    ["another authority's", about("TransferEpisode", { to: otherAuthority, transferredAt: monday })]
  ])("is none once the child is %s", (_, command) => {
    const state = doneAt(missingSince(monday), minutesAfter(monday, 6), command)
    expect(ladderOf(state, minutesAfter(monday, 600), calendars)).toEqual([])
  })
})

describe("at any time, with any people there", () => {
  const roles = fc.subarray<OnRung>([
    "worker",
    "missing-coordinator",
    "team-manager",
    "head-of-service",
    "out-of-hours-duty"
  ])
  const risks = fc.constantFrom("no-apparent", "low", "medium", "high")

  it("what is reached is never taken back, and each rung is reached once", () => {
    fc.assert(
      fc.property(moments, risks, roles, fc.nat(3_000), fc.nat(3_000), (alerted, risk, absent, first, more) => {
        const state = missingSince(alerted, { risk })
        const isManned = nobodyOn(...absent)
        const before = told(state, minutesAfter(alerted, first), isManned)
        const after = told(state, minutesAfter(alerted, first + more), isManned)
        expect(after.filter((rung) => before.includes(rung))).toEqual(before)
        expect(new Set(after).size).toBe(after.length)
      })
    )
  })

  it("stepping from one time to the next comes to the same as looking once", () => {
    fc.assert(
      fc.property(moments, risks, roles, (alerted, risk, absent) => {
        const state = missingSince(alerted, { risk })
        const isManned = nobodyOn(...absent)
        const seen: Array<ReadonlyArray<string>> = [told(state, alerted, isManned)]
        let now = alerted
        for (let next = nextOf(state, now, isManned); next !== undefined; next = nextOf(state, now, isManned)) {
          expect(next).toBeGreaterThan(now)
          expect(told(state, Instant(next - 1), isManned)).toEqual(seen.at(-1))
          now = next
          seen.push(told(state, now, isManned))
        }
        expect(seen.at(-1)).toEqual(told(state, minutesAfter(alerted, 60 * 24 * 30), isManned))
      })
    )
  })

  it("the duty team is asked only while the office is closed", () => {
    const hours = rotherham.workingHours?.value ?? { opens: "", closes: "" }
    fc.assert(
      fc.property(moments, risks, (alerted, risk) => {
        const [climb] = ladderOf(missingSince(alerted, { risk }), minutesAfter(alerted, 60 * 24 * 30), calendars)
        for (const { rung, at } of climb?.reached ?? []) {
          if (rung.onlyOutOfHours === true) expect(isWorkingTime(at, hours, englandAndWales)).toBe(false)
          if (rung.clock === "working-hours") {
            expect(isWorkingTime(Instant(at - 1), hours, englandAndWales)).toBe(true)
          }
        }
      })
    )
  })

  it("there is always someone who is told at once, if anybody is there at all", () => {
    fc.assert(
      fc.property(moments, roles, (alerted, absent) => {
        const isManned = nobodyOn(...absent)
        const reached = ladderOf(missingSince(alerted), alerted, calendars, isManned)[0]?.reached ?? []
        const isWorking = isWorkingTime(alerted, { opens: "09:00", closes: "17:00" }, englandAndWales)
        const there = rotherham.ladder?.value.filter(
          (rung) =>
            !absent.includes(rung.who) && !(rung.onlyOutOfHours === true && isWorking) && rung.clock === "always"
        )
        expect(reached.some(({ isEmpty }) => !isEmpty)).toBe((there?.length ?? 0) > 0)
      })
    )
  })
})

it("a policy of one's own is climbed as it is written", () => {
  const policy: Policy = {
    ...rotherham,
    ladder: {
      value: [{ who: "team-manager", afterMinutes: 5, clock: "working-hours" }],
      source: "Made-up",
      verified: false
    }
  }
  const state = missingSince(fridayEvening, {}, policy)
  expect(nextOf(state, fridayEvening)).toBe(time("2026-12-21T09:05:00Z"))
})

import { Option } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addHours, calendars, Instant } from "../../src/calendar/index.ts"
import { remindersOf, warningLevel } from "../../src/deadlines/index.ts"
import { ladderOf, nextChangeAt } from "../../src/escalation/index.ts"
import { type ChildState, emptyChildState } from "../../src/pathway/index.ts"
import { type Policy, rotherham } from "../../src/policy/index.ts"
import { triggersFired } from "../../src/risk/index.ts"
import { histories } from "../pathway/histories.ts"
import { doneAt, episodeId } from "../pathway/madeUpChild.ts"
import { everyRule, moments, recordsUnder } from "../risk/arbitraryRecord.ts"
import { missingSince } from "./missingSince.ts"
import { minutesAfter, time } from "./moments.ts"

const facts = { hasNoPlan: true, placedOutOfArea: true, caseStatus: "looked-after" } as const

/** What rests on imported history alone is told to nobody. */
const asked = (state: ChildState, now: Instant) =>
  triggersFired(state, { calendars, now, facts }).filter(({ standing }) => standing._tag !== "Imported")

/** Everything that can be told of a child, as it stands at a moment. */
const standingAt = (state: ChildState, now: Instant) => ({
  // Of the mornings on which an interview is overdue, the last.
  reminders: remindersOf(state, now, calendars).filter(({ at }) => at <= now),
  rungs: ladderOf(state, now, calendars).map(({ reached }) => reached),
  levels: state.episodes.map((episode) => Option.getOrUndefined(warningLevel(state, episode, now))),
  triggers: asked(state, now).map(({ key }) => key)
})

const nextOf = (state: ChildState, now: Instant) =>
  Option.getOrUndefined(nextChangeAt(state, now, { calendars, facts }))

const FAR = time("2027-06-01T00:00:00Z")

/** A council that sends no reminder of the 72 hours: a card says all the same that they are over. */
const unreminded: Policy = {
  ...rotherham,
  reminders: { hoursBefore: { ...rotherham.reminders.hoursBefore, value: [24] }, atBreach: false },
  triggers: []
}

const states: fc.Arbitrary<ChildState> = fc.oneof(
  recordsUnder(everyRule),
  recordsUnder(rotherham),
  recordsUnder(unreminded),
  histories.map(({ state }) => state)
)

const isToldOf = (state: ChildState, now: Instant) => state.episodes.every(({ notifiedAt }) => notifiedAt <= now)

/** Not a moment too early and not one too late to look at. */
const between = (from: number, to: number, share: number): Instant =>
  Instant(Math.min(to - 1, from + Math.floor((to - from) * share)))

describe("the next moment at which time alone brings something", () => {
  it("is later than now, and until it nothing changes", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(states, moments, share, (state, now, part) => {
        fc.pre(isToldOf(state, now))
        const next = nextOf(state, now)
        if (next !== undefined) expect(next).toBeGreaterThan(now)
        const until = next ?? Instant(Math.max(now + 1, FAR))
        const before = standingAt(state, now)
        expect(standingAt(state, between(now, until, part))).toEqual(before)
        expect(standingAt(state, Instant(until - 1))).toEqual(before)
      }),
      { numRuns: 300 }
    )
  })

  it("comes to an end, or to the mornings on which an interview is still overdue", () => {
    fc.assert(
      fc.property(recordsUnder(everyRule), moments, (state, from) => {
        let now = from
        for (let looks = 0; looks < 200; looks += 1) {
          const next = nextOf(state, now)
          if (next === undefined) return
          now = next
        }
        expect(remindersOf(state, now, calendars).some(({ stage }) => stage._tag === "OverdueMorning")).toBe(true)
      }),
      { numRuns: 20 }
    )
  })

  it("is none for a child nothing is known of", () => {
    expect(nextOf(emptyChildState, time("2026-11-16T10:00:00Z"))).toBeUndefined()
  })

  it("is when an interview becomes due soon and overdue, also where nobody is reminded of it", () => {
    const returnedAt = time("2026-11-17T10:00:00Z")
    const missing = missingSince(time("2026-11-16T10:00:00Z"), {}, unreminded)
    const state = doneAt(missing, returnedAt, { _tag: "RecordReturned", episodeId, returnedAt })
    const dueAt = addHours(returnedAt, 72)
    expect(nextOf(state, returnedAt)).toBe(addHours(dueAt, -24))
    expect(nextOf(state, addHours(dueAt, -24))).toBe(dueAt + 1)
    expect(nextOf(state, Instant(dueAt + 1))).toBeUndefined()
  })

  it("is when an alert climbs on, or else when the child is missing for too long", () => {
    const monday = time("2026-11-16T10:00:00Z")
    const state = missingSince(monday)
    expect(nextOf(state, monday)).toBe(minutesAfter(monday, 15))
    expect(nextOf(state, minutesAfter(monday, 90))).toBe(addHours(monday, 24) + 1)
  })
})

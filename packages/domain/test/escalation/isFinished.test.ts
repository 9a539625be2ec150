import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addHours, calendars, type Instant, utc } from "../../src/calendar/index.ts"
import { remindersOf, warningLevel } from "../../src/deadlines/index.ts"
import { isFinished, ladderOf } from "../../src/escalation/index.ts"
import { type ChildState, isOpen } from "../../src/pathway/index.ts"
import { rotherham } from "../../src/policy/index.ts"
import { triggersFired, undecidedAmong } from "../../src/risk/index.ts"
import { histories } from "../pathway/histories.ts"
import { MUCH_LATER } from "../pathway/madeUpChild.ts"
import { stageExamples } from "../pathway/stageExamples.ts"
import { everyRule, recordsUnder } from "../risk/arbitraryRecord.ts"

const BEFORE = utc(2026, 1, 1)

const facts = { hasNoPlan: true, placedOutOfArea: true, caseStatus: "looked-after" } as const

const states: fc.Arbitrary<ChildState> = fc.oneof(
  recordsUnder(everyRule),
  recordsUnder(rotherham),
  histories.map(({ state }) => state),
  fc.constantFrom(...Object.values(stageExamples))
)

const isFinishedAt = (state: ChildState, now: Instant, recordedAt: Instant) =>
  isFinished(state, now, { recordedAt, calendars, facts })

/** Everything that can be told of a child, as it stands at a moment. */
const standingAt = (state: ChildState, now: Instant) => ({
  reminders: remindersOf(state, now, calendars).filter(({ at }) => at <= now),
  rungs: ladderOf(state, now, calendars).map(({ reached }) => reached),
  levels: state.episodes.map((episode) => warningLevel(state, episode, now)),
  triggers: triggersFired(state, { calendars, now, facts }).map(({ key }) => key),
  undecided: undecidedAmong(state, triggersFired(state, { calendars, now, facts })).map(({ firing }) => firing.key)
})

describe("a child with nothing left to do", () => {
  it("has no open episode, and stays finished with nothing new at any later moment", () => {
    let finished = 0
    fc.assert(
      fc.property(states, fc.nat(40 * 365 * 24), (state, hours) => {
        if (!isFinishedAt(state, MUCH_LATER, BEFORE)) return
        finished += 1
        const later = addHours(MUCH_LATER, hours)
        expect(state.episodes.filter(isOpen)).toEqual([])
        expect(isFinishedAt(state, later, BEFORE)).toBe(true)
        expect(standingAt(state, later)).toEqual(standingAt(state, MUCH_LATER))
        expect(standingAt(state, later).undecided).toEqual([])
      })
    )
    expect(finished).toBeGreaterThan(0)
  })

  it("is looked at for 30 days after the last record, and not any more then", () => {
    const { closed } = stageExamples
    const isFinishedAfter = (days: number) => isFinishedAt(closed, MUCH_LATER, addHours(MUCH_LATER, -24 * days))
    expect([0, 29, 30, 31].map(isFinishedAfter)).toEqual([false, false, true, true])
  })

  it.each(Object.entries(stageExamples))("is one at the stage %s only where nothing is open", (stage, state) => {
    expect(isFinishedAt(state, MUCH_LATER, BEFORE), stage).toBe(
      !state.episodes.some(isOpen) && standingAt(state, MUCH_LATER).undecided.length === 0
    )
  })
})

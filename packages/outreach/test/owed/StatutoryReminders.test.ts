import { at, cases, child, missing, returned, tell } from "@safe-return/casework/testing"
import { addHours, calendars, type Instant } from "@safe-return/domain/calendar"
import { ChildReference, type ChildState } from "@safe-return/domain/pathway"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { StatutoryReminders } from "../../src/owed/StatutoryReminders.ts"

/** Back on Monday at 19:00, so that the 72 hours end on Thursday evening. */
const owing = tell([missing(0), returned(1)]).state
const night = (now: Instant) => ({ from: addHours(now, -12), until: addHours(now, 12) })

/** How often anybody asked what has happened to a child. */
const counting = (state: ChildState) => {
  const reads = { count: 0 }
  const counted: ChildState = {
    ...state,
    get episodes() {
      reads.count += 1
      return state.episodes
    }
  }
  return { reads, counted }
}

describe("the reminders that fall due while the office is closed", () => {
  it("are reckoned once for a state, however often they are asked for", () => {
    const all = Array.from({ length: 300 }, (_, nth) => ({
      name: ChildReference.make(`LCS-${nth}`),
      ...counting(owing)
    }))
    const reads = () => all.reduce((sum, one) => sum + one.reads.count, 0)
    const states = new Map(all.map(({ name, counted }) => [name, counted]))
    const reminders = new StatutoryReminders(calendars)
    const hours = at(72)
    expect(reminders.within(states, hours, night(hours))).toHaveLength(300 * 2)
    const first = reads()
    for (let minute = 1; minute <= 60; minute += 1) {
      const now = addHours(hours, minute / 60)
      expect(reminders.within(states, now, night(now))).toHaveLength(300 * 2)
    }
    expect(reads()).toBe(first)
    const news = counting(owing)
    reminders.within(new Map([...states, [child, news.counted]]), hours, night(hours))
    expect([reads(), news.reads.count]).toEqual([first, first / 300])
  })

  it("are what a first look finds, whatever was asked before", () => {
    const steps = fc.array(fc.tuple(cases, fc.nat({ max: 2 }), fc.nat({ max: 400 })), { minLength: 1, maxLength: 6 })
    let reminded = 0
    fc.assert(
      fc.property(steps, (changes) => {
        const kept = new StatutoryReminders(calendars)
        let states: ReadonlyMap<ChildReference, ChildState> = new Map()
        for (const [{ state }, nth, hours] of changes) {
          const name = ChildReference.make(`LCS-${nth}`)
          const others = [...states].filter(([other]) => other !== name)
          states = new Map(hours % 7 === 0 ? others : [...others, [name, state]])
          const asked = [states, at(hours), night(at(hours))] as const
          const found = kept.within(...asked)
          const fresh = new StatutoryReminders(calendars).within(...asked)
          expect(new Set(found)).toEqual(new Set(fresh))
          reminded += found.length
        }
      }),
      { numRuns: 100 }
    )
    expect(reminded).toBeGreaterThan(0)
  })
})

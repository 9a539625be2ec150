import { describe, expect, it } from "vitest"
import { type Instant, utc } from "../../../src/calendar/index.ts"
import type { Episode } from "../../../src/pathway/state.ts"
import { at, episode, fired, foundAt, number, policyOf, record, returnedAt } from "../madeUpRecord.ts"

const pastADay = policyOf({ rule: "still-missing", hours: number(24) })
const one = (said: Partial<Episode> = {}) => record(pastADay, [episode(1, at(0), said)])

describe("still missing", () => {
  it("fires a millisecond past the hours, and not at them", () => {
    expect(fired(one(), { now: at(24) })).toEqual([])
    expect(fired(one(), { now: (at(24) + 1) as Instant })).toMatchObject([
      { because: "Not found more than 24 hours after last seen.", metAt: at(24) + 1, title: "Not found quickly" }
    ])
  })

  it("has one key, however long it goes on", () => {
    const keys = [25, 48, 1_000].map((hours) => fired(one(), { now: at(hours) }).map(({ key }) => key))
    expect(keys).toEqual([["still-missing:episode-1"], ["still-missing:episode-1"], ["still-missing:episode-1"]])
  })

  it("counts elapsed hours over a clock change", () => {
    // Summer time ends at 01:00 UTC on 25 October 2026: the day has 25 hours.
    const lastSeen = utc(2026, 10, 24, 23)
    const state = record(pastADay, [episode(1, lastSeen)])
    expect(fired(state, { now: utc(2026, 10, 25, 23) })).toEqual([])
    expect(fired(state, { now: utc(2026, 10, 25, 23, 1) })).toHaveLength(1)
  })

  it("is over once the child is found or back, cancelled, or the case handed on", () => {
    const now = at(100)
    expect(fired(one(foundAt(at(50))), { now })).toEqual([])
    expect(fired(one(returnedAt(at(50))), { now })).toEqual([])
    expect(fired(one({ progress: { _tag: "Cancelled", reason: "in error" } }), { now })).toEqual([])
    expect(fired(one({ closure: { _tag: "ClosedAtEighteen", closedAt: at(50) } }), { now })).toEqual([])
  })

  it("was met when the council was told, if that was after the hours had passed", () => {
    expect(fired(one({ notifiedAt: at(60) }), { now: at(61) })[0]?.metAt).toBe(at(60))
  })

  it("looks only at the absences it is set to", () => {
    const missingOnly = policyOf({ rule: "still-missing", hours: number(24), counted: { absences: ["missing"] } })
    expect(fired(record(missingOnly, [episode(1, at(0), { absence: "away" })]), { now: at(100) })).toEqual([])
    expect(fired(record(missingOnly, [episode(1, at(0))]), { now: at(100) })).toHaveLength(1)
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, civilDay } from "../../src/calendar/index.ts"
import type { Availability, Away } from "../../src/escalation/index.ts"
import { absencesToLetGo, usualStaffAbsence, withoutPastAbsences } from "../../src/retention/index.ts"

const today = civilDay(2026, 11, 26)
const rule = usualStaffAbsence

const absences = fc.array(
  fc
    .record({
      from: fc.integer({ min: -60, max: 60 }),
      long: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
      for: fc.constantFrom("leave", "sickness", "other")
    })
    .map(({ from, long, for: code }): Away => {
      const first = addDays(today, from)
      return { from: first, for: code as Away["for"], ...(long === undefined ? {} : { to: addDays(first, long) }) }
    }),
  { maxLength: 6 }
)

describe("what is kept of a time away that is over", () => {
  it("is not why, and after four weeks nothing; leave now or to come loses nothing", () => {
    fc.assert(
      fc.property(absences, (away) => {
        const kept = withoutPastAbsences({ away }, today, rule).away
        const isOver = ({ to }: Away) => to !== undefined && to < today
        expect(kept.filter((one) => !isOver(one))).toEqual(away.filter((one) => !isOver(one)))
        for (const one of kept.filter(isOver)) {
          expect(one.for).toBe("other")
          expect(addDays(one.to ?? today, 28)).toBeGreaterThanOrEqual(today)
        }
        const lately = away.filter((one) => isOver(one) && addDays(one.to ?? today, 28) >= today)
        expect(kept.filter(isOver).map(({ from }) => from)).toEqual(lately.map(({ from }) => from))
      })
    )
  })

  it("is let go of once: after that there is nothing to let go, and the very same comes back", () => {
    fc.assert(
      fc.property(absences, (away) => {
        const once = withoutPastAbsences({ away }, today, rule)
        expect(absencesToLetGo(once, today, rule)).toEqual([])
        expect(withoutPastAbsences(once, today, rule)).toBe(once)
      })
    )
  })

  it("leaves the working days alone", () => {
    const pattern = { monday: { opens: "09:00", closes: "17:00" } }
    const known: Availability = {
      pattern,
      away: [{ from: addDays(today, -60), to: addDays(today, -50), for: "leave" }]
    }
    expect(withoutPastAbsences(known, today, rule)).toEqual({ pattern, away: [] })
  })
})

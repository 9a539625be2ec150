import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, type CivilDay, civilDay } from "../../src/calendar/index.ts"
import { type Availability, type Away, awayOn, withAbsence, withReturnOn } from "../../src/escalation/index.ts"

const first = civilDay(2026, 12, 1)
const DAYS = Array.from({ length: 40 }, (_, nth) => addDays(first, nth - 5))

const away = fc
  .record({
    from: fc.integer({ min: 0, max: 20 }),
    days: fc.option(fc.integer({ min: 0, max: 10 })),
    for: fc.constantFrom("leave" as const, "sickness" as const, "other" as const)
  })
  .map(({ from, days, for: reason }): Away => {
    const begins = addDays(first, from)
    return { from: begins, ...(days === null ? {} : { to: addDays(begins, days) }), for: reason }
  })

const anybody: fc.Arbitrary<Availability> = fc
  .array(away, { maxLength: 4 })
  .map((periods) => periods.reduce<Availability>(withAbsence, { away: [] }))
const anyDay = fc.constantFrom(...DAYS)

const covers = ({ from, to }: Away, day: CivilDay): boolean => from <= day && (to === undefined || day <= to)

describe("going away and coming back", () => {
  it("counts as away on each day of the new period, for its reason", () => {
    fc.assert(
      fc.property(anybody, away, anyDay, (known, period, day) => {
        const now = awayOn(withAbsence(known, period), day)
        if (!covers(period, day)) return
        expect(now).toBeDefined()
        if (day === period.from) expect(now).toEqual(period)
      })
    )
  })

  it("takes nothing away of the days before, and says a corrected period again", () => {
    fc.assert(
      fc.property(anybody, away, anyDay, (known, period, day) => {
        if (day < period.from) expect(awayOn(withAbsence(known, period), day)).toEqual(awayOn(known, day))
      })
    )
    const shorter: Away = { from: first, to: addDays(first, 2), for: "leave" }
    expect(withAbsence({ away: [{ ...shorter, to: addDays(first, 9) }] }, shorter).away).toEqual([shorter])
  })

  it("is there from that day on, with earlier and later leave as it stood", () => {
    fc.assert(
      fc.property(anybody, anyDay, anyDay, (known, day, other) => {
        const back = withReturnOn(known, day)
        expect(awayOn(back, day)).toBeUndefined()
        if (other < day) expect(awayOn(back, other)?.from).toBe(awayOn(known, other)?.from)
        expect(withReturnOn(back, day).away.filter(({ from }) => from < day)).toEqual(
          back.away.filter(({ from }) => from < day)
        )
        if (awayOn(known, day) !== undefined) {
          expect(back.away.filter(({ from }) => from > day)).toEqual(known.away.filter(({ from }) => from > day))
        } else {
          expect(back.away.filter(({ from }) => from > day)).toEqual([])
        }
      })
    )
  })
})

import { CivilDay, civilDay, formatCivilDay, londonDayOf, utc } from "@safe-return/domain/calendar"
import { rotherham } from "@safe-return/domain/policy"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { episodeRows } from "../../src/caseload/episodeRows.ts"
import { ageOn } from "../../src/caseload/profile.ts"
import { syntheticCaseload } from "../../src/caseload/syntheticCaseload.ts"

describe("ageOn", () => {
  it("turns on the birthday, and on 1 March for a person born on a leap day", () => {
    const leap = civilDay(2008, 2, 29)
    const days = [civilDay(2024, 2, 28), civilDay(2024, 2, 29), civilDay(2025, 2, 28), civilDay(2025, 3, 1)]
    expect(days.map((day) => ageOn(day, leap))).toEqual([15, 16, 16, 17])
  })

  it("is never less on a later day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.nat({ max: 7_000 }), (born, days) => {
        const [before, after] = [born + days, born + days + 1].map((day) => ageOn(CivilDay(day), CivilDay(born)))
        expect([0, 1]).toContain((after ?? 0) - (before ?? 0))
      })
    )
  })
})

describe("every synthetic child", () => {
  const endsAt = utc(2024, 3, 31, 23)
  const children = [...syntheticCaseload({ size: 400, seed: 5, endsAt, policy: rotherham, open: "as-published" })]

  it("is under 18 at the end and was born before going missing", () => {
    for (const child of children) {
      expect(ageOn(londonDayOf(endsAt), child.profile.born)).toBeLessThan(18)
      for (const { missing_at } of episodeRows(child)) {
        expect(child.profile.born).toBeLessThanOrEqual(londonDayOf(missing_at ?? endsAt))
      }
    }
  })

  it("lives independently at 16 and over alone", () => {
    for (const { profile } of children) {
      for (const { placement, from } of profile.placements) {
        if (placement !== "independent") continue
        expect(ageOn(from ?? londonDayOf(endsAt), profile.born)).toBeGreaterThanOrEqual(16)
      }
    }
  })

  it("has one placement after another, and a few move within the year", () => {
    for (const { profile } of children) {
      const days = profile.placements.flatMap(({ from }) => (from === undefined ? [] : [from]))
      expect(days).toEqual(days.toSorted((a, b) => a - b))
      expect(days.length).toBe(profile.placements.length - 1)
    }
    expect(children.filter(({ profile }) => profile.placements.length > 1).length).toBeGreaterThan(0)
  })

  it("is marked as synthetic and bears a name that says so, which no event and no row repeats", () => {
    for (const child of children) {
      expect(child.profile.synthetic).toBe(true)
      expect(child.profile.name).toMatch(/ (Example|Madeup|Placeholder|Sample|Specimen|Synthetic|Training|Trial)$/)
    }
    for (const child of children) {
      // Without the policy, which every opening repeats and which is nobody's.
      const written = JSON.stringify([child.events, episodeRows(child)], (key, value) =>
        key === "policy" ? undefined : value
      )
      expect(written.includes(child.profile.name)).toBe(false)
      expect(written.includes(formatCivilDay(child.profile.born))).toBe(false)
    }
  })
})

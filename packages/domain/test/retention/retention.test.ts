import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, CivilDay, civilDay, utc, yearMonthDay } from "../../src/calendar/index.ts"
import { EpisodeId, emptyChildState } from "../../src/pathway/index.ts"
import { CaseStatus, rotherham } from "../../src/policy/index.ts"
import {
  anniversary,
  defaultRetention,
  isReached,
  type Retention,
  type RetentionFacts,
  type RetentionPolicy,
  retentionFacts,
  retentionOf
} from "../../src/retention/index.ts"

const days = fc.integer({ min: civilDay(1990, 1, 1), max: civilDay(2030, 12, 31) }).map((day) => CivilDay(day))

const facts: fc.Arbitrary<RetentionFacts> = fc.record(
  {
    bornOn: days,
    caseStatus: fc.constantFrom(...CaseStatus.literals),
    wasInCare: fc.boolean(),
    lastRecordedOn: days
  },
  { requiredKeys: ["wasInCare", "lastRecordedOn"] }
)

const rules = fc.record({
  from: fc.constantFrom("birth" as const, "last-recorded" as const),
  years: fc.record({
    value: fc.integer({ min: 1, max: 120 }),
    source: fc.constant("A made-up schedule"),
    verified: fc.boolean()
  })
})

const policies: fc.Arbitrary<RetentionPolicy> = fc
  .record({ "looked-after": rules, others: rules }, { requiredKeys: [] })
  .map((rules) => ({ id: "made-up", title: "Made up", rules }))

const keptUntil = (retention: Retention) => (retention._tag === "KeptUntil" ? retention.keptUntil : undefined)

const born = { bornOn: civilDay(2011, 2, 28), wasInCare: false, lastRecordedOn: civilDay(2026, 11, 26) }

describe("an anniversary", () => {
  it("is the same day of the month, that many years later, but for 29 February", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 120 }), (day, years) => {
        const before = yearMonthDay(day)
        const after = yearMonthDay(anniversary(day, years))
        expect(after.year).toBe(before.year + years)
        if (before.month !== 2 || before.day !== 29) expect(after).toEqual({ ...before, year: after.year })
      })
    )
  })

  it("of 29 February is 1 March where there is none", () => {
    expect(anniversary(civilDay(2012, 2, 29), 75)).toBe(civilDay(2087, 3, 1))
    expect(anniversary(civilDay(2012, 2, 29), 4)).toBe(civilDay(2016, 2, 29))
    expect(anniversary(civilDay(2000, 2, 29), 100)).toBe(civilDay(2100, 3, 1))
  })

  it("never comes earlier for someone born later", () => {
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 120 }), (one, other, years) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one]
        expect(anniversary(earlier, years)).toBeLessThanOrEqual(anniversary(later, years))
      })
    )
  })
})

describe("by default", () => {
  it("a looked-after child's records are kept to the 75th anniversary of birth, unconfirmed", () => {
    const retention = retentionOf({ ...born, caseStatus: "looked-after" }, defaultRetention)
    expect(retention).toMatchObject({ _tag: "KeptUntil", cohort: "looked-after", keptUntil: civilDay(2086, 2, 28) })
    expect(defaultRetention.rules["looked-after"]?.years.verified).toBe(false)
  })

  it("other children's records have no date, so they are never due", () => {
    fc.assert(
      fc.property(facts, days, (known, asOf) => {
        fc.pre(!known.wasInCare && known.caseStatus !== "looked-after")
        const retention = retentionOf(known, defaultRetention)
        expect(retention._tag).toBe(known.caseStatus === undefined ? "NotKnown" : "NoRule")
        expect(isReached(retention, asOf)).toBe(false)
      })
    )
  })
})

describe("the rule", () => {
  it("counts a child missing from care as looked after, whatever the case status says now", () => {
    fc.assert(
      fc.property(facts, policies, (known, policy) => {
        const retention = retentionOf({ ...known, wasInCare: true }, policy)
        expect(retention).toMatchObject({ cohort: "looked-after" })
      })
    )
  })

  it("gives a date only from what is known, and never one for a cohort without a rule", () => {
    fc.assert(
      fc.property(facts, policies, (known, policy) => {
        const retention = retentionOf(known, policy)
        if (retention._tag === "NotKnown" && retention.wanting === "birth-date") expect(known.bornOn).toBeUndefined()
        if (retention._tag === "NotKnown" && retention.wanting === "case-status")
          expect(known.caseStatus).toBeUndefined()
        if (retention._tag === "NoRule") expect(policy.rules[retention.cohort]).toBeUndefined()
        if (retention._tag === "KeptUntil") {
          const from = retention.rule.from === "birth" ? known.bornOn : known.lastRecordedOn
          expect(from).toBeDefined()
          expect(retention.keptUntil).toBe(anniversary(from ?? CivilDay(0), retention.rule.years.value))
        }
      })
    )
  })

  it("has not run out on the last day, has on the next, and then for good", () => {
    fc.assert(
      fc.property(facts, policies, fc.nat(50_000), (known, policy, later) => {
        const retention = retentionOf(known, policy)
        const last = keptUntil(retention)
        fc.pre(last !== undefined)
        expect(isReached(retention, last ?? CivilDay(0))).toBe(false)
        expect(isReached(retention, addDays(last ?? CivilDay(0), 1 + later))).toBe(true)
      })
    )
  })
})

describe("what the rule goes by", () => {
  it.each([{ missing_from: "care" }, { case_status: "looked-after" }] as const)(
    "counts an imported episode as from care where it says %o",
    (facts) => {
      const row = { episode_id: EpisodeId.make("CS-1"), ...facts }
      const state = { ...emptyChildState, imported: [{ row, policy: rotherham }] }
      expect(retentionFacts(state, utc(2026, 6, 30), {}).wasInCare).toBe(true)
    }
  )

  it("is the London day something was last recorded, and the profile's facts", () => {
    const profile = { bornOn: civilDay(2011, 2, 28), caseStatus: "early-help" as const }
    expect(retentionFacts(emptyChildState, utc(2026, 6, 30, 23, 30), profile)).toEqual({
      ...profile,
      wasInCare: false,
      lastRecordedOn: civilDay(2026, 7, 1)
    })
  })
})

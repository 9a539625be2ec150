import { Option, Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  addDays,
  type CivilDay,
  civilDay,
  formatCivilDay,
  parseCivilDay,
  yearMonthDay
} from "../../src/calendar/index.ts"
import { checkPolicy, type Policy, packOn, packs, readBack, rotherham } from "../../src/policy/index.ts"

const check = (policy: object, today?: CivilDay) => Result.getOrThrow(checkPolicy(policy, today))

const source = (name: string, since: string, lastChecked = "2026-11-29") => ({ name, since, lastChecked })

const restingOn = (effectiveFrom: string, ...sources: NonNullable<Policy["sources"]>): Policy => ({
  ...rotherham,
  effectiveFrom,
  sources
})

describe("the sources of a policy", () => {
  it.each(Object.entries(packs))(
    "of the pack %s are all listed, all cited, and none is later than the pack",
    (_, pack) => {
      const { laterSources, unlisted } = check(pack, civilDay(2026, 11, 29))
      expect([laterSources, unlisted]).toEqual([[], []])
      for (const { name } of pack.sources ?? []) expect(JSON.stringify({ ...pack, sources: [] })).toContain(name)
    }
  )

  it("that are later than the policy are named, with what rests on them", () => {
    const before = { ...rotherham, effectiveFrom: "2012-01-01" }
    const later = check(before).laterSources
    expect(later.map(({ since }) => since)).toEqual([
      "2014-01-24",
      "2020",
      "2019",
      "2026-11-22",
      "2017",
      "2026-11-29",
      "2026-11-29"
    ])
    expect(later[2]).toEqual({
      name: "Rotherham 'Missing from Home, Care and School' scorecard",
      since: "2019",
      fields: ["interview.workingDays", "interview.measure", "triggers[0].count"]
    })
  })

  it("are later only where nothing of their year or month is before the policy's first day", () => {
    const scorecard = "Rotherham 'Missing from Home, Care and School' scorecard"
    const isLater = (effectiveFrom: string, since: string) =>
      check(restingOn(effectiveFrom, source(scorecard, since))).laterSources.length > 0
    expect([isLater("2018-12-31", "2019"), isLater("2019-01-01", "2019")]).toEqual([true, false])
    expect([isLater("2019-06-30", "2019-07"), isLater("2019-07-01", "2019-07")]).toEqual([true, false])
    expect([isLater("2019-07-01", "2019-07-02"), isLater("2019-07-02", "2019-07-02")]).toEqual([true, false])
  })

  it("that nothing rests on are not the policy's to begin after", () => {
    expect(check(restingOn("2012-01-01", source("A paper about school dinners", "2019"))).laterSources).toEqual([])
  })

  it("that a number does not name leave it unlisted, and without a list every number is", () => {
    const { sources: _, ...without } = rotherham
    const all = check(without).unlisted
    expect(all.map(({ field }) => field)).toContain("interview.hours")
    const [statutory, ...others] = rotherham.sources ?? []
    const kept = { ...rotherham, sources: others }
    expect(statutory?.name).toContain("Statutory guidance")
    expect(check(kept).unlisted).toEqual([])
    const made = { ...rotherham.futureToleranceMinutes, source: "A colleague said so" }
    expect(check({ ...rotherham, futureToleranceMinutes: made }).unlisted).toEqual([
      { field: "futureToleranceMinutes", source: "A colleague said so" }
    ])
  })

  it("whose last check is older than the policy's months are named once a day is given", () => {
    const stale = (today: CivilDay) => check(rotherham, today).staleSources.map(({ lastChecked }) => lastChecked)
    expect(check(rotherham).staleSources).toEqual([])
    expect(stale(civilDay(2027, 11, 22))).toEqual([])
    expect(new Set(stale(civilDay(2027, 11, 23)))).toEqual(new Set(["2026-11-22"]))
    expect(stale(civilDay(2027, 11, 30))).toHaveLength(rotherham.sources?.length ?? 0)
    const { sourceCheckMonths: _, ...never } = rotherham
    expect(check(never, civilDay(2099, 1, 1)).staleSources).toEqual([])
  })

  it("are stale from a day on, and never again fresh, whatever the months", () => {
    const months = fc.integer({ min: 1, max: 40 })
    const checkedOn = fc.integer({ min: civilDay(2014, 1, 1), max: civilDay(2030, 1, 1) })
    fc.assert(
      fc.property(months, checkedOn, fc.nat(2_000), (value, from, days) => {
        const lastChecked = formatCivilDay(from as CivilDay)
        const policy = {
          ...restingOn("2026-11-29", source("Our reading", "2014", lastChecked)),
          sourceCheckMonths: { value, source: "Made up", verified: false }
        }
        const isStale = (day: CivilDay) => check(policy, day).staleSources.length > 0
        const today = addDays(from as CivilDay, days)
        const { year, month, day } = yearMonthDay(from as CivilDay)
        const at = year * 12 + month - 1 + value
        const limit = [Math.floor(at / 12), (at % 12) + 1, day]
        const { year: y, month: m, day: d } = yearMonthDay(today)
        expect(isStale(today)).toBe(isAfter([y, m, d], limit))
        if (isStale(today)) expect(isStale(addDays(today, 1))).toBe(true)
      })
    )
  })

  it("are refused with a day that does not exist, too early a check or one name twice", () => {
    const faults = (...sources: NonNullable<Policy["sources"]>) =>
      Result.match(checkPolicy(restingOn("2026-11-29", ...sources)), {
        onFailure: (found) => found.map(({ field }) => field),
        onSuccess: () => []
      })
    expect(faults(source("One", "2019"), source("Two", "2019-02"))).toEqual([])
    expect(faults(source("One", "2019-02-30"))).toEqual(["sources[0].since"])
    expect(faults(source("One", "2019-13"))).toEqual(["sources[0].since"])
    expect(faults(source("One", "2019", "2026-02-30"))).toEqual(["sources[0].lastChecked"])
    expect(faults(source("One", "2026-11-30"))).toEqual(["sources[0].lastChecked"])
    expect(faults(source("One", "2019"), source("One", "2020"))).toEqual(["sources[1].name"])
  })
})

const isAfter = (a: ReadonlyArray<number>, b: ReadonlyArray<number>): boolean => {
  const at = a.findIndex((part, index) => part !== b[index])
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0)
}

describe("a pack for a day", () => {
  const day = (text: string): CivilDay => Option.getOrThrow(parseCivilDay(text))

  it("is the pack itself from its first day on, and before that the same numbers read back", () => {
    expect(packOn("rotherham", day(rotherham.effectiveFrom))).toBe(rotherham)
    const before = packOn("rotherham", day("2025-06-01"))
    expect(before).toEqual(readBack(rotherham))
    expect([before.effectiveFrom, before.effectiveTo]).toEqual(["2014-01-24", "2026-11-28"])
    expect(before.interview).toEqual(rotherham.interview)
    expect(packOn("rotherham", day("2012-03-01"))).toEqual(before)
  })

  it("is in order read back, and names what it begins before", () => {
    for (const pack of Object.values(packs)) {
      const { laterSources } = check(readBack(pack))
      expect(laterSources.map(({ name }) => name)).toContain("Working choice")
    }
  })
})

import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { holidaysByPackage, projectionFile, regionOf } from "../../scripts/projection.ts"
import { bankHolidaysOf, calendars, dayOfWeek, formatCivilDay, type Nation, nations } from "../../src/calendar/index.ts"
import { holidaysByRule } from "./holidaysByRule.ts"
import { type Disagreement, disagreementsWithPackage, disagreementsWithRules } from "./knownDisagreements.ts"

const yearsFrom = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index)
const publishedYears = yearsFrom(2012, 2028)
const projectedYears = yearsFrom(2029, 2040)

const holidaysOf = (nation: Nation, years: ReadonlyArray<number>) =>
  years.flatMap((year) => bankHolidaysOf(calendars[nation], year))
const datesOf = (nation: Nation, years: ReadonlyArray<number>) =>
  holidaysOf(nation, years).map(({ day }) => formatCivilDay(day))

type Difference = Pick<Disagreement, "nation" | "date" | "only">

const differences = (nation: Nation, others: ReadonlyArray<string>): ReadonlyArray<Difference> => {
  const ours = datesOf(nation, publishedYears)
  return [
    ...ours.filter((date) => !others.includes(date)).map((date) => ({ nation, date, only: "gov.uk" }) as const),
    ...others.filter((date) => !ours.includes(date)).map((date) => ({ nation, date, only: "other" }) as const)
  ].sort((a, b) => (a.date < b.date ? -1 : 1))
}

const known = (nation: Nation, list: ReadonlyArray<Disagreement>): ReadonlyArray<Difference> =>
  list
    .filter((entry) => entry.nation === nation)
    .map(({ date, only }) => ({ nation, date, only }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))

describe.each(nations)("the bank holidays of %s", (nation) => {
  const yearly = { "england-and-wales": 8, scotland: 9, "northern-ireland": 10 }[nation]

  it("are days on weekdays, in order, each once", () => {
    const days = holidaysOf(nation, yearsFrom(2012, 2040)).map(({ day }) => day)
    expect(days.filter((day) => dayOfWeek(day) % 6 === 0)).toEqual([])
    expect(days).toEqual([...new Set(days)].sort((a, b) => a - b))
  })

  it.each(publishedYears)("are published for %i, as many as every year and those proclaimed for that one", (year) => {
    const ofTheYear = bankHolidaysOf(calendars[nation], year)
    expect(ofTheYear.every(({ source }) => source === "gov.uk")).toBe(true)
    expect(ofTheYear.filter(({ kind }) => kind !== "extra")).toHaveLength(yearly)
  })

  it.each(projectedYears)("are projected for %i, with none proclaimed", (year) => {
    const ofTheYear = bankHolidaysOf(calendars[nation], year)
    expect(ofTheYear.every(({ source, kind }) => source === "projected" && kind !== "extra")).toBe(true)
    expect(ofTheYear).toHaveLength(yearly)
  })

  it("are not known before 2012 or after 2040", () => {
    expect(datesOf(nation, [2011, 2041])).toEqual([])
  })

  it("have the same yearly titles every year, published or projected", () => {
    const titlesIn = (year: number) =>
      bankHolidaysOf(calendars[nation], year)
        .filter(({ kind }) => kind !== "extra")
        .map(({ title }) => title.replace(" (VE day)", ""))
        .sort()
    for (const year of yearsFrom(2013, 2040)) expect(titlesIn(year)).toEqual(titlesIn(2012))
  })

  it("are those of date-holidays from 2012 to 2028, but for the disagreements known by name", () => {
    const theirs = holidaysByPackage(regionOf[nation], 2012, 2028).map(([date]) => date)
    expect(differences(nation, theirs)).toEqual(known(nation, disagreementsWithPackage))
  })

  it("follow the rules from 2012 to 2028, but for the moved or proclaimed days named here", () => {
    const theirs = publishedYears.flatMap((year) => holidaysByRule(nation, year))
    expect(differences(nation, theirs)).toEqual(known(nation, disagreementsWithRules))
  })

  it("are those of the rules, every day, where they are projected", () => {
    expect(datesOf(nation, projectedYears)).toEqual(projectedYears.flatMap((year) => holidaysByRule(nation, year)))
  })
})

it("every known disagreement has a reason", () => {
  for (const { because } of disagreementsWithRules) expect(because).toMatch(/\w{3,} \w{2,}/)
})

describe("the days proclaimed for one year", () => {
  it.each([
    ["england-and-wales", ["2012-06-05", "2022-06-03", "2022-09-19", "2023-05-08"]],
    ["scotland", ["2012-06-05", "2022-06-03", "2022-09-19", "2023-05-08", "2026-06-15"]],
    ["northern-ireland", ["2012-06-05", "2022-06-03", "2022-09-19", "2023-05-08"]]
  ] as const)("in %s", (nation, dates) => {
    const extra = holidaysOf(nation, publishedYears).filter(({ kind }) => kind === "extra")
    expect(extra.map(({ day }) => formatCivilDay(day))).toEqual(dates)
  })
})

describe("a substitute day", () => {
  it("is the Monday or Tuesday after a weekend, never the Saturday or Sunday itself", () => {
    for (const nation of nations) {
      const substitutes = holidaysOf(nation, yearsFrom(2013, 2040)).filter(({ kind }) => kind === "substitute")
      expect(substitutes.length).toBeGreaterThan(15)
      expect(substitutes.filter(({ day }) => dayOfWeek(day) !== 1 && dayOfWeek(day) !== 2)).toEqual([])
    }
  })
})

describe("the generator", () => {
  const file = new URL("../../src/calendar/projected.ts", import.meta.url)

  it("writes the same bytes again", () => {
    expect(projectionFile()).toBe(readFileSync(file, "utf8"))
  })

  it("marks the file as generated, and as a projection", () => {
    expect(projectionFile()).toMatch(/^\/\*\*\n \* Generated by .*: do not edit\.\n/)
    expect(projectionFile()).toContain("GOV.UK has not published them")
  })

  it.each(["XXX", "", "eng", "GB"])(
    "refuses the region '%s', of which the package would make all of them",
    (region) => {
      expect(() => holidaysByPackage(region, 2026, 2026)).toThrow(
        `date-holidays knows no region ${region}. It knows ALD, ENG, NIR, SCT, WLS.`
      )
    }
  )

  it("asks for public holidays only: no Mothering Sunday, no Burns Night", () => {
    const titles = holidaysByPackage("SCT", 2026, 2026).map(([, title]) => title)
    expect(titles).toHaveLength(9)
    expect(titles).not.toContain("Burns Night")
  })

  it("has one list for England and for Wales", () => {
    expect(holidaysByPackage("WLS", 2012, 2040)).toEqual(holidaysByPackage("ENG", 2012, 2040))
  })
})

import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, type CivilDay, civilDay, dayOfWeek, formatCivilDay } from "../../../src/calendar/index.ts"
import { countSchoolDays, schoolDayOn, type TermDate, termDateFault } from "../../../src/education/index.ts"
import { day } from "../caseTexts.ts"

const SOURCE = "Made-up council, school term dates"

const date = (kind: TermDate["kind"], from: string, to: string, name: string, school?: string): TermDate => ({
  kind,
  from: day(from),
  to: day(to),
  name,
  source: SOURCE,
  ...(school === undefined ? {} : { school })
})

/** An autumn and a spring as a council may publish them, and a school that has a day and a week of its own. */
const dates: ReadonlyArray<TermDate> = [
  date("term", "2026-09-01", "2026-12-18", "Autumn term"),
  date("inset", "2026-09-01", "2026-09-01", "Training day"),
  date("holiday", "2026-10-26", "2026-10-30", "Half term"),
  date("holiday", "2026-12-19", "2027-01-03", "Christmas holiday"),
  date("term", "2027-01-04", "2027-03-25", "Spring term"),
  date("holiday", "2026-10-19", "2026-10-23", "Half term", "Made-up Academy"),
  date("term", "2026-10-26", "2026-10-30", "Autumn term", "Made-up Academy"),
  date("inset", "2026-11-02", "2026-11-02", "Training day", "Made-up Academy")
]

const count = (from: string, number: number, more: { school?: string; isFromCounted?: boolean } = {}) =>
  Result.getOrThrow(countSchoolDays({ dates, from: day(from), count: number, ...more }))

const lastDay = (...question: Parameters<typeof count>): string | undefined => {
  const { lastDay: last } = count(...question)
  return last === undefined ? undefined : formatCivilDay(last)
}

describe("school days", () => {
  it("are counted on term dates, each day with what it was", () => {
    const { days, lastDay: last, gap } = count("2026-10-22", 2)
    expect(days.map((one) => [formatCivilDay(one.day), "counted" in one ? one.counted : one.skipped])).toEqual([
      ["2026-10-23", 1],
      ["2026-10-24", "Saturday"],
      ["2026-10-25", "Sunday"],
      ["2026-10-26", "Half term"],
      ["2026-10-27", "Half term"],
      ["2026-10-28", "Half term"],
      ["2026-10-29", "Half term"],
      ["2026-10-30", "Half term"],
      ["2026-10-31", "Saturday"],
      ["2026-11-01", "Sunday"],
      ["2026-11-02", 2]
    ])
    expect([last, gap]).toEqual([day("2026-11-02"), undefined])
  })

  it("are a school's own where it has any on a day, and the council's elsewhere", () => {
    expect(lastDay("2026-10-16", 10)).toBe("2026-11-06")
    expect(lastDay("2026-10-16", 10, { school: "Made-up Academy" })).toBe("2026-11-09")
    expect(lastDay("2026-10-16", 10, { school: "Another school" })).toBe("2026-11-06")
  })

  it("leave the first day out unless it is asked for", () => {
    expect(lastDay("2026-09-07", 1)).toBe("2026-09-08")
    expect(lastDay("2026-09-07", 1, { isFromCounted: true })).toBe("2026-09-07")
    expect(lastDay("2026-09-05", 1, { isFromCounted: true })).toBe("2026-09-07")
  })

  it("are never training days or bank holidays, though a term covers them", () => {
    expect(lastDay("2026-08-31", 1, { isFromCounted: true })).toBe("2026-09-02")
    const may = { dates: [date("term", "2027-04-12", "2027-05-28", "Summer term")] }
    expect(schoolDayOn(may, day("2027-05-03"))).toEqual({ _tag: "NotInSchool", because: "Early May bank holiday" })
  })

  it("stop at the first day that no date covers, and guess nothing", () => {
    const { lastDay: last, counted, gap, days } = count("2027-03-23", 5)
    expect([last, counted, gap]).toEqual([undefined, 2, day("2027-03-30")])
    expect(days.at(-1)?.day).toBe(addDays(gap ?? (0 as CivilDay), -1))
    expect(schoolDayOn({ dates }, gap ?? (0 as CivilDay))).toEqual({ _tag: "NotKnown" })
  })

  it("are refused for a number that is none", () => {
    for (const number of [0, -1, 1.5, 201, Number.NaN]) {
      expect(countSchoolDays({ dates, from: day("2026-09-07"), count: number })).toMatchObject({
        failure: { field: "count" }
      })
    }
  })

  it("end where another reckoning ends, for any made-up year", () => {
    const start = civilDay(2026, 9, 1)
    const span = fc.record({ at: fc.integer({ min: 0, max: 300 }), length: fc.integer({ min: 0, max: 60 }) })
    const spans = fc.array(span, { maxLength: 6 })
    fc.assert(
      fc.property(
        spans,
        spans,
        spans,
        fc.integer({ min: 0, max: 250 }),
        fc.integer({ min: 1, max: 30 }),
        (...given) => {
          const [terms, holidays, insets, from, number] = given
          const rows = [["term", terms] as const, ["holiday", holidays] as const, ["inset", insets] as const]
          const made = rows.flatMap(([kind, list]) =>
            list.map(
              ({ at, length }): TermDate => ({
                kind,
                from: addDays(start, at),
                to: addDays(start, at + length),
                name: kind,
                source: SOURCE
              })
            )
          )
          const bankHolidays = [
            "2026-12-25",
            "2026-12-28",
            "2027-01-01",
            "2027-03-26",
            "2027-03-29",
            "2027-05-03",
            "2027-05-31",
            "2027-08-30"
          ]
          const isIn = (list: typeof terms, place: number) =>
            list.some(({ at, length }) => at <= place && place <= at + length)
          let [place, left] = [from, number]
          let stoppedAt: number | undefined
          while (left > 0 && stoppedAt === undefined) {
            place += 1
            const weekday = dayOfWeek(addDays(start, place))
            const isClosed =
              weekday === 0 || weekday === 6 || bankHolidays.includes(formatCivilDay(addDays(start, place)))
            if (isClosed || isIn(insets, place) || isIn(holidays, place)) continue
            if (isIn(terms, place)) left -= 1
            else stoppedAt = place
          }
          const ours = Result.getOrThrow(countSchoolDays({ dates: made, from: addDays(start, from), count: number }))
          expect(ours.gap).toBe(stoppedAt === undefined ? undefined : addDays(start, stoppedAt))
          expect(ours.lastDay).toBe(stoppedAt === undefined ? addDays(start, place) : undefined)
          expect(ours.counted).toBe(number - left)
        }
      )
    )
  })
})

describe("a stretch of term dates", () => {
  it("is refused where it ends before it begins, or a year late", () => {
    const fault = (from: string, to: string) => termDateFault(date("term", from, to, "Autumn term"))
    expect(fault("2026-09-01", "2026-12-18")).toBeUndefined()
    expect(fault("2026-09-01", "2026-08-31")).toContain("ends before it begins")
    expect(fault("2026-09-01", "2027-12-18")).toContain("longer than a year")
  })
})

import { Option } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { CivilDay } from "../../src/calendar/civilDay.ts"
import { formatCivilDay } from "../../src/calendar/index.ts"
import { ChildReference, personalIn } from "../../src/pathway/index.ts"

const read = (reference: string) => Option.getOrUndefined(personalIn(ChildReference.make(reference)))

describe("a case reference", () => {
  it.each([
    "LCS-10432",
    "lcs-10432",
    "MADE-UP-2",
    "P/1204/77",
    "10432",
    "12032011",
    "LCS-2026-0012",
    "mosaic-77",
    "LL.1-99-7"
  ])("%s may be used", (reference) => expect(read(reference)).toBeUndefined())

  it.each(["12-03-2011", "12/3/11", "2011.03.12", "LCS-12-03-2011", "1-1-09"])(
    "%s looks like a birth date",
    (reference) => expect(read(reference)).toBe("birth-date")
  )

  it.each(["12_03_2011", "2011-3-1", "29-02-2012", "01-01-2000", "31-12-99", "7/LCS/12.03.2011", "2011-03-12-a"])(
    "%s looks like a birth date, whatever stands beside it",
    (reference) => expect(read(reference)).toBe("birth-date")
  )

  it.each([
    ["no such day", "31-02-2011", "29-02-2011", "12-13-2011", "0-3-2011", "2011-02-30", "2011-13-01", "2011-00-10"],
    ["a case's number in a month", "2026-01-0012", "2026-01-012", "012-03-2011"],
    ["two marks that differ", "12-03.2011", "12/03-2011", "2011.03-12"],
    ["a year of one or three digits", "12-03-1", "12-03-201", "2011-03-123", "201-03-12"],
    [
      "more digits than a date has",
      "112-03-2011",
      "12-03-20112",
      "12-103-2011",
      "12011-03-12",
      "2011-03-1234",
      "123-4-11"
    ]
  ])("with %s is no date", (_, ...references) => expect(references.map(read)).toEqual(references.map(() => undefined)))

  it.each([
    "Emma2009",
    "emma.jones09",
    "Emma-Jones-1",
    "LCS-Emma-1",
    "o/emma-jones-9",
    "Amy1",
    "9Emma",
    "1-emma_jones",
    "emma/lee1",
    "9lee-amy",
    "1.Emma"
  ])("%s looks like a name", (reference) => expect(read(reference)).toBe("name"))

  it.each([
    ["a prefix with one or two small letters", "Cs-10432", "LCs-10432", "lcs-ab-1", "ab-lcs-1", "Ab-cde-1"],
    ["capitals before its small letters", "LCSab-1", "LCSmis-1", "XEmma-1", "LCSabc-def-1"],
    ["one word in small letters", "mosaic1-2", "emma2009", "lcs1-emma"],
    ["nothing, or no mark, between two words", "mosaiclcs1", "lcs1lcs", "lcs--lcs1"]
  ])("with %s may be used", (_, ...references) => expect(references.map(read)).toEqual(references.map(() => undefined)))

  it("is no day of the years in which children are born, however people write it", () => {
    const days = fc.integer({ min: 10_000, max: 25_000 }).map((day) => CivilDay(day))
    fc.assert(
      fc.property(days, fc.constantFrom("-", ".", "/"), (day, mark) => {
        const [year = "", month = "", date = ""] = formatCivilDay(day).split("-")
        expect(read([year, month, date].join(mark))).toBe("birth-date")
        expect(read([Number(date), Number(month), year].join(mark))).toBe("birth-date")
      })
    )
  })

  it("of letters in capitals and a number is never taken for someone", () => {
    const prefixes = fc.stringMatching(/^[A-Z]{1,6}$/)
    fc.assert(
      fc.property(prefixes, fc.nat(), (prefix, number) => {
        expect(read(`${prefix}-${number}`)).toBeUndefined()
      })
    )
  })
})

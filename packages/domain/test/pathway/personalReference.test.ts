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

  it.each(["Emma2009", "emma.jones09", "Emma-Jones-1", "LCS-Emma-1", "o/emma-jones-9"])(
    "%s looks like a name",
    (reference) => expect(read(reference)).toBe("name")
  )

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

  it("of letters in capitals and a number is never taken for somebody", () => {
    const prefixes = fc.stringMatching(/^[A-Z]{1,6}$/)
    fc.assert(
      fc.property(prefixes, fc.nat(), (prefix, number) => {
        expect(read(`${prefix}-${number}`)).toBeUndefined()
      })
    )
  })
})

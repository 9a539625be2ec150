import Holidays from "date-holidays"
import { Option } from "effect"
import { describe, expect, it } from "vitest"
import { englandAndWalesHolidays, PUBLISHED_THROUGH } from "../../src/calendar/englandAndWalesHolidays.ts"
import { dayOfWeek, parseCivilDay } from "../../src/calendar/index.ts"

const FIRST_YEAR = 2012
const LAST_YEAR = 2028
const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index)

const dates = englandAndWalesHolidays.map(([date]) => date)
const weekdayOf = (date: string): number => dayOfWeek(Option.getOrThrow(parseCivilDay(date)))
const isWeekend = (date: string): boolean => weekdayOf(date) === 0 || weekdayOf(date) === 6

describe("the bank holidays of England and Wales", () => {
  it("are days that exist, on weekdays, in order, each once", () => {
    expect(dates.filter(isWeekend)).toEqual([])
    expect(dates).toEqual([...new Set(dates)].sort())
  })

  it.each(years)("are eight or more in %i", (year) => {
    const ofTheYear = dates.filter((date) => date.startsWith(`${year}-`))
    expect(ofTheYear.length).toBeGreaterThanOrEqual(8)
    expect(ofTheYear.length).toBeLessThanOrEqual(10)
  })

  it("are told for every year that counts as published, and for no other", () => {
    expect([...new Set(dates.map((date) => Number(date.slice(0, 4))))]).toEqual(years)
    expect(PUBLISHED_THROUGH).toBe(`${LAST_YEAR}-12-31`)
  })

  it("have New Year, both Easter days, three Mondays or their stand-ins, Christmas and Boxing Day every year", () => {
    const yearly = ["New Year", "Good Friday", "Easter Monday", "Early May", "Spring", "Summer", "Christmas", "Boxing"]
    const absent = years.flatMap((year) =>
      yearly
        .filter(
          (name) =>
            !englandAndWalesHolidays.some(([date, title]) => date.startsWith(`${year}-`) && title.startsWith(name))
        )
        .map((name) => `${year} ${name}`)
    )
    expect(absent).toEqual([])
  })

  /**
   * The known disagreements with the `date-holidays` package, by name. GOV.UK moved the spring bank holiday of 2012
   * to 4 June, beside the Diamond Jubilee; the package leaves it on 28 May. A new disagreement fails here.
   */
  it("are those of date-holidays, but for the spring bank holiday of 2012", () => {
    const theirs = new Holidays("GB", "ENG", { types: ["public"] })
    const theirDates = years
      .flatMap((year) => theirs.getHolidays(year).map(({ date }) => date.slice(0, 10)))
      .filter((date) => !isWeekend(date))
    const onlyTheirs = theirDates.filter((date) => !dates.includes(date))
    const onlyOurs = dates.filter((date) => !theirDates.includes(date))
    expect({ onlyTheirs, onlyOurs }).toEqual({ onlyTheirs: ["2012-05-28"], onlyOurs: ["2012-06-04"] })
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  addHours,
  CivilDay,
  civilDay,
  formatCivilDay,
  formatInstant,
  Instant,
  londonClock,
  londonDayOf,
  londonOffset,
  londonTimeOn,
  startOfLondonDay
} from "../../src/calendar/index.ts"

const HOUR = 3_600_000

const london = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  weekday: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23"
})

/** What a clock in London shows, by the host's zone data: `Sun 2026-03-29 02:00`. */
const byZoneData = (instant: number): string => {
  const part = Object.fromEntries(london.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${part["weekday"]} ${part["year"]}-${part["month"]}-${part["day"]} ${part["hour"]}:${part["minute"]}`
}

const two = (value: number) => String(value).padStart(2, "0")

const byTheRule = (instant: Instant): string => {
  const { year, month, day, weekday, hour, minute } = londonClock(instant)
  const name = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][weekday]
  return `${name} ${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`
}

/** The weeks in which London's clocks can change: 22 March to 3 April and 22 October to 3 November. */
const hoursOfClockChangeWeeks = function* () {
  for (let year = 2012; year <= 2035; year += 1) {
    for (const month of [2, 9]) {
      const from = Date.UTC(year, month, 22)
      for (let hour = 0; hour < 13 * 24; hour += 1) yield Instant(from + hour * HOUR)
    }
  }
}

const instants = fc
  .integer({ min: Date.UTC(2002, 0, 1), max: Date.UTC(2037, 11, 31) })
  .map((milliseconds) => Instant(milliseconds))

describe("London time", () => {
  it("agrees with the host's zone data every hour of every clock-change week from 2012 to 2035", () => {
    const disagreements: Array<string> = []
    for (const instant of hoursOfClockChangeWeeks()) {
      if (byTheRule(instant) !== byZoneData(instant)) disagreements.push(formatInstant(instant))
    }
    expect(disagreements).toEqual([])
  })

  it("agrees with the host's zone data at any moment", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(byTheRule(instant)).toBe(byZoneData(instant))
        expect(byZoneData(instant)).toContain(formatCivilDay(londonDayOf(instant)))
      }),
      { numRuns: 500 }
    )
  })

  it("changes at 01:00 GMT, to the millisecond", () => {
    const spring = Instant(Date.UTC(2026, 2, 29, 1))
    const autumn = Instant(Date.UTC(2026, 9, 25, 1))
    expect([londonOffset(Instant(spring - 1)), londonOffset(spring)]).toEqual([0, HOUR])
    expect([londonOffset(Instant(autumn - 1)), londonOffset(autumn)]).toEqual([HOUR, 0])
  })
})

describe("the start of a London day", () => {
  it("is the first moment of that day, every day from 2012 to 2035", () => {
    const wrong: Array<string> = []
    for (let day = civilDay(2012, 1, 1); day <= civilDay(2035, 12, 31); day = CivilDay(day + 1)) {
      const start = startOfLondonDay(day)
      const isFirst = londonDayOf(start) === day && londonDayOf(Instant(start - 1)) === day - 1
      if (!isFirst || !byZoneData(start).endsWith("00:00")) wrong.push(formatCivilDay(day))
    }
    expect(wrong).toEqual([])
  })

  it("is the same by the table and by the rule: before 2002, after 2101, and at both edges", () => {
    const wrong: Array<string> = []
    for (const year of [1985, 2001, 2002, 2101, 2102, 2150]) {
      for (let day = civilDay(year, 1, 1); day <= civilDay(year, 12, 31); day = CivilDay(day + 1)) {
        const start = startOfLondonDay(day)
        const isFirst = londonDayOf(start) === day && londonDayOf(Instant(start - 1)) === day - 1
        const isMidnight = londonClock(start).hour === 0 && start === londonTimeOn(day, 0)
        if (!isFirst || !isMidnight) wrong.push(formatCivilDay(day))
      }
    }
    expect(wrong).toEqual([])
    expect(formatInstant(startOfLondonDay(civilDay(2150, 7, 1)))).toBe("2150-06-30T23:00:00.000Z")
    expect(formatInstant(startOfLondonDay(civilDay(2150, 12, 1)))).toBe("2150-12-01T00:00:00.000Z")
  })

  it("makes a day of 23 hours in March and of 25 in October", () => {
    const length = (year: number, month: number, day: number) => {
      const today = civilDay(year, month, day)
      return (startOfLondonDay(CivilDay(today + 1)) - startOfLondonDay(today)) / HOUR
    }
    expect([length(2026, 3, 29), length(2026, 10, 25), length(2026, 6, 21)]).toEqual([23, 25, 24])
  })

  it("is an hour before midnight UTC in summer", () => {
    expect(formatInstant(startOfLondonDay(civilDay(2026, 7, 1)))).toBe("2026-06-30T23:00:00.000Z")
    expect(londonDayOf(addHours(startOfLondonDay(civilDay(2026, 7, 1)), 24))).toBe(civilDay(2026, 7, 2))
  })
})

describe("a time on a London day", () => {
  const shown = (year: number, month: number, day: number, minutes: number) =>
    formatInstant(londonTimeOn(civilDay(year, month, day), minutes))

  it("is the moment a London clock shows it, in winter and in summer", () => {
    expect(shown(2026, 11, 19, 17 * 60)).toBe("2026-11-19T17:00:00.000Z")
    expect(shown(2026, 7, 9, 17 * 60 + 30)).toBe("2026-07-09T16:30:00.000Z")
    expect(shown(2026, 7, 9, 0)).toBe("2026-07-08T23:00:00.000Z")
    expect(shown(2026, 7, 9, 1_439)).toBe("2026-07-09T22:59:00.000Z")
  })

  it("that comes twice is the first of the two, and one that is skipped is an hour later", () => {
    expect(shown(2026, 10, 25, 90)).toBe("2026-10-25T00:30:00.000Z")
    expect(shown(2026, 10, 25, 120)).toBe("2026-10-25T02:00:00.000Z")
    expect(shown(2026, 3, 29, 59)).toBe("2026-03-29T00:59:00.000Z")
    expect(shown(2026, 3, 29, 90)).toBe("2026-03-29T01:30:00.000Z")
    expect(shown(2026, 3, 29, 120)).toBe("2026-03-29T01:00:00.000Z")
  })
})

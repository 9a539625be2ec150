import {
  CivilDay,
  civilDay,
  dayOfWeek,
  Instant,
  londonClock,
  londonDayOf,
  londonOffset,
  utc,
  yearMonthDay
} from "@safe-return/domain/calendar"
import fc from "fast-check"
import { afterEach, describe, expect, it } from "vitest"
import {
  datesSeenFrom,
  londonDateTime,
  londonDateTimeInFull,
  londonDay,
  londonDayInFull,
  londonTimeOfDay
} from "../src/londonDates.ts"

describe("londonDateTime", () => {
  it("reads GMT in winter and summer time in summer", () => {
    expect(londonDateTime(utc(2026, 11, 23, 18))).toBe("Mon 23 Nov 2026, 18:00")
    expect(londonDateTime(utc(2026, 7, 1, 23, 30))).toBe("Thu 2 Jul 2026, 00:30")
  })

  it("says which of the two 01:30s of the night the clocks go back, and of no other time", () => {
    expect(londonDateTime(utc(2026, 10, 25, 0, 30))).toBe("Sun 25 Oct 2026, 01:30 BST")
    expect(londonDateTime(utc(2026, 10, 25, 1, 30))).toBe("Sun 25 Oct 2026, 01:30 GMT")
    expect(londonDateTime(utc(2026, 10, 24, 23, 59))).toBe("Sun 25 Oct 2026, 00:59")
    expect(londonDateTime(utc(2026, 10, 25, 2))).toBe("Sun 25 Oct 2026, 02:00")
  })

  it("agrees with the host's own zone data at any minute", () => {
    const parts = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const
    const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const
    const inLondon = new Intl.DateTimeFormat("en-US", { ...parts, ...time, timeZone: "Europe/London" })
    fc.assert(
      fc.property(fc.integer({ min: utc(2012, 1, 1), max: utc(2032, 1, 1) }), (moment) => {
        const said = new Map(inLondon.formatToParts(moment).map(({ type, value }) => [type, value]))
        const [weekday, day, month, year] = ["weekday", "day", "month", "year"].map((part) => said.get(part as "day"))
        expect(londonDateTime(Instant(moment)).replace(/ (BST|GMT)$/, "")).toBe(
          `${weekday} ${day} ${month} ${year}, ${said.get("hour")}:${said.get("minute")}`
        )
      })
    )
  })
})

describe("londonDay", () => {
  it("names the day it is given, also at the clock changes", () => {
    expect(londonDay(civilDay(2026, 3, 29))).toBe("Sun 29 Mar 2026")
    expect(londonDay(CivilDay(0))).toBe("Thu 1 Jan 1970")
  })
})

describe("datesSeenFrom", () => {
  const { day, dateTime } = datesSeenFrom(utc(2026, 11, 23, 18))

  it("leaves out the year within six months, before and after", () => {
    expect(dateTime(utc(2026, 11, 26, 18))).toBe("Thu 26 Nov, 18:00")
    expect(dateTime(utc(2026, 5, 23, 17))).toBe("Sat 23 May, 18:00")
    expect(dateTime(utc(2027, 5, 23, 17))).toBe("Sun 23 May, 18:00")
    expect(day(civilDay(2027, 1, 1))).toBe("Fri 1 Jan")
  })

  it("says the year of any other moment", () => {
    expect(dateTime(Instant(utc(2026, 5, 23, 17) - 1))).toBe("Sat 23 May 2026, 17:59")
    expect(dateTime(Instant(utc(2027, 5, 23, 17) + 60_000))).toBe("Sun 23 May 2027, 18:01")
    expect(day(civilDay(2025, 11, 23))).toBe("Sun 23 Nov 2025")
  })
})

describe("londonDateTimeInFull", () => {
  it("names the zone at every time of the year", () => {
    expect(londonDateTimeInFull(utc(2026, 12, 23, 20))).toBe("Wednesday 23 December 2026, 20:00 GMT")
    expect(londonDateTimeInFull(utc(2026, 7, 1, 23, 30))).toBe("Thursday 2 July 2026, 00:30 BST")
  })
})

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
const months = "January February March April May June July August September October November December".split(" ")

const dayByDomain = (day: CivilDay, letters?: number): string => {
  const { year, month, day: ofMonth } = yearMonthDay(day)
  return `${weekdays[dayOfWeek(day)]?.slice(0, letters)} ${ofMonth} ${months[month - 1]?.slice(0, letters)} ${year}`
}

const timeByDomain = (instant: Instant): string => {
  const { hour, minute } = londonClock(instant)
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`
}

const agrees = (instant: Instant): boolean => {
  const day = londonDayOf(instant)
  const time = timeByDomain(instant)
  return (
    londonDateTime(instant).replace(/ (BST|GMT)$/, "") === `${dayByDomain(day, 3)}, ${time}` &&
    londonDateTimeInFull(instant) === `${dayByDomain(day)}, ${time} ${londonOffset(instant) === 0 ? "GMT" : "BST"}` &&
    londonDay(day) === dayByDomain(day, 3) &&
    londonDayInFull(day) === dayByDomain(day) &&
    londonTimeOfDay(instant) === time
  )
}

// Half of them lie within three hours of a clock change, where a wrong zone shows.
const changes = [2015, 2020, 2026, 2030].flatMap((year) => [utc(year, 3, 29, 1), utc(year, 10, 25, 1)])
const nearChange = fc
  .tuple(fc.constantFrom(...changes), fc.integer({ min: -180, max: 180 }))
  .map(([change, minutes]) => Instant(change + minutes * 60_000))
// The rule that the domain computes by holds from 2002.
const anyMinute = fc.integer({ min: utc(2002, 1, 1), max: utc(2037, 1, 1) }).map(Instant)

describe("a date that people read", () => {
  const hostZone = process.env["TZ"]
  afterEach(() => {
    if (hostZone === undefined) delete process.env["TZ"]
    else process.env["TZ"] = hostZone
  })

  it.each([
    ["UTC", 0],
    ["Europe/London", 0],
    ["America/New_York", 300],
    ["Pacific/Auckland", -780],
    ["Asia/Kolkata", -330]
  ])("is the domain's own London time on a host in %s", (zone, minutesBehind) => {
    process.env["TZ"] = zone
    expect(new Date(utc(2026, 1, 15)).getTimezoneOffset(), "the zone has taken hold").toBe(minutesBehind)
    fc.assert(fc.property(fc.oneof(nearChange, anyMinute), agrees), { numRuns: 500 })
  })
})

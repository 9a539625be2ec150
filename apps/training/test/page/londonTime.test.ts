import fc from "fast-check"
import { afterEach, describe, expect, it } from "vitest"
import {
  londonClockTime,
  londonDay,
  londonDayAndTime,
  londonTimeOfDay,
  momentsOf
} from "../../src/page/clock/londonTime.ts"

const secondsOf = (clockTime: string) => momentsOf(clockTime).map((ms) => Math.floor(ms / 1000))

/** How far a zone is behind UTC now, asked of the zone itself and not of the host. */
const offsetMinutesIn = (zone: string): number => {
  const now = Math.floor(Date.now() / 60_000) * 60_000
  const there = new Date(now).toLocaleString("sv-SE", { timeZone: zone })
  return (now - Date.parse(`${there.replace(" ", "T")}Z`)) / 60_000
}

describe("a London clock time as Unix seconds", () => {
  const hostZone = process.env["TZ"]
  afterEach(() => {
    if (hostZone === undefined) delete process.env["TZ"]
    else process.env["TZ"] = hostZone
  })

  it.each(["UTC", "Europe/London", "America/New_York", "Pacific/Auckland"])(
    "is the same in a browser in %s",
    (zone) => {
      process.env["TZ"] = zone
      expect(new Date().getTimezoneOffset(), "the zone has to take hold for this to prove anything").toBe(
        offsetMinutesIn(zone)
      )
      expect(secondsOf("2026-11-16T09:00")).toEqual([Date.UTC(2026, 10, 16, 9) / 1000])
      expect(secondsOf("2026-07-16T09:00")).toEqual([Date.UTC(2026, 6, 16, 8) / 1000])
    }
  )

  it("does not exist in the hour left out when the clocks go forward", () => {
    expect(secondsOf("2026-03-29T00:59")).toEqual([Date.UTC(2026, 2, 29, 0, 59) / 1000])
    expect(secondsOf("2026-03-29T01:00")).toEqual([])
    expect(secondsOf("2026-03-29T01:59")).toEqual([])
    expect(secondsOf("2026-03-29T02:00")).toEqual([Date.UTC(2026, 2, 29, 1) / 1000])
  })

  it("is two moments an hour apart, earlier first, when the clocks go back", () => {
    expect(secondsOf("2026-10-25T00:59")).toEqual([Date.UTC(2026, 9, 24, 23, 59) / 1000])
    expect(secondsOf("2026-10-25T01:30")).toEqual([
      Date.UTC(2026, 9, 25, 0, 30) / 1000,
      Date.UTC(2026, 9, 25, 1, 30) / 1000
    ])
    expect(secondsOf("2026-10-25T02:00")).toEqual([Date.UTC(2026, 9, 25, 2) / 1000])
  })

  it("is no moment when it is no time", () => {
    expect(momentsOf("")).toEqual([])
    expect(momentsOf("2026-02-30T09:00")).toEqual([])
    expect(momentsOf("16 November")).toEqual([])
  })

  it("comes back from every minute's own clock time", () => {
    const minutes = fc.integer({ min: Date.UTC(2012, 0, 1) / 60_000, max: Date.UTC(2029, 0, 1) / 60_000 })
    fc.assert(
      fc.property(minutes, (minute) => {
        expect(momentsOf(londonClockTime(minute * 60_000))).toContain(minute * 60_000)
      })
    )
  })

  it("comes back from every quarter of an hour around both clock changes", () => {
    for (const change of [Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1)]) {
      for (let quarter = -12; quarter <= 12; quarter++) {
        const ms = change + quarter * 15 * 60_000
        expect(momentsOf(londonClockTime(ms))).toContain(ms)
      }
    }
  })
})

describe("a moment in words", () => {
  it("is the London day and time, after midnight in summer already the next day", () => {
    expect(londonDayAndTime(Date.UTC(2026, 10, 16, 9))).toBe("Mon 16 Nov 2026, 09:00")
    expect(londonDayAndTime(Date.UTC(2026, 8, 1, 23, 5))).toBe("Wed 2 Sep 2026, 00:05")
    expect(londonDay(Date.UTC(2026, 8, 1, 23, 5))).toBe("Wednesday 2 September 2026")
    expect(londonTimeOfDay(Date.UTC(2026, 8, 1, 23, 5))).toBe("00:05")
  })
})

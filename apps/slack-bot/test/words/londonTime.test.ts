import { execFileSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { CivilDay, civilDay, Instant, utc } from "@safe-return/domain/calendar"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { daysInWords, hoursAndMinutes, londonDateTime, londonDay, timeToDeadline } from "../../src/words/londonTime.ts"

const MINUTE = 60_000
const HOUR = 60 * MINUTE

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

  it.each(["UTC", "Europe/London", "America/New_York", "Pacific/Auckland"])(
    "does not depend on a host in %s",
    (zone) => {
      const module = fileURLToPath(new URL("../../src/words/londonTime.ts", import.meta.url))
      const script = `import { londonDateTime, londonDay } from ${JSON.stringify(module)}
      console.log(londonDateTime(${utc(2026, 7, 1, 23, 30)}) + " | " + londonDay(${civilDay(2026, 10, 25)}))`
      const said = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
        encoding: "utf8",
        env: { ...process.env, TZ: zone }
      })
      expect(said.trim()).toBe("Thu 2 Jul 2026, 00:30 | Sun 25 Oct 2026")
    }
  )
})

describe("londonDay", () => {
  it("names the day it is given, also at the clock changes", () => {
    expect(londonDay(civilDay(2026, 3, 29))).toBe("Sun 29 Mar 2026")
    expect(londonDay(CivilDay(0))).toBe("Thu 1 Jan 1970")
  })
})

describe("hoursAndMinutes", () => {
  it("keeps hours as hours, however many", () => {
    expect(hoursAndMinutes(71 * HOUR + 50 * MINUTE)).toBe("71 h 50 min")
    expect(hoursAndMinutes(72 * HOUR)).toBe("72 h")
    expect(hoursAndMinutes(240 * HOUR)).toBe("240 h")
    expect(hoursAndMinutes(40 * MINUTE)).toBe("40 min")
  })

  it("never rounds up to a whole that was not reached", () => {
    expect(hoursAndMinutes(72 * HOUR - 1)).toBe("71 h 59 min")
    expect(hoursAndMinutes(59_999)).toBe("less than a minute")
  })
})

describe("daysInWords", () => {
  it("puts the days of a sentence in words, and leaves what is no day", () => {
    expect(daysInWords("added on 2026-10-01, from 2026-12-24 to 2027-01-03")).toBe(
      "added on Thu 1 Oct 2026, from Thu 24 Dec 2026 to Sun 3 Jan 2027"
    )
    expect(daysInWords("SYP-2026-0112-30 on 2026-02-30")).toBe("SYP-2026-0112-30 on 2026-02-30")
  })
})

describe("timeToDeadline", () => {
  const dueAt = utc(2026, 11, 26, 18)

  it("is not overdue at the deadline itself, and is a millisecond later", () => {
    expect(timeToDeadline(dueAt, dueAt)).toBe("in less than a minute")
    expect(timeToDeadline(dueAt, Instant(dueAt + 1))).toBe("less than a minute overdue")
  })

  it("says how long is left and how long is gone", () => {
    expect(timeToDeadline(dueAt, Instant(dueAt - 200 * MINUTE))).toBe("in 3 h 20 min")
    expect(timeToDeadline(dueAt, Instant(dueAt + 2 * HOUR))).toBe("2 h overdue")
  })
})

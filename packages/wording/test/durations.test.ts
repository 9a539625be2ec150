import { Instant, utc } from "@safe-return/domain/calendar"
import { describe, expect, it } from "vitest"
import { hoursAndMinutes, timeToDeadline } from "../src/durations.ts"

const MINUTE = 60_000
const HOUR = 60 * MINUTE

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

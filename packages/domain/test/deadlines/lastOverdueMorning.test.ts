import { Option } from "effect"
import { describe, expect, it } from "vitest"
import {
  addDays,
  calendars,
  civilDay,
  Instant,
  isWorkingDay,
  londonDayOf,
  londonTimeOn
} from "../../src/calendar/index.ts"
import { lastOverdueMorning } from "../../src/deadlines/index.ts"
import { rotherham } from "../../src/policy/index.ts"

const nine = (month: number, day: number) => londonTimeOn(civilDay(2026, month, day), 9 * 60)
const lastAt = (now: Instant, policy = rotherham) => Option.getOrUndefined(lastOverdueMorning(policy, now, calendars))

/** With a morning at another time, which waits for the office or does not. */
const morningAt = (value: string, kinds: ReadonlyArray<"overdue-morning">) => {
  const { reminders } = rotherham
  const changed = { ...reminders.hoursBefore, value }
  const statutory = { ...reminders.hoursBefore, value: kinds }
  return { ...rotherham, reminders: { ...reminders, overdueMornings: changed, statutory } }
}

describe("the last working morning on which what is overdue is said", () => {
  it.each([
    ["a millisecond before nine on a Tuesday", Instant(nine(11, 24) - 1), nine(11, 23)],
    ["at nine on a Tuesday", nine(11, 24), nine(11, 24)],
    ["before nine on a Monday", Instant(nine(11, 23) - 1), nine(11, 20)],
    ["on Christmas Day", nine(12, 25), nine(12, 24)],
    ["on Boxing Day, a Saturday", nine(12, 26), nine(12, 24)],
    ["on its substitute day, a Monday", nine(12, 28), nine(12, 24)],
    ["on the Tuesday after", nine(12, 29), nine(12, 29)]
  ])("is found %s", (_, now, morning) => {
    expect(lastAt(now)).toBe(morning)
  })

  it("waits for the office unless the policy says that it waits for nobody", () => {
    const eight = londonTimeOn(civilDay(2026, 11, 24), 8 * 60)
    expect(lastAt(eight, morningAt("08:00", ["overdue-morning"]))).toBe(eight)
    expect(lastAt(eight, morningAt("08:00", []))).toBe(nine(11, 23))
    expect(lastAt(nine(11, 24), morningAt("08:00", []))).toBe(nine(11, 24))
  })

  it("is never a day nobody works on, through a year", () => {
    for (let index = 0; index < 365; index += 1) {
      const now = londonTimeOn(addDays(civilDay(2026, 1, 5), index), 12 * 60)
      const last = lastAt(now)
      const isOnWorkingDay = last !== undefined && isWorkingDay(calendars["england-and-wales"], londonDayOf(last))
      expect(isOnWorkingDay && last <= now && now - last < 6 * 24 * 3_600_000).toBe(true)
    }
  })

  it("is none where the policy has none", () => {
    const { overdueMornings: _, ...reminders } = rotherham.reminders
    expect(lastAt(nine(11, 24), { ...rotherham, reminders } as typeof rotherham)).toBeUndefined()
  })
})

import { describe, expect, it } from "vitest"
import { civilDay, utc } from "../../src/calendar/index.ts"
import { type Availability, unavailabilityOf } from "../../src/escalation/index.ts"

const hours = { opens: "09:00", closes: "17:00" }
/** Leave over the day on which the clocks go back, Sunday 25 October 2026, until the day after. */
const leave = { from: civilDay(2026, 10, 24), to: civilDay(2026, 10, 26), for: "leave" } as const
const known: Availability = { pattern: { monday: hours, tuesday: hours }, away: [leave] }

describe("why someone is not there at a moment", () => {
  it.each([
    ["the last minute of the day before, by London's summer clock", utc(2026, 10, 23, 22, 59), undefined],
    ["the first minute of their leave", utc(2026, 10, 23, 23), "Away"],
    ["the last minute of their leave, by the winter clock", utc(2026, 10, 26, 23, 59), "Away"],
    ["the day after", utc(2026, 10, 27, 10), undefined]
  ])("%s", (_, at, tag) => {
    expect(unavailabilityOf({ away: [leave] }, at)?._tag).toBe(tag)
  })

  it.each([
    ["Monday at opening time in summer", utc(2026, 6, 1, 8), undefined],
    ["a minute before", utc(2026, 6, 1, 7, 59), "OutsideHours"],
    ["a minute before closing time", utc(2026, 6, 1, 15, 59), undefined],
    ["closing time", utc(2026, 6, 1, 16), "OutsideHours"],
    ["Wednesday", utc(2026, 6, 3, 10), "NoWorkingDay"]
  ])("%s", (_, at, tag) => {
    expect(unavailabilityOf(known, at)?._tag).toBe(tag)
  })

  it("nothing speaks against it where nothing is known", () => {
    expect(unavailabilityOf({ away: [] }, utc(2026, 6, 7, 3))).toBeUndefined()
  })
})

import { councilOn } from "@safe-return/casework"
import { calendars, formatInstant, type Instant, utc } from "@safe-return/domain/calendar"
import { rotherham } from "@safe-return/domain/policy"
import { formatMonth } from "@safe-return/domain/scorecard"
import { expect, it } from "vitest"
import { nextScorecardAt, scorecardDue } from "../../src/scorecard/scorecardDue.ts"

const council = councilOn({ authority: "Training council", policy: rotherham }, calendars)

const dueIn = (now: Instant): string => {
  const { month, at } = scorecardDue(council, now)
  return `${formatMonth(month)} ${formatInstant(at)}`
}

it.each([
  ["a month that begins on a working day", utc(2026, 12, 20), "2026-11 2026-12-01T08:30:00.000Z"],
  ["a month that begins on a Sunday", utc(2026, 11, 3), "2026-10 2026-11-02T08:30:00.000Z"],
  ["a January that begins with a bank holiday and a weekend", utc(2027, 1, 2), "2026-12 2027-01-04T08:30:00.000Z"],
  ["a month in summer time", utc(2026, 7, 9), "2026-06 2026-07-01T07:30:00.000Z"],
  ["the last hour of October in London", utc(2026, 10, 31, 23, 30), "2026-09 2026-10-01T07:30:00.000Z"]
])("in %s the scorecard is posted on its first working morning", (_, now, due) => {
  expect(dueIn(now)).toBe(due)
})

it("the next one falls due after a moment, in the same month or the one after", () => {
  expect(formatInstant(nextScorecardAt(council, utc(2026, 12, 1, 8)))).toBe("2026-12-01T08:30:00.000Z")
  expect(formatInstant(nextScorecardAt(council, utc(2026, 12, 1, 8, 30)))).toBe("2027-01-04T08:30:00.000Z")
})

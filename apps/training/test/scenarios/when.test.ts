import { utc } from "@safe-return/domain/calendar"
import { Option } from "effect"
import { expect, test } from "vitest"
import { faultOfWhen, momentOf, writtenTime } from "../../src/scenarios/when.ts"

const base = utc(2026, 11, 16, 9)

test.each([
  ["+2h", utc(2026, 11, 16, 11)],
  ["-1d6h30m", utc(2026, 11, 15, 2, 30)],
  ["2026-11-16 09:00", utc(2026, 11, 16, 9)],
  ["2026-07-01 09:00", utc(2026, 7, 1, 8)],
  ["2026-10-25 01:30 BST", utc(2026, 10, 25, 0, 30)],
  ["2026-10-25 01:30 GMT", utc(2026, 10, 25, 1, 30)]
] as const)("%s is one moment", (when, moment) => {
  expect(faultOfWhen(when)).toBeUndefined()
  expect(momentOf(when, base)).toEqual(Option.some(moment))
})

test.each([
  ["2026-10-25 01:30", "add BST or GMT"],
  ["2026-03-29 01:30", "no such time in London"],
  ["2026-07-01 09:00 GMT", "not on GMT"],
  ["2026-02-30 09:00", "no such time in London"],
  ["tomorrow", "Give a time such as"],
  ["+", "Give a time such as"]
])("%s is refused with a reason", (when, reason) => {
  expect(faultOfWhen(when)).toContain(reason)
})

test("a moment is read back as it was written, all through the night of a clock change", () => {
  for (let minutes = 0; minutes < 5 * 60; minutes += 15) {
    const moment = utc(2026, 10, 24, 23, minutes)
    expect(momentOf(writtenTime(moment), base)).toEqual(Option.some(moment))
  }
})

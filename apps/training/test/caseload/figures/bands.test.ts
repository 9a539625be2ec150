import { expect, test } from "vitest"
import { ageBand, ageBands, daysOf, durationBand, durationBands, yearsOf } from "../../../src/caseload/figures/bands.ts"

const DAY = 86_400_000

test("each duration band starts at its first 24-hour day and ends just before the next", () => {
  expect([1, 3, 8, 11, 16, 21, 31].map((day) => durationBand(day * DAY - 1))).toEqual(durationBands.slice(0, -1))
  expect([0, 1, 3, 8, 11, 16, 21, 31].map((day) => durationBand(day * DAY))).toEqual(durationBands)
  expect(durationBand(400 * DAY)).toBe("over-30")
})

test("each age band takes in its first year and ends before the next", () => {
  expect([0, 1, 4, 5, 9, 10, 15, 16, 17].map(ageBand)).toEqual([
    "under-1",
    "1-4",
    "1-4",
    "5-9",
    "5-9",
    "10-15",
    "10-15",
    "16-and-over",
    "16-and-over"
  ])
})

test("the bands leave no gap", () => {
  const days = durationBands.map((band) => daysOf[band])
  expect(days.slice(1).map(({ from }) => from)).toEqual(days.slice(0, -1).map(({ before }) => before))
  const years = ageBands.map((band) => yearsOf[band])
  expect(years.slice(1).map(({ from }) => from)).toEqual(years.slice(0, -1).map(({ before }) => before))
})

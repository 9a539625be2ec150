import { utc } from "@safe-return/domain/calendar"
import { londonDay } from "@safe-return/wording"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readDaysAway } from "../../src/listeners/commands/readDay.ts"
import { phraseTable } from "./phraseTable.ts"

/** A Thursday. */
const now = utc(2026, 11, 26, 22)

describe("the days a person is away", () => {
  it.each(phraseTable("typedDaysAway.txt"))("are read from $typed as $expected", ({ typed, expected, now: at }) => {
    const days = readDaysAway(typed, at)
    if (expected.startsWith("? ")) {
      expect(days).toEqual({ _tag: "Misunderstood", sentence: expect.stringContaining(expected.slice(2)) })
    } else if ("_tag" in days) expect(days.sentence).toBe(expected)
    else expect(`${londonDay(days.from)} – ${days.to === undefined ? "open" : londonDay(days.to)}`).toBe(expected)
  })

  it("begin today and stay open where nothing is typed", () => {
    expect(readDaysAway(" ", now)).toEqual({ from: Math.floor(now / 86_400_000) })
  })

  it("are answered whatever is typed, and never with a last day before the first", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const days = readDaysAway(typed, now)
        if (!("_tag" in days) && days.to !== undefined) expect(days.to).toBeGreaterThanOrEqual(days.from)
      })
    )
  })
})

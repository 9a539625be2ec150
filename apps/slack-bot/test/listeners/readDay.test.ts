import { civilDay, utc } from "@safe-return/domain/calendar"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readDaysAway } from "../../src/listeners/commands/readDay.ts"

/** A Thursday. */
const now = utc(2026, 11, 26, 22)
const [today, friday] = [civilDay(2026, 11, 26), civilDay(2026, 11, 27)]
const [monday, nextFriday] = [civilDay(2026, 12, 7), civilDay(2026, 12, 11)]

describe("the days a person is away", () => {
  it.each([
    ["", { from: today }],
    ["today", { from: today }],
    ["tomorrow", { from: friday }],
    ["until Friday", { from: today, to: friday }],
    ["today to Friday", { from: today, to: friday }],
    ["from 7 Dec to 11 Dec", { from: monday, to: nextFriday }],
    ["7 Dec - 11 Dec", { from: monday, to: nextFriday }],
    ["7/12 to 11/12", { from: monday, to: nextFriday }],
    ["7-11 December", { from: monday, to: nextFriday }],
    ["7 Dec till Friday", { from: monday, to: nextFriday }],
    ["26 Nov", { from: today }],
    ["Thursday", { from: today }],
    ["Thursday to Friday", { from: today, to: friday }],
    ["26 Nov to 27 Nov", { from: today, to: friday }],
    ["since 23 Nov", { from: civilDay(2026, 11, 23) }],
    ["28 Dec to 4 Jan", { from: civilDay(2026, 12, 28), to: civilDay(2027, 1, 4) }],
    ["2026-12-07 to 2026-12-11", { from: monday, to: nextFriday }]
  ])("%j", (typed, days) => {
    expect(readDaysAway(typed, now)).toEqual(days)
  })

  it.each([
    ["soon", "could not be read"],
    ["today 3pm", "could not be read"],
    ["7 Dec to 11 Dec to 12 Dec", "could not be read"],
    ["11 Dec 2026 to 7 Dec 2026", "comes before the first"],
    ["7 Dec 2028", "more than a year ahead"]
  ])("%j: says what is wrong", (typed, sentence) => {
    expect(readDaysAway(typed, now)).toMatchObject({
      _tag: "Misunderstood",
      sentence: expect.stringContaining(sentence)
    })
  })

  it("answers whatever is typed, and never with a last day before the first", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const days = readDaysAway(typed, now)
        if (!("_tag" in days) && days.to !== undefined) expect(days.to).toBeGreaterThanOrEqual(days.from)
      })
    )
  })
})

import { describe, expect, test } from "vitest"
import { addHours, calendars, utc } from "../../src/calendar/index.ts"
import { rotherham } from "../../src/policy/index.ts"
import { raisedByMonth } from "../../src/policyComparison/index.ts"
import { ChildReference } from "../../src/vocabulary/identifiers.ts"
import { at, begun, number, policyOf } from "../risk/madeUpRecord.ts"

const childOf = (number: number) => ChildReference.make(`MADE-UP-${number}`)
const repeat = (count: number) => policyOf({ rule: "episodes-in-window", count: number(count), windowDays: number(30) })

/** One child with two episodes a day apart, another with three, a third with one. */
const histories = [begun(rotherham, 0, 24), begun(rotherham, 0, 24, 48), begun(rotherham, 0)].map((state, place) => ({
  child: childOf(place),
  state
}))

const raised = (from: number, to: number, now = addHours(at(48), 24)) =>
  raisedByMonth(repeat(from), repeat(to), histories, now, calendars)

describe("what another threshold would have raised", () => {
  test("is counted in children, by the month in which it was met", () => {
    const [trigger, ...others] = raised(3, 2)
    expect(others).toEqual([])
    const month = trigger?.months.find(({ before, after }) => before + after > 0)
    expect(month).toMatchObject({ before: 1, noLonger: 0, newly: 1, after: 2 })
    expect(trigger?.months).toHaveLength(12)
    expect(raised(2, 3)[0]?.months.find(({ before }) => before > 0)).toMatchObject({
      before: 2,
      noLonger: 1,
      newly: 0,
      after: 1
    })
  })

  test("is nothing where no child's triggers differ, and nothing beyond the twelve months", () => {
    expect(raised(2, 2)).toEqual([])
    expect(raised(3, 2, addHours(at(48), 24 * 800))).toEqual([])
  })

  test("ends with the month that is over where it is asked at that month's end", () => {
    const months = (now: ReturnType<typeof utc>) =>
      raisedByMonth(repeat(3), repeat(2), [{ child: childOf(1), state: begun(rotherham, 0, 24) }], now, calendars)[0]
        ?.months.map(({ month }) => month)
        .at(-1)
    expect([months(utc(2026, 12, 1)), months(utc(2026, 12, 1, 0, 1))]).toEqual(["2026-11", "2026-12"])
  })
})

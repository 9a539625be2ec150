import { describe, expect, it } from "vitest"
import { utc } from "../../../src/calendar/index.ts"
import { episode, evidence, fired, number, policyOf, record } from "../madeUpRecord.ts"

const twoAMonth = policyOf({ rule: "episodes-in-month", count: number(2) })
const on = (...times: ReadonlyArray<ReturnType<typeof utc>>) =>
  record(
    twoAMonth,
    times.map((time, index) => episode(index + 1, time))
  )

describe("repeat episodes in a calendar month", () => {
  it("fire at the count with all of that month, and start again with the next month", () => {
    expect(evidence(on(utc(2026, 11, 1), utc(2026, 11, 30), utc(2026, 12, 1)))).toEqual([[1, 2]])
    expect(evidence(on(utc(2026, 11, 1), utc(2026, 11, 2), utc(2026, 11, 3)))).toEqual([
      [1, 2],
      [1, 2, 3]
    ])
  })

  it("are no rolling window: two days apart over the turn of the month are one each", () => {
    expect(evidence(on(utc(2026, 10, 31, 12), utc(2026, 11, 1, 12)))).toEqual([])
  })

  it("count London months: 23:30 UTC on 30 June is July", () => {
    expect(evidence(on(utc(2026, 6, 15), utc(2026, 6, 30, 23, 30)))).toEqual([])
    expect(evidence(on(utc(2026, 6, 30, 23, 0), utc(2026, 7, 15)))).toEqual([[1, 2]])
    expect(evidence(on(utc(2026, 6, 30, 22, 59), utc(2026, 7, 15)))).toEqual([])
    expect(evidence(on(utc(2026, 11, 30, 23, 59), utc(2026, 12, 15)))).toEqual([])
  })

  it("do not count the same month of another year", () => {
    expect(evidence(on(utc(2025, 11, 5), utc(2026, 11, 5)))).toEqual([])
  })

  it("say why, and count only what the policy counts", () => {
    expect(fired(on(utc(2026, 11, 1), utc(2026, 11, 2)))[0]).toMatchObject({
      because: "2 missing episodes in one calendar month.",
      title: "Repeat episodes in a month",
      mayGoToChat: true
    })
    const missingOnly = policyOf({ rule: "episodes-in-month", count: number(2), counted: { absences: ["missing"] } })
    const away = { absence: "away" as const }
    const [first, second, third] = [utc(2026, 11, 1), utc(2026, 11, 2), utc(2026, 11, 3)]
    expect(evidence(record(missingOnly, [episode(1, first), episode(2, second, away), episode(3, third)]))).toEqual([
      [1, 3]
    ])
    expect(evidence(record(missingOnly, [episode(1, first), episode(2, second, away)]))).toEqual([])
    expect(evidence(record(missingOnly, [episode(1, first), episode(2, second), episode(3, third, away)]))).toEqual([
      [1, 2]
    ])
  })
})

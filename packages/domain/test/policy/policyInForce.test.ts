import { Option } from "effect"
import { describe, expect, it } from "vitest"
import { civilDay } from "../../src/calendar/index.ts"
import { type Policy, policyInForce, rotherham } from "../../src/policy/index.ts"

const pack = (id: string, effectiveFrom: string, effectiveTo?: string): Policy => ({
  ...rotherham,
  id,
  effectiveFrom,
  ...(effectiveTo === undefined ? {} : { effectiveTo })
})

const first = pack("first", "2020-01-01")
const second = pack("second", "2026-04-01")
const ended = pack("ended", "2026-04-01", "2026-06-30")

const on = (packs: ReadonlyArray<Policy>, year: number, month: number, day: number) =>
  Option.getOrUndefined(Option.map(policyInForce(packs, civilDay(year, month, day)), ({ id }) => id))

describe("the policy in force", () => {
  it("is the one that began last, from its first day on, in whatever order they are listed", () => {
    for (const packs of [
      [first, second],
      [second, first]
    ]) {
      expect([on(packs, 2026, 3, 31), on(packs, 2026, 4, 1), on(packs, 2030, 1, 1)]).toEqual([
        "first",
        "second",
        "second"
      ])
    }
  })

  it("holds to its last day, and the one before takes over again", () => {
    expect([on([first, ended], 2026, 6, 30), on([first, ended], 2026, 7, 1)]).toEqual(["ended", "first"])
  })

  it("is none before the first begins, after the last has ended, or of no packs", () => {
    expect([on([first], 2019, 12, 31), on([ended], 2026, 7, 1), on([], 2026, 1, 1)]).toEqual([
      undefined,
      undefined,
      undefined
    ])
  })

  it("of two from the same day is the later in the list", () => {
    expect([on([second, ended], 2026, 5, 1), on([ended, second], 2026, 5, 1)]).toEqual(["ended", "second"])
  })
})

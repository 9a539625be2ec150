import fc from "fast-check"
import { expect, test } from "vitest"
import { dealtAsRuns } from "../../src/caseload/agesAndPlacements.ts"

test("a child at the edge of two values changes between two incidents", () => {
  const dealt = dealtAsRuns([2, 0, 1], (child) => [3, 1, 2][child] ?? 0, [
    ["a", 4],
    ["none", 0],
    ["b", 2]
  ])
  expect([...dealt]).toEqual([
    [2, [{ value: "a", from: 0 }]],
    [
      0,
      [
        { value: "a", from: 0 },
        { value: "b", from: 2 }
      ]
    ],
    [1, [{ value: "b", from: 0 }]]
  ])
})

test("each value is held by exactly so many incidents", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 24 }), { minLength: 1, maxLength: 40 }),
      fc.array(fc.nat({ max: 30 }), { maxLength: 6 }),
      (incidents, drawn) => {
        const all = incidents.reduce((sum, count) => sum + count, 0)
        const values: Array<readonly [number, number]> = []
        let left = all
        for (const [value, count] of drawn.entries()) {
          values.push([value, Math.min(left, count)])
          left -= Math.min(left, count)
        }
        values.push([drawn.length, left])
        const held = values.map(() => 0)
        for (const [child, runs] of dealtAsRuns([...incidents.keys()], (each) => incidents[each] ?? 0, values)) {
          for (const [place, { value, from }] of runs.entries()) {
            const until = runs[place + 1]?.from ?? incidents[child] ?? 0
            held[value] = (held[value] ?? 0) + until - from
          }
        }
        expect(held).toEqual(values.map(([, count]) => count))
      }
    )
  )
})

test("values that do not add up are a mistake in the plan", () => {
  expect(() => dealtAsRuns([0], () => 2, [["a", 1]])).toThrow("add up")
})

import { expect, test } from "vitest"
import { NumberList } from "../../src/scorecard/NumberList.ts"

test("a list of numbers longer than its blocks gives each back in its place, and all in order", () => {
  const numbers = Array.from({ length: 40_000 }, (_, place) => (place * 7_919) % 40_000)
  const list = new NumberList()
  for (const number of numbers) list.push(number)
  expect(list.length).toBe(40_000)
  expect(numbers.every((number, place) => list.at(place) === number)).toBe(true)
  expect([...list.sorted()]).toEqual(numbers.toSorted((one, other) => one - other))
})

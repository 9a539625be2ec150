import fc from "fast-check"
import { expect, it } from "vitest"
import { digestsOf, IdDigests } from "../../src/lowdb/idDigests.ts"

const idOf = (number: number) => `event-${number}`

it("every id that was added is known, and of a thousand others hardly one", () => {
  const digests = new IdDigests(100)
  const ids = Array.from({ length: 50_000 }, (_, number) => idOf(number))
  for (let from = 0; from < ids.length; from += 45) digests.add(digestsOf(ids.slice(from, from + 45)))
  expect(ids.filter((id) => !digests.has(id))).toEqual([])
  const others = Array.from({ length: 100_000 }, (_, number) => idOf(1_000_000 + number))
  expect(others.filter((id) => digests.has(id)).length).toBeLessThan(100)
})

it("ids as they are drawn are known once they were added", () => {
  fc.assert(
    fc.property(fc.array(fc.uuid(), { minLength: 1 }), fc.uuid(), (ids, other) => {
      const digests = new IdDigests(0)
      digests.add(digestsOf(ids))
      expect(ids.every((id) => digests.has(id))).toBe(true)
      expect(digests.has(other)).toBe(ids.includes(other))
    })
  )
})

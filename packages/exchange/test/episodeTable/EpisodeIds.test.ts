import fc from "fast-check"
import { expect, test } from "vitest"
import { EpisodeIds } from "../../src/episodeTable/EpisodeIds.ts"

test("an id is known again by the line on which it stood first, whatever the ids", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ maxLength: 3 }), fc.string({ unit: "binary" })), { size: "large" }),
      (ids) => {
        const seen = new EpisodeIds()
        const first = new Map<string, number>()
        for (const [index, id] of ids.entries()) {
          expect(seen.add(id, index + 2)).toBe(first.get(id))
          if (!first.has(id)) first.set(id, index + 2)
        }
      }
    )
  )
})

test("twenty thousand ids that differ in a digit are told apart", () => {
  const seen = new EpisodeIds()
  const again = Array.from({ length: 20_000 }, (_, number) => seen.add(`SYP-2026-${number}`, number + 2))
  expect(again.filter((line) => line !== undefined)).toEqual([])
  expect([seen.add("SYP-2026-0", 7), seen.add("SYP-2026-19999", 7)]).toEqual([2, 20_001])
})

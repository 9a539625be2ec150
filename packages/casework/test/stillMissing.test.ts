import { ChildReference } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import { openEpisodesAt } from "../src/stillMissing.ts"
import { found, missing, tell } from "../testing/madeUpCase.ts"

const [late, early, back] = ["LCS-1", "LCS-2", "LCS-3"].map((reference) => ChildReference.make(reference)) as [
  ChildReference,
  ChildReference,
  ChildReference
]

it("children who are missing or found are listed apart, the longest gone first", () => {
  const states = new Map([
    [late, tell([missing(5)]).state],
    [early, tell([missing(1)]).state],
    [back, tell([missing(0), found(2)]).state]
  ])
  expect(openEpisodesAt(states, "Missing").map(({ child }) => child)).toEqual([early, late])
  expect(openEpisodesAt(states, "Found").map(({ child }) => child)).toEqual([back])
})

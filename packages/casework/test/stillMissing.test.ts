import { ChildReference, EpisodeId } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import { childrenMissing, openEpisodesAt } from "../src/stillMissing.ts"
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

it("a child with two open reports is missing once, however their reference is written", () => {
  const twice = tell([missing(1), missing(2, { id: EpisodeId.make("episode-2"), reference: "SYP-2026-0000002" })])
  const states = new Map([
    [late, tell([missing(5)]).state],
    [early, twice.state],
    [ChildReference.make("lcs-2"), tell([missing(3)]).state]
  ])
  const children = childrenMissing(states)
  expect(children.map(({ child }) => child)).toEqual([early, late])
  expect(children[0]?.others.map(({ child, episode }) => [child, episode.id])).toEqual([
    [early, "episode-2"],
    ["lcs-2", "episode-1"]
  ])
})

it("a child who is found and missing again is listed as missing alone", () => {
  const again = missing(4, { id: EpisodeId.make("episode-2"), reference: "SYP-2026-0000002" })
  const states = new Map([[late, tell([missing(0), found(2), again]).state]])
  expect(openEpisodesAt(states, "Found")).toEqual([])
  expect(childrenMissing(states).map(({ child, episode }) => [child, episode.id])).toEqual([[late, "episode-2"]])
})

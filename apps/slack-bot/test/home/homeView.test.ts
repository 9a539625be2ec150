/** A Home holds 100 blocks, however many children there are: https://docs.slack.dev/reference/block-kit/blocks. */

import { at, cases } from "@safe-return/casework/testing"
import { ChildReference, EpisodeId } from "@safe-return/domain/pathway"
import fc from "fast-check"
import { expect, it } from "vitest"
import { HomeFilter, HomeTab, onTab } from "../../src/home/HomePlace.ts"
import { homeView } from "../../src/home/homeView.ts"
import { homeFactsOf } from "./everyHome.ts"

const MOST_BLOCKS = 100
const twoHundred = Array.from({ length: 200 }, (_, nth) => ChildReference.make(`LCS-${20_000 + nth}`))
const places = [
  ...HomeTab.literals.flatMap((tab) => [onTab(tab), onTab(tab, "all", 5)]),
  ...HomeFilter.literals.map((filter) => onTab("queue", filter))
]

it("keeps within Slack's hundred blocks for a manager with two hundred children", () => {
  let longest = 0
  fc.assert(
    fc.property(cases, fc.integer({ min: 0, max: 400 }), ({ state }, hours) => {
      const now = at(hours)
      const facts = {
        ...homeFactsOf(new Map(twoHundred.map((child) => [child, state])), now),
        theirChildren: new Set(twoHundred),
        decisions: twoHundred.map((child, nth) => ({
          link: { child, episodeId: EpisodeId.make(`episode-${nth}`) },
          metAt: now,
          opens: "posted" as const
        }))
      }
      const lengths = places.map((place) => homeView({ ...facts, place }).blocks.length)
      longest = Math.max(longest, ...lengths)
      expect(lengths.filter((length) => length > MOST_BLOCKS)).toEqual([])
    }),
    { numRuns: 40 }
  )
  expect(longest).toBeGreaterThan(MOST_BLOCKS / 2)
})

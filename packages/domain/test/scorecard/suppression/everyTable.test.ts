import { describe, expect, test } from "vitest"
import { suppressTable } from "../../../src/scorecard/suppression/hiddenParts.ts"
import { suppressSpread } from "../../../src/scorecard/suppression/spread.ts"
import { episodesOfChildren, partings, pinnedCounts } from "./everyWorld.ts"

const table = (parts: ReadonlyArray<number>) => Object.fromEntries(parts.map((part, place) => [`part${place}`, part]))

const sum = (counts: ReadonlyArray<number>) => counts.reduce((all, count) => all + count, 0)

function* everyTable(parts: number, largest: number) {
  for (let whole = 1; whole <= largest; whole += 1) yield* partings(whole, parts)
}

describe("an attacker who knows the rule and reads a table", () => {
  test.each([
    [2, 40, 5],
    [3, 40, 5],
    [4, 28, 5],
    [5, 20, 5],
    [7, 13, 5],
    [3, 40, 6],
    [4, 28, 6],
    [3, 50, 10]
  ])("of %i parts, up to %i in all, cannot tell a count below %i", (parts, largest, shownFrom) => {
    const small = (count: number) => count > 0 && count < shownFrom
    const print = (counts: ReadonlyArray<number>) =>
      JSON.stringify([small(sum(counts)) ? "c" : sum(counts), suppressTable(table(counts), shownFrom)])
    expect(pinnedCounts(everyTable(parts, largest), print, (counts) => counts, small)).toEqual([])
  })

  test("could tell one where no second part were withheld", () => {
    const print = (counts: ReadonlyArray<number>) =>
      JSON.stringify([sum(counts), counts.map((count) => (count > 0 && count < 5 ? "c" : count))])
    const pinned = pinnedCounts(
      everyTable(3, 20),
      print,
      (counts) => counts,
      (count) => count > 0 && count < 5
    )
    expect(pinned.length).toBeGreaterThan(100)
  })
})

describe("an attacker who knows the rule and reads how episodes are spread over children", () => {
  const spreadOf = (counts: ReadonlyArray<number>) => ({
    total: sum(counts),
    children: counts.length,
    isAloneInYear: false,
    repeat: { children3Plus: counts.filter((count) => count >= 3).length, window: null },
    concentration: { topFiveChildren: sum(counts.slice(0, 5)), of: sum(counts) }
  })
  function* everySpread(most: number) {
    for (let total = 1; total <= most; total += 1) {
      for (let children = 1; children <= total; children += 1) yield* episodesOfChildren(total, children)
    }
  }
  test.each([5, 6])("cannot tell how many have three or more, where counts are shown from %i", (shownFrom) => {
    const small = (count: number) => count > 0 && count < shownFrom
    const print = (counts: ReadonlyArray<number>) => {
      const spread = spreadOf(counts)
      const { repeat, concentration } = suppressSpread(spread, shownFrom)
      const { total, children } = spread
      const totals = [small(total) ? "c" : total, small(children) || total - children === 1 ? "c" : children]
      return JSON.stringify([totals, repeat.children3Plus, concentration])
    }
    const countsOf = (counts: ReadonlyArray<number>) => {
      const { children3Plus } = spreadOf(counts).repeat
      return [counts.length, sum(counts), children3Plus, counts.length - children3Plus]
    }
    expect(pinnedCounts(everySpread(30), print, countsOf, small)).toEqual([])
  })
})

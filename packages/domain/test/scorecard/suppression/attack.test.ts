import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type InterviewTimes, suppressInterviewTimes, suppressScorecard } from "../../../src/scorecard/index.ts"
import { type Published, pinnedBy, readScorecards } from "./attacker.ts"
import { type Council, councils, monthsOf } from "./madeUpCouncil.ts"
import { scorecardOfChildren, suppressed } from "./madeUpScorecard.ts"

const published = (scorecard: unknown): Published => JSON.parse(JSON.stringify(scorecard))

/** What many councils do: the small counts themselves are withheld, and nothing beside them. */
const withoutPartners = (scorecard: unknown): Published =>
  JSON.parse(JSON.stringify(scorecard), (_, value) =>
    typeof value === "number" && value > 0 && value < 5 && Number.isInteger(value) ? "c" : value
  )

const noTimes: InterviewTimes = { hours: 72, days: 3, workingDays: undefined, bands: {} }

const usual: Council = {
  seed: 1,
  children: 10,
  perMonth: 10,
  quietMonths: 1,
  areas: 0,
  statuses: 3,
  tidy: 1,
  asOfDays: 0,
  hasWindow: false
}

/** Councils whose counts could once be told, each by another way. */
const toldOnce: ReadonlyArray<[Council]> = [
  // What only one row has counts towards what it owes.
  [{ ...usual, seed: 29, children: 5, perMonth: 10, statuses: 2, tidy: 0.8 }],
  // A later month says that no child had three in the first month of all.
  [{ ...usual, seed: 277_652_625, children: 43, perMonth: 12, areas: 7, tidy: 0.95, asOfDays: 400, hasWindow: true }],
  // Who was missing again within 30 days was so within 90.
  [{ ...usual, seed: 1_347_397_254, children: 12, perMonth: 11, statuses: 4, asOfDays: 40, hasWindow: true }],
  // One child fewer than episodes.
  [{ ...usual, seed: 1_082_368_066, children: 51, perMonth: 9, areas: 1, tidy: 0.95, asOfDays: 40, hasWindow: true }],
  // Held within one clock and not within the other.
  [
    {
      ...usual,
      seed: 1_857_892_424,
      children: 10,
      perMonth: 12,
      quietMonths: 0.9,
      areas: 8,
      statuses: 4,
      tidy: 0.5,
      asOfDays: 400
    }
  ],
  // Four episodes, one of each kind: followed, not, not yet known, still missing.
  [
    {
      ...usual,
      seed: 698_667_986,
      children: 12,
      perMonth: 7,
      quietMonths: 0.9,
      areas: 2,
      statuses: 4,
      tidy: 0.8,
      asOfDays: 3
    }
  ],
  // Not met within the hours are all that are not met within the days.
  [{ ...usual, seed: 9, children: 31, perMonth: 11, quietMonths: 0, areas: 5, tidy: 0.8, hasWindow: true }],
  // Every episode of few children was followed by another.
  [{ ...usual, seed: 1_194_262_300, children: 1, perMonth: 7, statuses: 4, tidy: 0.5, asOfDays: 3 }],
  // Five interviews over four statuses.
  [
    {
      ...usual,
      seed: 2_043_407_752,
      children: 85,
      perMonth: 12,
      quietMonths: 0.2,
      areas: 1,
      statuses: 6,
      tidy: 0.95,
      hasWindow: true
    }
  ]
]

const SAMPLE = { seed: 20_261_201, numRuns: 20 }

describe("an attacker who has a month's scorecard and those of the months around it", () => {
  test("can tell no count of 1 to 4 from suppressed ones, whatever the council", () => {
    fc.assert(
      fc.property(councils, (council) => {
        const { policy, scorecards, interviewTimes } = monthsOf(council)
        const shown = scorecards.map((scorecard, place) => {
          const print = suppressScorecard(scorecard, policy)
          const times = interviewTimes[place] ?? noTimes
          return published({
            ...print,
            interviewTimes: suppressInterviewTimes(times, scorecard.rhi, policy, print.rhi).bands
          })
        })
        expect(pinnedBy(readScorecards(shown, true))).toEqual([])
      }),
      { numRuns: 25, examples: [...toldOnce] }
    )
  })

  test("cannot tell that one child alone had the episodes which months have beyond their children", () => {
    const often = Array.from({ length: 7 }, () => 3)
    const others = Array.from({ length: 7 * 9 }, (_, child) =>
      often.map((_count, month) => (child % 7 === month ? 1 : 0))
    )
    const whole = scorecardOfChildren([often, ...others], 6)
    expect(pinnedBy(readScorecards([published(suppressed(whole))], false))).toEqual([])
    const banded = { ...withoutPartners(whole), frequency: { ...withoutPartners(whole).frequency, 1: "c" } as const }
    expect(pinnedBy(readScorecards([banded], false))).toContainEqual([`${whole.month}.frequency.21-50`, 1])
  })

  test("tells hundreds where nothing is withheld beside the small counts themselves", () => {
    const told = fc.sample(councils, SAMPLE).map((council) => {
      const { scorecards } = monthsOf({ ...council, hasWindow: false })
      return pinnedBy(readScorecards(scorecards.map(withoutPartners), false)).length
    })
    expect(told.filter((counts) => counts > 0).length).toBeGreaterThan(SAMPLE.numRuns / 2)
    expect(told.reduce((all, counts) => all + counts, 0)).toBeGreaterThan(300)
  })

  test("reads nothing that is not so: every true total lies within what is left of it", () => {
    for (const council of fc.sample(councils, SAMPLE)) {
      const { policy, scorecards } = monthsOf(council)
      const known = readScorecards(
        scorecards.map((scorecard) => published(suppressScorecard(scorecard, policy))),
        true
      )
      pinnedBy(known)
      for (const { month, episodes, rhi, frequency } of scorecards) {
        const truths = {
          [`${month} episodes`]: episodes.total,
          [`${month} children`]: episodes.children,
          [`${month}.rhi.owed`]: rhi.owed,
          [`${month}.rhi.completed`]: rhi.completed,
          [`${month}.rhi.within72Hours.met`]: rhi.within72Hours.met,
          [`${month}.frequency.1`]: frequency["1"],
          [`${month}.frequency.2`]: frequency["2"]
        }
        for (const [name, truth] of Object.entries(truths)) {
          const [low, high] = known.bounds(name)
          expect([name, truth >= low && truth <= high]).toEqual([name, true])
        }
      }
    }
  })
})

import { describe, expect, test } from "vitest"
import type { InterviewCounts, Scorecard } from "../../../src/scorecard/index.ts"
import { partings, pinnedCounts } from "./everyWorld.ts"
import { everyEnding, type OwedOutcome, scorecardOfOwed, suppressed } from "./madeUpScorecard.ts"

const isSmall = (count: number) => count > 0 && count < 5

const [ONE, TWO, THREE] = ["child-in-need", "early-help", "looked-after"]

const ofEach = (
  statuses: ReadonlyArray<string | undefined>,
  outcomes: ReadonlyArray<Omit<OwedOutcome, "status">>
): ReadonlyArray<OwedOutcome> =>
  statuses.flatMap((status) => outcomes.map((outcome) => ({ ...outcome, status: status ?? "" })))

/** How many have each reason, in a fixed order: one that nobody has is a count too. */
const reasons = ["declined-by-child", "unable-to-contact", "aged-18"]

const countsOfRow = (row: InterviewCounts): ReadonlyArray<number> => {
  const { owed, offered, accepted, declined, completed, notDone, within72Hours, within3WorkingDays } = row
  const given = reasons.map((reason) => notDone[reason] ?? 0)
  return [
    ...[owed, offered, accepted, declined, completed, ...given],
    ...[offered, accepted, completed, accepted + declined].map((count) => owed - count),
    ...[within72Hours, within3WorkingDays].flatMap(({ met, missed, notMeasurable, notYetDue, denominator }) => [
      ...[met, missed, notMeasurable, notYetDue, denominator],
      owed - denominator
    ])
  ]
}

/** What is told of so many owed, where those below five are printed alike and tried together. */
const toldOf = (outcomes: ReadonlyArray<OwedOutcome>, owed: number) => {
  const statuses = [...new Set(outcomes.map(({ status }) => status))]
  function* worlds() {
    for (const one of owed < 5 ? [1, 2, 3, 4] : [owed]) {
      for (const counts of partings(one, outcomes.length)) yield scorecardOfOwed(outcomes, counts)
    }
  }
  const print = (whole: Scorecard) => {
    const { episodes, rhi } = suppressed(whole)
    return JSON.stringify([episodes.byCaseStatus, rhi])
  }
  const countsOf = ({ rhi: { byCaseStatus, ...whole } }: Scorecard) =>
    [whole, ...statuses.flatMap((status) => byCaseStatus[status] ?? [])].flatMap(countsOfRow)
  return pinnedCounts(worlds(), print, countsOf, isSmall)
}

const byEnding = everyEnding.map((ending) => ({ ending }))
const heldOrNot = [{ ending: "inTime" }, { ending: "not" }] as const
const byReason = [...heldOrNot, ...reasons.map((reason) => ({ ending: "not", reason }) as const)]
const byAnswer = [
  { ending: "inTime", answer: "accepted" },
  { ending: "inTime", answer: "declined" },
  { ending: "inTime" },
  { ending: "inTime", isOffered: false }
] as const

describe("an attacker who tries every way in which the interviews of a month can end", () => {
  test.each([
    { name: "one status, every ending", outcomes: ofEach([ONE], byEnding), owed: [4, 5, 6] },
    { name: "two statuses, every ending", outcomes: ofEach([ONE, TWO], byEnding), owed: [4] },
    { name: "one status, every reason", outcomes: ofEach([ONE], byReason), owed: [4, 7, 11, 12] },
    { name: "two statuses, two reasons", outcomes: ofEach([ONE, TWO], byReason.slice(0, 4)), owed: [4, 6] },
    { name: "one status, every answer", outcomes: ofEach([ONE], byAnswer), owed: [4, 5, 8, 12] },
    { name: "two statuses, every answer", outcomes: ofEach([ONE, TWO], byAnswer), owed: [5] },
    { name: "two statuses, held or not", outcomes: ofEach([ONE, TWO], heldOrNot), owed: [4, 5, 8, 10, 15] },
    { name: "three statuses, held or not", outcomes: ofEach([THREE, ONE, TWO], heldOrNot), owed: [4, 7, 11] }
  ])("tells nothing of $name", ({ outcomes, owed }) => {
    for (const number of owed) expect(toldOf(outcomes, number)).toEqual([])
  })
})

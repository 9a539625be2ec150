import { utc } from "@safe-return/domain/calendar"
import { type CaseStatus, rotherham } from "@safe-return/domain/policy"
import { type Scorecard, startScorecards, suppressScorecard, WITHHELD } from "@safe-return/domain/scorecard"
import { Result } from "effect"
import { describe, expect, test } from "vitest"
import { episodeRows } from "../../src/caseload/episodeRows.ts"
import { syntheticCaseload } from "../../src/caseload/syntheticCaseload.ts"

const months = ["2023-09", "2023-10", "2023-11", "2023-12", "2024-01", "2024-02", "2024-03"]

/** A made-up mix, because everybody in DfE's figures is looked after. */
const statuses: ReadonlyArray<CaseStatus> = [
  "looked-after",
  "looked-after",
  "looked-after",
  "child-in-need",
  "early-help",
  "child-protection"
]

const scorecards = (
  size: "rotherham" | "yorkshire-and-the-humber" | number,
  seed: number
): ReadonlyArray<Scorecard> => {
  const endsAt = utc(2024, 3, 31, 23)
  const rows = [...syntheticCaseload({ size, seed, endsAt, policy: rotherham, open: "as-published" })].flatMap(
    (child, made) =>
      episodeRows(child).map((row) => ({
        ...row,
        case_status: statuses[made % statuses.length] ?? "not-known",
        missing_from: made % 3 === 0 ? ("home" as const) : ("care" as const)
      }))
  )
  const asked = { months, asOf: utc(2024, 6, 30), policy: rotherham, publishedBy: () => rotherham }
  const counting = Result.getOrThrow(startScorecards(asked))
  for (const row of rows) counting.add(row)
  return counting.months.map(({ finish }) => finish())
}

/** Every count of a scorecard beside what is published of it. */
const counts = (whole: unknown, published: unknown): ReadonlyArray<readonly [count: number, published: unknown]> => {
  if (typeof whole === "number") return [[whole, published]]
  if (typeof whole !== "object" || whole === null) return []
  const figures = published as Readonly<Record<string, unknown>>
  return Object.entries(whole).flatMap(([name, value]) =>
    ["asOf", "percent", "medianMinutes"].includes(name) ? [] : counts(value, figures[name] ?? WITHHELD)
  )
}

/** Which share, in per cent, of the counts like these is published as it is. */
const shareShown = (cards: ReadonlyArray<Scorecard>, isLike: (count: number) => boolean): number => {
  const all = cards.flatMap((card) => counts(card, suppressScorecard(card, rotherham)))
  const like = all.filter(([count]) => isLike(count))
  return Math.round((100 * like.filter(([count, published]) => count === published).length) / like.length)
}

describe("of a caseload's suppressed scorecards", () => {
  test.each([
    ["a team", 12, 42, 46],
    ["Rotherham", "rotherham", 50, 70],
    ["a region", "yorkshire-and-the-humber", 59, 86]
  ] as const)(
    "%s reads as large a share of its counts of five and more, and of its zeros, as we say",
    (_who, size, large, zeros) => {
      const cards = (size === "yorkshire-and-the-humber" ? [1] : [1, 2]).flatMap((seed) => scorecards(size, seed))
      const shown = [shareShown(cards, (count) => count >= 5), shareShown(cards, (count) => count === 0)] as const
      expect(shown[0]).toBeGreaterThanOrEqual(large)
      expect(shown[1]).toBeGreaterThanOrEqual(zeros)
      expect(shareShown(cards, (count) => count > 0 && count < 5)).toBe(0)
    }
  )
})

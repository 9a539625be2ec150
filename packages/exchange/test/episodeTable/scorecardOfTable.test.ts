import { utc } from "@safe-return/domain/calendar"
import { rotherham } from "@safe-return/domain/policy"
import { type Scorecard, type ScorecardRow, scorecardOf, startScorecards } from "@safe-return/domain/scorecard"
import { type EpisodeRow, forEachScorecardRow, writeEpisodeTable } from "@safe-return/exchange"
import { Effect, Result, Stream } from "effect"
import fc from "fast-check"
import { expect, test } from "vitest"
import { blocksOf, tableIn } from "../reading.ts"
import { arbitraryRows } from "./arbitraryRows.ts"

const months = ["2024-02", "2025-02"]
const asked = { asOf: utc(2025, 3, 20), policy: rotherham }

/** Times near the months that are asked for. */
const near = (row: EpisodeRow): EpisodeRow => {
  const times = Object.entries(row).map(([column, value]) => [
    column,
    typeof value === "number" ? utc(2023, 12, 1) + (Math.abs(value) % (480 * 86_400_000)) : value
  ])
  return Object.fromEntries(times) as EpisodeRow
}

const tables = fc
  .array(arbitraryRows, { minLength: 1, maxLength: 6 })
  .map((some) => some.flat().map((row, number) => ({ ...near(row), episode_id: `E-${number}` }) as EpisodeRow))
  .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })))

const csvOf = (rows: ReadonlyArray<EpisodeRow>): string =>
  Effect.runSync(Stream.mkString(writeEpisodeTable(Stream.fromIterable(rows), "csv")))

const streamed = (text: string, size: number): ReadonlyArray<Scorecard> => {
  const counting = Result.getOrThrow(startScorecards({ ...asked, months }))
  Effect.runSync(forEachScorecardRow({ file: "episodes.csv", bytes: blocksOf(text, size) }, counting.add))
  return counting.months.map(({ finish }) => finish())
}

test("scorecards of a streamed table are those of its rows in memory, in any order", () => {
  fc.assert(
    fc.property(tables, fc.constantFrom(1, 300, 65_536), ([rows, again], size) => {
      const held = tableIn(csvOf(rows)).lines.map(({ row }): ScorecardRow => row)
      const inMemory = months.map((month) => Result.getOrThrow(scorecardOf(held, { ...asked, month })))
      expect(streamed(csvOf(again), size)).toEqual(inMemory)
    }),
    { numRuns: 30 }
  )
})

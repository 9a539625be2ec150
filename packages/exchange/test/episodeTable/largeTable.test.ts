import { utc } from "@safe-return/domain/calendar"
import { rotherham } from "@safe-return/domain/policy"
import { startScorecards } from "@safe-return/domain/scorecard"
import { forEachScorecardRow } from "@safe-return/exchange"
import { Effect, Result, Stream } from "effect"
import { expect, test } from "vitest"
import { isAtLength } from "../../../test-suite/src/atLength/isAtLength.ts"

const MEGABYTE = 1_000_000
/** A file of 400 MB where tests run at length; enough to outgrow what is read at once otherwise. */
const FILE = (isAtLength ? 400 : 20) * MEGABYTE
const ROWS_A_BLOCK = 5_000

const HEADER =
  "episode_id,child_ref,absence,missing_from,case_status,area,risk,missing_at,reported_at,found_at,returned_at\n"

const rowOf = (number: number): string => {
  const day = `2025-02-${String((number % 28) + 1).padStart(2, "0")}`
  return `E-${number},LCS-${number % 50_000},missing,care,looked-after,North,low,${day}T08:00:00Z,${day}T09:00:00Z,${day}T18:00:00Z,${day}T19:00:00Z\n`
}

/** Made block by block while it is read. */
const large = () => {
  const made = { bytes: 0, rows: 0, mostMemory: 0 }
  const encoder = new TextEncoder()
  const before = process.memoryUsage().rss
  function* blocks() {
    yield encoder.encode(HEADER)
    while (made.bytes < FILE) {
      const first = made.rows
      made.rows += ROWS_A_BLOCK
      const block = encoder.encode(Array.from({ length: ROWS_A_BLOCK }, (_, nth) => rowOf(first + nth)).join(""))
      made.bytes += block.length
      made.mostMemory = Math.max(made.mostMemory, process.memoryUsage().rss - before)
      yield block
    }
  }
  return { made, bytes: Stream.fromIterable(blocks(), { chunkSize: 1 }) }
}

test("a table of hundreds of megabytes is counted whole, in less memory than 512 MB", () => {
  const { made, bytes } = large()
  const counting = Result.getOrThrow(
    startScorecards({ months: ["2025-02"], asOf: utc(2025, 3, 20), policy: rotherham })
  )
  Effect.runSync(forEachScorecardRow({ file: "episodes.csv", bytes }, counting.add))
  const [february] = counting.months
  expect(made.bytes).toBeGreaterThanOrEqual(FILE)
  expect(february?.finish().episodes).toMatchObject({ total: made.rows, children: 50_000 })
  expect(made.mostMemory / MEGABYTE).toBeLessThan(512)
}, 240_000)

import { type EpisodeRow, writeEpisodeTable } from "@safe-return/exchange"
import { Effect, Stream } from "effect"
import fc from "fast-check"
import { expect, test } from "vitest"
import { tableIn } from "../reading.ts"
import { arbitraryRows } from "./arbitraryRows.ts"

const written = (rows: ReadonlyArray<EpisodeRow>, format: "csv" | "ndjson"): string =>
  Effect.runSync(Stream.mkString(writeEpisodeTable(Stream.fromIterable(rows), format)))

test.each(["csv", "ndjson"] as const)(
  "what is written as %s is read back the same, in blocks of any size",
  (format) => {
    fc.assert(
      fc.property(arbitraryRows, fc.integer({ min: 1, max: 200 }), (rows, size) => {
        const { lines, unknownColumns } = tableIn(written(rows, format), `episodes.${format}`, size)
        expect(lines.map(({ row }) => row)).toEqual(rows)
        expect(unknownColumns).toEqual([])
      })
    )
  }
)

test("each row is placed on the line it begins on, whatever line breaks its cells hold", () => {
  fc.assert(
    fc.property(arbitraryRows, (rows) => {
      const text = written(rows, "csv")
      for (const { line, row } of tableIn(text).lines) {
        const from = text.split(/\r\n|\r|\n/)[line - 1] ?? ""
        const begins = row.episode_id.split(/\r\n|\r|\n/)[0]?.replaceAll('"', '""') ?? ""
        expect(from.replace(/^"/, "").startsWith(begins)).toBe(true)
      }
    })
  )
})

test("the header is as published, in its order", () => {
  expect(written([], "csv").trimEnd()).toBe(
    "episode_id,child_ref,absence,missing_from,case_status,area,risk,missing_at,reported_at,notified_at,found_at,returned_at,rhi_id,rhi_offered_at,rhi_response,rhi_completed_at,rhi_not_done"
  )
})

import { parseReferencePatterns } from "@safe-return/domain/pathway"
import { type BadInput, type EpisodeRow, forEachScorecardRow, writeEpisodeTable } from "@safe-return/exchange"
import { Effect, Result, Stream } from "effect"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { attempt, blocksOf } from "../reading.ts"
import { arbitraryRows } from "./arbitraryRows.ts"

const columns = [
  "child_ref",
  "absence",
  "missing_from",
  "case_status",
  "area",
  "risk",
  "missing_at",
  "reported_at",
  "notified_at",
  "found_at",
  "returned_at",
  "rhi_offered_at",
  "rhi_response",
  "rhi_completed_at",
  "rhi_not_done"
] as const

/** What is known of a row of what a scorecard reads. */
const known = (row: Partial<EpisodeRow>, line: number): string =>
  JSON.stringify([line, ...columns.map((column) => row[column] ?? null)])

interface Read {
  readonly rows: ReadonlyArray<string>
  readonly unknownColumns: ReadonlyArray<string>
  readonly absentColumns: ReadonlyArray<string>
}

const caseReferences = Result.getOrThrow(parseReferencePatterns("LCS-#{1-5}"))

const quick = (text: string | Uint8Array, file: string, size: number, options = {}): Result.Result<Read, BadInput> => {
  const rows: Array<string> = []
  const bytes = blocksOf(text, size)
  const read = forEachScorecardRow(
    { file, bytes },
    (row, line) => rows.push(known(row as Partial<EpisodeRow>, line)),
    options
  )
  return Result.map(Effect.runSync(Effect.result(read)), (found) => ({ rows, ...found }))
}

const careful = (text: string | Uint8Array, file: string, size: number, options = {}): Result.Result<Read, BadInput> =>
  Result.map(attempt(text, file, size, options), ({ lines, unknownColumns, absentColumns }) => ({
    rows: lines.map(({ row, line }) => known(row, line)),
    unknownColumns,
    absentColumns
  }))

/** The rows, or what is wrong with the text, in words. */
const told = (read: Result.Result<Read, BadInput>): unknown =>
  Result.match(read, { onSuccess: (found) => found, onFailure: ({ message }) => message })

const expectSame = (text: string | Uint8Array, size: number, file = "episodes.csv", options = {}): void => {
  expect(told(quick(text, file, size, options))).toEqual(told(careful(text, file, size, options)))
}

const blockSizes = fc.constantFrom(1, 7, 64, 1_000, 65_536)

const csvOf = (rows: ReadonlyArray<EpisodeRow>): string =>
  Effect.runSync(Stream.mkString(writeEpisodeTable(Stream.fromIterable(rows), "csv")))

describe("rows read from their bytes", () => {
  test("are those of the careful reader, whatever the table and however it comes in", () => {
    fc.assert(
      fc.property(arbitraryRows, blockSizes, (rows, size) => expectSame(csvOf(rows), size)),
      { numRuns: 30 }
    )
  })

  const HEADER = "episode_id,child_ref,absence,ward,missing_at,area"
  const cells = fc.tuple(
    fc.constantFrom("E1", "E2", "E3", "É4", " E5", "", '"E6"', '"E,7"', '"E\n8"', "E9"),
    fc.constantFrom("LCS-1", "lcs-1", '"LCS-4"', "ＬＣＳ－2", "LCS - 3", "Jane", "", "77003"),
    fc.constantFrom("missing", "away", "", " missing", "gone", '"away"'),
    fc.constantFrom("Wath", "", "ß", '"Wath"', '"a ""b"""', '"'),
    fc.constantFrom(
      "2026-06-01T12:00:00.000Z",
      "2026-06-01T12:00:00Z",
      "2026-06-01T12:00Z",
      "2026-06-01T12:00:00+01:00",
      "2026-06-01T12:00:00.250-23:59",
      "2026-06-01T12:00:00+24:00",
      "2026-06-01T12:00:00+0100",
      '"2026-06-01T12:00:00.000Z"',
      '"2026-06-01T12:00:00.000Z',
      "2026-02-30T12:00:00Z",
      "2026-06-01T24:00:00Z",
      "0999-06-01T12:00:00Z",
      "2026-06-01 12:00",
      ""
    ),
    fc.constantFrom("Maltby", "", "Wath upon Dearne ", '"Wath, upon Dearne"', '""', '" Wath"', "Å", "x".repeat(2_000))
  )
  const lines = fc.oneof(
    { weight: 6, arbitrary: cells.map((row) => row.join(",")) },
    fc.constantFrom("", "  ", "E1,LCS-1", ",,,,,")
  )
  const breaks = fc.constantFrom("\n", "\r\n", "\r", "\n\n")

  test("are those of the careful reader where lines are odd, and every fault is the same", () => {
    fc.assert(
      fc.property(
        fc.array(lines, { maxLength: 30 }),
        breaks,
        fc.constantFrom("", "\u{feff}", "\n"),
        fc.constantFrom("", "\n", "\r\n"),
        blockSizes,
        fc.boolean(),
        (rows, lineBreak, before, after, size, isHeld) => {
          const text = `${before}${[HEADER, ...rows].join(lineBreak)}${after}`
          expectSame(text, size, "episodes.csv", isHeld ? { caseReferences } : {})
          expectSame(text, size, "standard input")
        }
      ),
      { numRuns: 150 }
    )
  })

  test("are those of the careful reader where a byte of the table was changed", () => {
    const text = new TextEncoder().encode(
      `${HEADER}\n${Array.from({ length: 8 }, (_, row) => `E${row},LCS-${row},away,Wath,2026-06-0${row + 1}T12:00:00Z,Maltby`).join("\n")}\n`
    )
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), fc.nat({ max: 255 }), blockSizes, (at, byte, size) => {
        const changed = text.slice()
        changed[at] = byte
        expectSame(changed, size)
      }),
      { numRuns: 150 }
    )
  })

  test.each([
    ["an empty file", ""],
    ["a header alone", HEADER],
    ["a header that lacks a column", "episode_id,missing_at\nE1,2026-06-01T12:00:00Z\n"],
    ["a column in another dress", "Episode ID,child_ref\nE1,LCS-1\n"],
    ["a column twice", "episode_id,child_ref,area,area\nE1,LCS-1,a,b\n"],
    ["more faults than are told", `${HEADER}\n${"E1,LCS-1,gone,,,\n".repeat(40)}`],
    ["a quote that is not closed", `${HEADER}\nE1,LCS-1,away,,,Maltby\nE2,LCS-1,away,,,"Wath\n`]
  ])("of %s are those of the careful reader", (_what, text) => {
    for (const size of [5, 65_536]) expectSame(text, size)
  })

  test("of NDJSON are those of the careful reader", () => {
    expectSame(
      '{"episode_id":"E1","child_ref":"LCS-1","area":"Wath"}\n{"episode_id":"E2","child_ref":"Jane"}\n',
      9,
      "a.ndjson"
    )
    expectSame('{"episode_id":"E1","child_ref":"LCS-1"}\n', 9, "standard input")
  })
})

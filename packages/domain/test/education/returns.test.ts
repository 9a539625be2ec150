import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import fc from "fast-check"
import { describe, expect, it, test } from "vitest"
import { formatCivilDay } from "../../src/calendar/index.ts"
import {
  type CmeCaseRow,
  censusMovesOf,
  censusPeriodOf,
  censusReturnOf,
  compareReturns,
  publishedLinesOf,
  roundedLinesOf,
  suppressCensusReturn,
  WrittenCensusReturn
} from "../../src/education/index.ts"
import { day, rowOf, someDay, tables } from "./caseTexts.ts"

const withIds = (table: ReadonlyArray<CmeCaseRow>) => table.map((row, place) => ({ ...row, case_id: `C${place}` }))

const openCases = (howMany: number, cells: Parameters<typeof rowOf>[0] = {}) =>
  Array.from({ length: howMany }, () => rowOf({ referred_on: "2026-09-01", ...cells }))

const october = day("2026-10-01")

describe("a return in DfE's published shape", () => {
  it("has a line for each of DfE's labels, with the counts of the return and no other number", () => {
    fc.assert(
      fc.property(tables, someDay, (table, text) => {
        const census = censusReturnOf(table.map(rowOf), day(text))
        const lines = publishedLinesOf(census)
        const counts = [census.bySex, census.byYearGroup, census.byDuration, census.byReason].flatMap(Object.values)
        expect(lines.map(({ childCount }) => childCount)).toEqual([census.total, ...counts])
        expect(lines).toHaveLength(1 + 3 + 13 + 8 + 20)
      })
    )
  })

  it("never makes a number of what is withheld, neither a count nor its percentage", () => {
    fc.assert(
      fc.property(tables, someDay, (table, text) => {
        const suppressed = suppressCensusReturn(censusReturnOf(table.map(rowOf), day(text)))
        for (const { childCount, childPercent } of publishedLinesOf(suppressed)) {
          if (childCount === "c" || suppressed.total === "c") expect(childPercent).toBe("c")
        }
      })
    )
  })

  it("rounds to the nearest 10, with low for what rounds to zero and is not zero", () => {
    const rows = [...openCases(196, { sex: "female" }), ...openCases(4, { sex: "male" })]
    const bySex = roundedLinesOf(censusReturnOf(rows, october)).filter(({ topic }) => topic === "Sex")
    expect(bySex.map(({ childCount, childPercent }) => [childCount, childPercent])).toEqual([
      [200, 100],
      ["low", "low"],
      [0, 0]
    ])
    const halves = roundedLinesOf(censusReturnOf(openCases(5), october))
    expect(halves[0]).toMatchObject({ childCount: 10, childPercent: 100 })
  })

  it("marks a percentage low that rounds to zero, and one of no children as not applicable", () => {
    const rows = [...openCases(300, { sex: "female" }), ...openCases(1, { sex: "male" })]
    expect(publishedLinesOf(censusReturnOf(rows, october))[2]).toMatchObject({ childCount: 1, childPercent: "low" })
    const none = publishedLinesOf(censusReturnOf([], october))
    expect(new Set(none.map(({ childPercent }) => childPercent))).toEqual(new Set(["z"]))
  })

  test.each([
    ["2025-09-01", "202526", "Autumn term"],
    ["2025-12-31", "202526", "Autumn term"],
    ["2026-01-15", "202526", "Spring term"],
    ["2026-05-21", "202526", "Summer term"],
    ["2026-08-31", "202526", "Summer term"],
    ["1999-10-07", "199900", "Autumn term"]
  ])("of %s is of %s, %s", (text, timePeriod, timeIdentifier) => {
    expect(censusPeriodOf(day(text))).toEqual({ timePeriod, timeIdentifier })
  })
})

describe("two returns beside one another", () => {
  it("differ by what changed case by case: those before, those that came and went, are those now", () => {
    fc.assert(
      fc.property(tables, tables, someDay, someDay, (sent, today, one, other) => {
        const [lastDay, now] = [day(one), day(other)]
        const [last, rows] = [withIds(sent.map(rowOf)), withIds(today.map(rowOf))]
        const moves = censusMovesOf(last, rows, { lastDay, day: now })
        const sum = (counts: Readonly<Record<string, number>>) =>
          Object.values(counts).reduce((total, count) => total + count, 0)
        expect([moves.before, moves.now]).toEqual([
          censusReturnOf(last, lastDay).total,
          censusReturnOf(rows, now).total
        ])
        expect(moves.before + sum(moves.came) - sum(moves.went)).toBe(moves.now)
        expect(moves.moves).toHaveLength(sum(moves.came) + sum(moves.went))
      })
    )
  })

  it("say why each case came or went, and which facts of the others changed", () => {
    const base = { referred_on: "2026-04-01" }
    const sent = [
      rowOf({ ...base, case_id: "ended" }),
      rowOf({ ...base, case_id: "error" }),
      rowOf({ ...base, case_id: "gone" }),
      rowOf({ ...base, case_id: "moved" }),
      rowOf({ ...base, case_id: "back", closed_on: "2026-05-01", outcome: "abroad" }),
      rowOf({ ...base, case_id: "same", reason: "Unknown" })
    ]
    const today = [
      rowOf({ ...base, case_id: "ended", closed_on: "2026-07-01", outcome: "school-place" }),
      rowOf({ ...base, case_id: "error", closed_on: "2026-07-01", outcome: "in-error" }),
      rowOf({ case_id: "moved" }),
      rowOf({ ...base, case_id: "back" }),
      rowOf({ ...base, case_id: "same", reason: "Mental health", since: "2026-03-02" }),
      rowOf({ case_id: "new", referred_on: "2026-09-07" }),
      rowOf({ ...base, case_id: "late" })
    ]
    const { moves, changed } = censusMovesOf(sent, today, { lastDay: day("2026-05-21"), day: october })
    expect(Object.fromEntries(moves.map(({ caseId, kind }) => [caseId, kind]))).toEqual({
      ended: "ended",
      error: "in-error",
      gone: "gone",
      moved: "referral-changed",
      back: "reopened",
      new: "started",
      late: "told-late"
    })
    expect(changed.map(({ caseId, fact, last, now }) => [caseId, fact, last, now])).toEqual([
      ["same", "since", undefined, day("2026-03-02")],
      ["same", "reason", "Unknown", "Mental health"]
    ])
  })

  it("have no difference where a count of either is withheld", () => {
    const whole = censusReturnOf([...openCases(40, { sex: "female" }), ...openCases(2, { sex: "male" })], october)
    const lines = compareReturns(suppressCensusReturn(whole), whole)
    const male = lines.find(({ breakdown }) => breakdown === "Male")
    expect(male).toEqual({ topic: "Sex", breakdown: "Male", last: "c", now: 2, difference: "c" })
    expect(lines[0]).toMatchObject({ last: 42, now: 42, difference: 0 })
  })
})

describe("a return read from its JSON", () => {
  const read = Schema.decodeUnknownResult(WrittenCensusReturn)
  const census = censusReturnOf(openCases(12), october)
  const written = { ...census, censusDay: formatCivilDay(census.censusDay) }

  it("is the return that was written", () => {
    expect(Result.getOrThrow(read(written))).toEqual(census)
  })

  it("is refused where a label is absent or a count is no whole number", () => {
    const { Male: _male, ...bySex } = census.bySex
    expect(Result.isFailure(read({ ...written, bySex }))).toBe(true)
    expect(Result.isFailure(read({ ...written, total: 1.5 }))).toBe(true)
    expect(Result.isFailure(read({ ...written, total: -1 }))).toBe(true)
    expect(Result.isSuccess(read({ ...written, total: "c" }))).toBe(true)
  })
})

import { expect, it } from "vitest"
import { figuresToPublish, withRestatements } from "../../src/performance/restated.ts"
import type { Cell, ReportTable } from "../../src/tables/reportTable.ts"

const reportWith = (
  october: Cell,
  september: Cell,
  unit: "count" | "percent" = "count"
): { readonly tables: ReadonlyArray<ReportTable> } => ({
  tables: [
    {
      id: "performance",
      title: "Performance",
      rowTitle: "Number",
      columns: [
        { title: "Indicator", isWords: true },
        { title: "September 2026", value: "2026-09" },
        { title: "October 2026", value: "2026-10" },
        { title: "Year to date", value: "year-to-date" }
      ],
      rows: [{ label: "1", measure: "episodes.total", unit, cells: [{ words: "Episodes" }, september, october, 40] }],
      definitions: []
    },
    { id: "other", title: "Other", rowTitle: "", columns: [], rows: [], definitions: [] }
  ]
})

const noteAfter = (before: Cell, now: Cell, unit: "count" | "percent" = "count") => {
  const published = figuresToPublish(reportWith("x", before))
  const [table] = withRestatements(reportWith("x", now, unit), published, 5).tables
  return table?.rows[0]?.notes?.[1]
}

it("of a report the figures of each month are kept, and neither words nor the year to date", () => {
  expect(figuresToPublish(reportWith(12, "c"))).toEqual([
    { month: "2026-09", measure: "episodes.total", figure: "c" },
    { month: "2026-10", measure: "episodes.total", figure: 12 }
  ])
})

it.each<[Cell, Cell, string | undefined]>([
  [18, 18, undefined],
  [18, 13, "was 18"],
  [13, 18, "was 13"],
  [18, 14, "revised"],
  [18, "c", "revised"],
  ["c", 18, "revised"],
  ["c", "c", undefined],
  ["x", 18, "revised"],
  ["z", "c", "revised"],
  [1_800, 12, "was 1,800"]
])("a figure that was published as %o and is %o now is marked: %o", (before, now, note) => {
  expect(noteAfter(before, now)).toBe(note)
})

it("a share says what it was with its decimal place", () => {
  expect(noteAfter(71.4, 60, "percent")).toBe("was 71.4")
})

it("what was never published is not marked, and of several the last that was published counts", () => {
  const now = reportWith(30, 20)
  expect(withRestatements(now, [], 5)).toEqual(now)
  const twice = [...figuresToPublish(reportWith(12, 20)), ...figuresToPublish(reportWith(30, 20))]
  expect(withRestatements(now, twice, 5)).toEqual(now)
})

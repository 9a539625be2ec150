import { expect, test } from "vitest"
import { type ReportedMonth, reportOf } from "../../src/index.ts"
import { type FigureLine, figureLines } from "../../src/tables/figureLines.ts"
import { monthOf } from "../madeUpMonth.ts"

/** Every figure of the published shape by its path; a null is what a mark stands for. */
const leaves = (value: unknown, path: string): ReadonlyArray<readonly [string, unknown]> => {
  if (value === null || typeof value === "number" || value === "c") return [[path, value]]
  if (typeof value !== "object") return []
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, path === "" ? name : `${path}.${name}`))
}

const episodeBreakdowns: Readonly<Record<string, string>> = {
  absence: "byAbsence",
  "missing-from": "byMissingFrom",
  "case-status": "byCaseStatus",
  area: "byArea",
  risk: "byRisk",
  duration: "byDuration"
}

/** Where the figure of a line stands in the published shape. */
const pathOf = ({ measure, breakdown, value, caseStatus }: FigureLine, months: ReadonlyArray<string>): string => {
  const inRhi = (status: string) => (status === "" ? measure : measure.replace("rhi.", `rhi.byCaseStatus.${status}.`))
  if (measure === "repeat.window.children3Plus") return "repeat.window"
  if (measure === "episodes.total" && value !== "") return `episodes.${episodeBreakdowns[breakdown]}.${value}`
  if (measure.startsWith("trend.")) return measure.replace("trend.", `trend.${months.indexOf(value)}.`)
  if (measure.startsWith("recurrence.")) return measure.replace("recurrence.", `recurrence.within${value}Days.`)
  if (measure === "frequency" || measure === "interviewTimes") return `${measure}.${value}`
  if (measure === "rhi.notDone") return `${inRhi(caseStatus)}.${value}`
  return measure.startsWith("rhi.") ? inRhi(value) : measure
}

const published = ({ scorecard, interviewTimes: { bands } }: ReportedMonth) => {
  const { asOf: _asOf, ...shape } = scorecard
  return leaves({ ...shape, interviewTimes: bands }, "").filter(([path]) => path !== "concentration.of")
}

test.each([
  ["whole", monthOf(90).whole],
  ["suppressed", monthOf(90).suppressed],
  ["small and suppressed", monthOf(9).suppressed],
  ["empty", monthOf(0).whole]
])("the tables of a %s scorecard hold every figure of the published shape, and no other", (_what, month) => {
  const months = month.scorecard.trend.map((shown) => shown.month)
  const lines = figureLines(reportOf(month))
  const shown = new Map(lines.map((line) => [pathOf(line, months), line.figure]))
  expect(published(month).length).toBeGreaterThan(150)
  for (const [path, figure] of published(month)) {
    const cell = shown.get(path)
    expect([path, figure === null ? "a mark" : figure]).toEqual([
      path,
      typeof cell === "string" && cell !== "c" ? "a mark" : cell
    ])
  }
  const paths = new Set(published(month).map(([path]) => path))
  const others = [...shown].filter(([path, figure]) => !paths.has(path) && figure !== 0 && !path.includes("notDone"))
  expect(others).toEqual([])
})

test("a share of too few is marked z, and a month that the table does not reach back to x", () => {
  const lines = figureLines(reportOf(monthOf(0).whole))
  const figures = (measure: string) =>
    new Set(lines.filter((line) => line.measure === measure).map(({ figure }) => figure))
  expect(figures("rhi.within72Hours.percent")).toEqual(new Set(["z"]))
  expect(figures("trend.sameMonthYearBefore")).toEqual(new Set(["x"]))
})

test("every table says in words what its figures count", () => {
  for (const { id, definitions, rows, columns } of reportOf(monthOf(90).whole).tables) {
    expect([id, definitions.length > 0]).toEqual([id, true])
    for (const { cells } of rows) expect(cells.length).toBe(columns.length)
  }
})

test("the time that a policy allows is named as it is, and the published names stay", () => {
  const { whole } = monthOf(90)
  const { tables } = reportOf({ ...whole, interviewTimes: { ...whole.interviewTimes, hours: 48, days: 5 } })
  expect(tables.filter(({ id }) => id.startsWith("within-")).map(({ id, title }) => [id, title])).toEqual([
    ["within-72-hours", "Held within 48 hours"],
    ["within-3-working-days", "Held within 5 working days"]
  ])
})

import type { SuppressedEducationScorecard } from "@safe-return/domain/education"
import { expect, test } from "vitest"
import { educationReportOf, writeReport } from "../../src/index.ts"
import { drawPicture } from "../../src/pictures/drawPicture.ts"
import { type FigureLine, figureLines } from "../../src/tables/figureLines.ts"
import { dataOf, figuresIn } from "../pictures/figuresIn.ts"
import { quarterOf } from "./madeUpQuarter.ts"

/** Every figure of the published shape by its path. */
const leaves = (value: unknown, path: string): ReadonlyArray<readonly [string, unknown]> => {
  if (value === null || typeof value === "number" || value === "c") return [[path, value]]
  if (typeof value !== "object") return []
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, path === "" ? name : `${path}.${name}`))
}

/** A share of the new cases says nothing of open and closed ones, so that it stands in the JSON alone. */
const published = ({ asOf: _asOf, ...shape }: SuppressedEducationScorecard) =>
  leaves(shape, "").filter(([path]) => !(/^(open|closed)\./.test(path) && path.endsWith(".percent")))

const pathOf = ({ measure, value }: FigureLine, quarters: ReadonlyArray<string>): string => {
  if (measure.startsWith("trend.")) return measure.replace("trend.", `trend.${quarters.indexOf(value)}.`)
  if (measure === "open.whereabouts") return `${measure}.${value}`
  if (measure.endsWith(".percent")) return measure.replace(/percent$/, `${value}.percent`)
  return value === "" ? measure : `${measure}.${value}.count`
}

test.each([
  ["whole", quarterOf(600).whole],
  ["suppressed", quarterOf(600).suppressed],
  ["small and suppressed", quarterOf(30).suppressed],
  ["empty", quarterOf(0).whole]
])("the tables of a %s quarter hold every figure of the published shape, and no other", (_what, quarter) => {
  const quarters = quarter.trend.map((shown) => shown.quarter)
  const lines = figureLines(educationReportOf(quarter, true))
  const shown = Object.fromEntries(lines.map((line) => [pathOf(line, quarters), line.figure]))
  const expected = Object.fromEntries(published(quarter).map(([path, figure]) => [path, figure ?? "z"]))
  expect(Object.keys(expected).length).toBeGreaterThan(70)
  expect(shown).toEqual(expected)
})

test("ethnicity that was asked for and not given is apart from what nobody asked for", () => {
  const rows = educationReportOf(quarterOf(600).whole, false).tables.find(({ id }) => id === "ethnicity")?.rows ?? []
  expect(rows.map(({ label }) => label)).toEqual([
    "WBRI",
    "WROM",
    "Undeclared: asked and not given",
    "Not recorded: nobody asked"
  ])
})

test("a share of new cases that rounds to zero without being it is low, as DfE writes it", () => {
  const { whole } = quarterOf(600)
  const byReason = { Unknown: { count: 5, percent: 0 }, Other: { count: 0, percent: 0 } }
  const report = educationReportOf({ ...whole, new: { ...whole.new, byReason } }, false)
  const cells = report.tables.find(({ id }) => id === "reason")?.rows.map((row) => row.cells)
  expect(cells).toEqual([
    [5, "low"],
    [0, 0]
  ])
})

test("every table of a quarter says in words what its figures count", () => {
  for (const { id, definitions, rows, columns } of educationReportOf(quarterOf(600).whole, false).tables) {
    expect([id, definitions.length > 0]).toEqual([id, true])
    for (const { cells } of rows) expect(cells.length).toBe(columns.length)
  }
})

test("every picture of a quarter draws each number of its table, and none that is withheld", () => {
  for (const quarter of [quarterOf(600).whole, quarterOf(600).suppressed]) {
    for (const picture of educationReportOf(quarter, true).pictures) {
      const column = picture.id === "quarters" ? undefined : 0
      const cells = picture.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells.slice(0, (column ?? 2) + 1)))
      const numbers = cells.filter((cell) => typeof cell === "number")
      expect([picture.id, new Set(figuresIn(picture))]).toEqual([picture.id, new Set(numbers)])
    }
  }
})

test("a quarter whose every figure is withheld has empty pictures", () => {
  const { pictures } = educationReportOf(quarterOf(9).suppressed, true)
  expect(pictures.filter(({ isEmpty }) => isEmpty).map(({ id }) => id)).toContain("quarters")
})

test("the pictures of a quarter are drawn for a wide and a narrow place, every label whole", async () => {
  for (const picture of educationReportOf(quarterOf(600).whole, false).pictures) {
    for (const [size, width] of [
      ["wide", 680],
      ["narrow", 340]
    ] as const) {
      const svg = await drawPicture(picture, size)
      expect([picture.id, Number(/width="(\d+)"/.exec(svg)?.[1])]).toEqual([picture.id, width])
      expect([picture.id, svg.includes("…")]).toEqual([picture.id, false])
      const words = dataOf(picture.spec(size)).flatMap(({ lines }) => (Array.isArray(lines) ? lines : []))
      for (const line of words) expect(svg).toContain(String(line))
    }
  }
})

test("the sheet of a quarter names every picture and says what is withheld", async () => {
  const report = educationReportOf(quarterOf(600).suppressed, true)
  const svg = String(await writeReport(report, "svg"))
  for (const { title, description } of report.pictures) {
    expect(svg).toContain(`>${title}</title>`)
    expect(svg).toContain(`>${description}</desc>`)
  }
  expect(svg).toContain("Small counts are withheld")
  expect(svg).not.toContain("policy")
})

test("the CSV of a quarter takes no area for a formula, and names no policy", async () => {
  const text = String(await writeReport(educationReportOf(quarterOf(600).whole, false), "csv"))
  expect(text).toContain("new.byArea,area,'=Maltby,")
  expect(text.split("\r\n")[1]).toMatch(/^2018-19-Q4,2019-03-31,,new\.total,/)
})

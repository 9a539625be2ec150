import { afterAll, beforeAll, expect, test } from "vitest"
import { type Performance, type Report, reportOf, writeReport } from "../../src/index.ts"
import { cellInWords } from "../../src/tables/cellInWords.ts"
import { monthOf } from "../madeUpMonth.ts"
import { closeBrowser, hasBrowser, layoutOf, opened, violationsIn, widths } from "./openedPage.ts"

afterAll(closeBrowser)

const given = (value: number) => ({ value, source: "A made-up plan", verified: false })
const performance: Performance = {
  scorecards: ["2025-06", "2026-04", "2026-05", "2026-06"].map((month) => monthOf(90, month).suppressed.scorecard),
  targets: [
    { indicator: "within-72-hours", year: "2026-27", tolerances: { green: given(80), amber: given(50) } },
    { indicator: "episodes", year: "2026-27", tolerances: { green: given(60), amber: given(70) } },
    { indicator: "within-3-working-days", year: "2026-27", tolerances: { green: given(70), amber: given(50) } }
  ],
  percentFrom: 5
}
const report = reportOf({ ...monthOf(90).suppressed, performance })
let html = ""
beforeAll(async () => {
  html = String(await writeReport(report, "html"))
})

const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&")

const plain = (cell: string): string => unescaped(cell.replaceAll(/<[^>]+>/g, ""))

const rowsIn = (page: string): ReadonlyArray<ReadonlyArray<string>> =>
  [...page.matchAll(/<tbody.*?<\/tbody>/gs)].flatMap(([body]) =>
    [...body.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) =>
      [...row.matchAll(/<t[hd].*?<\/t[hd]>/gs)].map(([cell]) => plain(cell))
    )
  )

const rowsOf = ({ tables }: Report): ReadonlyArray<string> =>
  tables.flatMap(({ rows, columns }) =>
    rows.map(({ label, cells, unit }) =>
      [label, ...cells.map((cell, place) => cellInWords(cell, unit ?? columns[place]?.unit))].join("|")
    )
  )

test("the page has every row of every table, with the figures of the other formats", () => {
  const shown = new Set(rowsIn(html).map((cells) => cells.join("|")))
  expect(rowsOf(report).filter((row) => !shown.has(row))).toEqual([])
})

test("a figure with a target has its colour in a word too, and one without has none", () => {
  const tags = [...html.matchAll(/<strong class="govuk-tag govuk-tag--(\w+)">(\w+)<\/strong>/g)]
  expect(tags.map(([, colour, word]) => [colour, word])).toEqual([
    ["red", "Red"],
    ["yellow", "Amber"],
    ["green", "Green"]
  ])
})

test("the page has no script, no crown, no licensed font and no other file", () => {
  expect(html).not.toMatch(/<script|<link|crown|crest|GDS Transport|@import/i)
  expect([...html.matchAll(/(?:src|href)="([^"#][^"]*)"/g)]).toEqual([])
  expect([...html.matchAll(/url\(([^)]{0,10})/g)].every(([, address = ""]) => address.startsWith("data:"))).toBe(true)
  expect(html.length).toBeLessThan(400_000)
})

test("the page defines what each number counts, and each table leads there", () => {
  const defined = new Set([...html.matchAll(/id="(counts-[^"]+)"/g)].map(([, id]) => id))
  const links = [...html.matchAll(/href="#(counts-[^"]+)"/g)].map(([, id]) => id)
  expect(links.length).toBeGreaterThan(15)
  expect(links.filter((id) => !defined.has(id))).toEqual([])
})

for (const [width, place] of widths) {
  test.skipIf(!hasBrowser)(`the page fits a ${place}, with one drawing of every picture`, async () => {
    const { drawings, figures, rightmost } = await layoutOf(html, width)
    expect(drawings.length).toBe(figures)
    expect(Math.max(rightmost, ...drawings)).toBeLessThanOrEqual(width)
  })
}

test.skipIf(!hasBrowser)("the page has nothing that axe finds wrong by WCAG 2.2 AA and good practice", async () => {
  expect(await violationsIn(html)).toEqual([])
})

test.skipIf(!hasBrowser)("the page prints on A4, performance across it, all in a few sheets", async () => {
  const page = await opened(html, 1280)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1")
  const sizes = new Set(
    [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
      ([, wide, high]) => `${Math.round(Number(wide))}x${Math.round(Number(high))}`
    )
  )
  expect(sizes).toEqual(new Set(["595x842", "842x595"]))
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThan(16)
})

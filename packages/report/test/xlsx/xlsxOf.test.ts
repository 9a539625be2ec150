import { strFromU8, unzipSync } from "fflate"
import { expect, test } from "vitest"
import { reportOf } from "../../src/index.ts"
import { sheetName } from "../../src/xlsx/sheetName.ts"
import { xlsxOf } from "../../src/xlsx/xlsxOf.ts"
import { monthOf } from "../madeUpMonth.ts"

const report = reportOf(monthOf(90).suppressed)

/** The cells of a sheet by row: a number as a number, a text as a text. */
const cellsOf = (sheet: string, texts: ReadonlyArray<string>) =>
  [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<c ([^>]*)><v>([^<]*)<\/v><\/c>/g)].map(([, kind = "", value = ""]) =>
      kind.includes('t="s"') ? (texts[Number(value)] ?? "") : Number(value)
    )
  )

test("the workbook has a sheet for each table with its numbers as numbers and a frozen header", async () => {
  const files = unzipSync(await xlsxOf(report))
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const texts = [...text("xl/sharedStrings.xml").matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, one = ""]) => one)
  const names = [...text("xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)
  expect(names).toEqual(["About", ...report.tables.map(({ title }) => title), "Definitions"])
  for (const [place, table] of report.tables.entries()) {
    const sheet = text(`xl/worksheets/sheet${place + 2}.xml`)
    const [header, ...rows] = cellsOf(sheet, texts)
    expect(header?.slice(0, table.columns.length + 1)).toEqual([
      table.rowTitle,
      ...table.columns.map(({ title }) => title)
    ])
    expect(rows.map((cells) => cells.slice(1, table.columns.length + 1))).toEqual(table.rows.map(({ cells }) => cells))
    expect(sheet).toContain('state="frozen"')
    expect(sheet).toContain("customWidth")
  }
})

test("the name of a sheet is one that Excel takes", () => {
  expect(sheetName("Held: in 72 hours/3 days? [of all]")).toBe("Held  in 72 hours 3 days   of a")
  expect(new Set(report.tables.map(({ title }) => sheetName(title))).size).toBe(report.tables.length)
})

import { expect, test } from "vitest"
import { reportOf, writeReport } from "../../src/index.ts"
import { monthOf } from "../madeUpMonth.ts"

const report = reportOf(monthOf(20).suppressed)

test("the sheet names and describes every picture and needs no other file", async () => {
  const svg = String(await writeReport(report, "svg"))
  for (const { title, description } of report.pictures) {
    expect(svg).toContain(`>${title.replaceAll('"', "&quot;")}</title>`)
    expect(svg).toContain(`>${description}</desc>`)
  }
  expect(svg).toContain("c: withheld: too small a count")
  expect(svg).toContain("Small counts are withheld")
  const whole = String(await writeReport(reportOf(monthOf(20).whole), "svg"))
  expect(whole).toContain("Small counts are shown: only for those who may see the children's records.")
  expect(svg.match(/(?:href|src)="?[^#d"]/g)).toBeNull()
  expect([...svg.matchAll(/url\(([a-z]+):/g)].map(([, scheme]) => scheme)).toEqual(["data", "data"])
})

test("the sheet as a PNG is drawn with its own fonts", async () => {
  const png = await writeReport(report, "png")
  expect(typeof png === "string" ? png : [...png.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47])
  const width = typeof png === "string" ? 0 : new DataView(png.buffer, png.byteOffset).getUint32(16)
  expect(width).toBe(2160)
  // Without the fonts the words leave no trace, and the file has half its size.
  expect(png.length).toBeGreaterThan(110_000)
})

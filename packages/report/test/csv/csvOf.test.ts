import { Effect, Stream } from "effect"
import { Csv } from "effect/encoding"
import { expect, test } from "vitest"
import { csvOf } from "../../src/csv/csvOf.ts"
import { formulaSafe } from "../../src/csv/formulaSafe.ts"
import { reportOf } from "../../src/index.ts"
import { figureLines } from "../../src/tables/figureLines.ts"
import { monthOf } from "../madeUpMonth.ts"

const report = reportOf(monthOf(90).whole)

test("a line of the CSV is one figure of the tables, and reading it gives the same", () => {
  const text = csvOf(report)
  const rows = Effect.runSync(
    Stream.runCollect(Stream.pipeThroughChannelOrFail(Stream.succeed(text), Csv.decodeString()))
  )
  const [header, ...lines] = rows
  expect(header?.slice(3, 8)).toEqual(["measure", "breakdown", "value", "case_status", "figure"])
  const expected = figureLines(report)
  expect(lines.length).toBe(expected.length)
  lines.forEach((cells, place) => {
    const line = expected[place]
    expect(cells.slice(0, 1)).toEqual(["2026-06"])
    expect([cells[3], cells[5], cells[7], cells[9]]).toEqual([
      line?.measure,
      formulaSafe(line?.value ?? ""),
      String(line?.figure),
      line?.sentence
    ])
  })
})

test("the CSV ends its lines as RFC 4180 says and quotes what holds a comma", () => {
  const text = csvOf(report)
  expect(text.split("\r\n").length).toBe(figureLines(report).length + 2)
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/)
  expect(text).toContain('area,"Wath, Swinton"')
})

test.each(["=1+1", "+44", "-5", "@SUM(A1)", "\t=1", "\r=1", "＝1"])(
  "the text %j is no formula in a spreadsheet",
  (text) => {
    expect(formulaSafe(text)).toBe(`'${text}`)
  }
)

test("a text that is no formula stays as it is", () => {
  expect(formulaSafe("Maltby - East")).toBe("Maltby - East")
  expect(csvOf(report)).toContain("area,'=Maltby,")
})

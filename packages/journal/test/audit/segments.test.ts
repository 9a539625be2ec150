import { expect, it } from "vitest"
import { firstNumberOf, linesOf, segmentName } from "../../src/audit/segments.ts"

it("a segment is read line by line, and an unfinished last line is left out", () => {
  const text = "first\nzweit ä\n"
  expect(linesOf(Buffer.from(text))).toEqual({ lines: ["first", "zweit ä"], unfinished: 0 })
  expect(linesOf(Buffer.from(`${text}cut`))).toEqual({ lines: ["first", "zweit ä"], unfinished: 3 })
})

it("bytes that are no text damage their own line alone", () => {
  const bytes = Buffer.concat([Buffer.from("first ä\n"), Buffer.from([0xff, 0x0a]), Buffer.from("third ä\n")])
  expect(linesOf(bytes).lines).toEqual(["first ä", "ÿ", "third ä"])
})

it("a segment is named for the number of its first entry", () => {
  expect(segmentName(42)).toBe("000000000042.jsonl")
  expect(firstNumberOf(segmentName(42))).toBe(42)
})

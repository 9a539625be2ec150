import { packs } from "@safe-return/domain/policy"
import fc from "fast-check"
import { expect, test } from "vitest"
import { fieldLines } from "../../src/text/fieldLine.ts"

test("a field is found on the line where it stands, or its nearest surrounding", () => {
  const text = '{\n  "a": "x } \\" ,",\n  "list": [\n    1,\n    { "b": null }\n  ],\n  "c": {}\n}'
  const lineOf = fieldLines(text)
  expect(["a", "list", "list[0]", "list[1].b", "c"].map(lineOf)).toEqual([2, 3, 4, 5, 7])
  expect(["list[1].none.deeper", "c.none", "none", ""].map(lineOf)).toEqual([5, 7, 1, 1])
})

test("every entry of JSON written one a line is found on its own line", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.jsonValue()), { minLength: 1 }), (entries) => {
      const unique = [...new Map(entries)]
      const text = `{\n${unique.map(([key, value]) => `"${key}": ${JSON.stringify(value)}`).join(",\n")}\n}`
      const lineOf = fieldLines(text)
      expect(unique.map(([key]) => lineOf(key))).toEqual(unique.map((_, index) => index + 2))
    })
  )
})

test("every source of a shipped pack is found on a line of its own", () => {
  const lineOf = fieldLines(JSON.stringify(packs.rotherham, null, 2))
  const lines = (packs.rotherham.sources ?? []).map((_, index) => lineOf(`sources[${index}].name`))
  expect(new Set(lines).size).toBe(lines.length)
})

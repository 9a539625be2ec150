import { parseJson } from "@safe-return/exchange"
import fc from "fast-check"
import { expect, test } from "vitest"

const faultOf = (text: string, line?: number) => {
  const parsed = parseJson("policy.json", text, line)
  if (parsed._tag === "Success") throw new Error("This was read as JSON, and it should have been refused.")
  return parsed.failure
}

test.each([
  ['{"a": Jane}', 1, 7],
  ['{"a":1}}', 1, 8],
  ['{"a":1,}', 1, 8],
  ['{"a":tru}', 1, 9],
  ['{"a":"', 1, 7],
  ['{"a":', 1, 6],
  ["", 1, 1],
  ["[1 2]", 1, 4],
  ['{"a":1,\n "b" 2}', 2, 6]
])("%j stops being JSON at line %i, column %i", (text, line, column) => {
  expect(faultOf(text)).toMatchObject({ file: "policy.json", line, column })
})

test("the text itself is never repeated: it may hold a name", () => {
  expect(faultOf('{"child": "Jane Doe" "Jane Doe"}').message).not.toContain("Jane")
})

test("lines are counted on from the line the text begins on", () => {
  expect(faultOf("{", 12).line).toBe(12)
})

test("what is JSON is read as it is, and a stray brace is found wherever it stands", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), (text) => {
      expect(parseJson("policy.json", text)).toMatchObject({ _tag: "Success", success: JSON.parse(text) })
      expect(faultOf(`[${text}}`).column).toBe(text.length + 2)
    })
  )
})

import { expect, test } from "vitest"
import { badInputIn, tableIn } from "../reading.ts"

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"))
const HEADER = "episode_id,child_ref,area\n"

test("text in an older encoding is refused with its line, whatever blocks it comes in", () => {
  const bytes = latin1(`${HEADER}E1,LCS-1,Wath\nE2,LCS-2,Café Quarter\nE3,LCS-3,Maltby\n`)
  for (const size of [1, 2, 7, 40, 1_000]) {
    const { faults } = badInputIn(bytes, "episodes.csv", size)
    expect(faults).toEqual([
      {
        file: "episodes.csv",
        line: 3,
        message: "The text is not UTF-8. Save the file as UTF-8 (in Excel: 'CSV UTF-8') and try again."
      }
    ])
  }
})

test("a file that ends in the middle of a character is refused at its last line", () => {
  const whole = new TextEncoder().encode(`${HEADER}E1,LCS-1,Café`)
  expect(badInputIn(whole.subarray(0, -1)).faults[0].line).toBe(2)
})

test("what Excel calls Unicode text (UTF-16) is refused at its first line", () => {
  expect(badInputIn(Uint8Array.from(Buffer.from(`\u{feff}${HEADER}`, "utf16le"))).faults[0].line).toBe(1)
})

test("characters cut in two by the edge of a block come out whole", () => {
  const text = `${HEADER}E1,LCS-1,Zażółć 🚸 Café\n`
  for (const size of [1, 2, 3, 5]) expect(tableIn(text, "episodes.csv", size).lines[0]?.row.area).toBe("Zażółć 🚸 Café")
})

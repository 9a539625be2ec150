import { describe, expect, it } from "vitest"
import { daysInWords } from "../src/sentence.ts"

describe("daysInWords", () => {
  it("puts the days of a sentence in words, and leaves what is no day", () => {
    expect(daysInWords("added on 2026-10-01, from 2026-12-24 to 2027-01-03")).toBe(
      "added on Thu 1 Oct 2026, from Thu 24 Dec 2026 to Sun 3 Jan 2027"
    )
    expect(daysInWords("SYP-2026-0112-30 on 2026-02-30")).toBe("SYP-2026-0112-30 on 2026-02-30")
  })
})

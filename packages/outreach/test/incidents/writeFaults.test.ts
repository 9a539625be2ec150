import { expect, it } from "vitest"
import { faultRemedy, faultWords } from "../../src/incidents/writeFaults.ts"

it("each fault that keeps anything from being recorded has words and a remedy of its own", () => {
  const faults = [undefined, "disk-full", "read-only", "lock-lost", "away"] as const
  expect(faultWords("disk-full")).toBe("the disk of the journal is full")
  expect(faultWords(undefined)).toBe("the journal cannot be opened")
  expect(faultRemedy(undefined)).toContain("run journal verify")
  expect(faultRemedy("away")).toContain("Start the database")
  for (const of of [faultWords, faultRemedy]) expect(new Set(faults.map(of)).size).toBe(faults.length)
})

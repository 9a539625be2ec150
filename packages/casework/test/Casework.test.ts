import { expect, it } from "vitest"
import { UnknownReference } from "../src/Casework.ts"

const saidOf = (...alike: ReadonlyArray<string>) => new UnknownReference({ reference: "LCS-1", alike }).message

it("a person who mistypes a reference reads the one or two on record that are like it", () => {
  expect(saidOf("LCS-2")).toBe("Nothing is recorded for LCS-1. Did you mean LCS-2?")
  expect(saidOf("LCS-2", "LCS-3")).toBe("Nothing is recorded for LCS-1. Did you mean LCS-2 or LCS-3?")
})

it("a person whose reference is like none or like many on record is asked to check it", () => {
  const check = "Nothing is recorded for LCS-1. Check the reference against the case system"
  for (const said of [saidOf(), saidOf("LCS-2", "LCS-3", "LCS-4")]) expect(said).toContain(check)
  expect(new UnknownReference({ reference: "LCS-1" }).message).toContain(check)
})

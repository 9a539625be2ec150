import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { expect, it } from "vitest"
import { CmePolicy, childrenNotInSchool, usualCmePolicy } from "../../src/education/index.ts"

it("the usual policy is one that its schema reads, and nothing in it claims to be confirmed", () => {
  expect(Result.isSuccess(Schema.decodeUnknownResult(CmePolicy)(usualCmePolicy))).toBe(true)
  const numbers = Object.values(usualCmePolicy.reminders)
  expect([...numbers, ...usualCmePolicy.enquiries].filter(({ verified }) => verified)).toEqual([])
  expect(numbers.every(({ source }) => source.startsWith("Working choice: "))).toBe(true)
})

it("the checklist of enquiries names each kind once", () => {
  const kinds = usualCmePolicy.enquiries.map(({ kind }) => kind)
  expect(new Set(kinds).size).toBe(kinds.length)
})

it("the pack of a law that is not in force is off, and has no day on which it begins", () => {
  expect(childrenNotInSchool.isOn).toBe(false)
  expect(Object.keys(childrenNotInSchool)).not.toContain("effectiveFrom")
  expect(childrenNotInSchool.notKnown[0]).toContain("The day on which it comes into force")
})

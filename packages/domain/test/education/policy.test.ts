import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { expect, it } from "vitest"
import { askedDutyOf, CmePolicy, childrenNotInSchool, DutyKind, usualCmePolicy } from "../../src/education/index.ts"
import { day } from "./caseTexts.ts"

it("the usual policy is one that its schema reads, and nothing in it claims to be confirmed", () => {
  expect(Result.isSuccess(Schema.decodeUnknownResult(CmePolicy)(usualCmePolicy))).toBe(true)
  const numbers = Object.values(usualCmePolicy.reminders)
  expect([...numbers, ...usualCmePolicy.enquiries].filter(({ verified }) => verified)).toEqual([])
  expect(numbers.every(({ source }) => source.startsWith("Working choice: "))).toBe(true)
})

it("the usual policy says of every duty who is asked, and claims none of it to be confirmed", () => {
  const { owners, managersAfterDays } = usualCmePolicy.asking
  expect(owners.map(({ kind }) => kind).sort()).toEqual([...DutyKind.literals].sort())
  expect([...owners, managersAfterDays].filter(({ verified }) => verified)).toEqual([])
})

it("a duty goes by the usual policy where the case's own says nothing of it", () => {
  const duty = { kind: "no-reason", remindFrom: day("2026-09-07") } as const
  const asking = { owners: [], managersAfterDays: { value: 1, source: "Made up", verified: false } }
  const roles = (policy: Parameters<typeof askedDutyOf>[0], today: string) =>
    askedDutyOf(policy, duty, day(today)).roles
  expect(roles({}, "2026-09-08")).toEqual(["education-officer"])
  expect(roles({ asking }, "2026-09-08")).toEqual(["education-officer", "education-manager"])
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

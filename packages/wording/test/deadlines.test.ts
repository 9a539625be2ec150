import { utc } from "@safe-return/domain/calendar"
import { clocksFor } from "@safe-return/domain/deadlines"
import { type Policy, rotherham } from "@safe-return/domain/policy"
import { Result } from "effect"
import { expect, it } from "vitest"
import { workingDaysInWords } from "../src/deadlines.ts"

const returnedAt = utc(2026, 11, 23, 18)

it.each([
  ["end-of-day", "3 working days: end of Thu 26 Nov 2026"],
  ["17:00", "3 working days: before 17:00 on Thu 26 Nov 2026"]
] as const)("the working-day deadline under the cut-off %s says when it ends", (cutoff, words) => {
  const policy: Policy = {
    ...rotherham,
    interview: { ...rotherham.interview, cutoff: { ...rotherham.interview.cutoff, value: cutoff } }
  }
  expect(workingDaysInWords(Result.getOrThrow(clocksFor(returnedAt, policy)), policy)).toBe(words)
})

import { civilDay } from "@safe-return/domain/calendar"
import { expect, it } from "vitest"
import { factsOf } from "../src/childFacts.ts"
import { child, worker } from "../testing/madeUpCase.ts"

it("a profile tells the rules its birth date and case status, and nothing else", () => {
  const bornOn = civilDay(2011, 5, 1)
  expect(factsOf({ child, bornOn, caseStatus: "looked-after", allocatedWorker: worker })).toEqual({
    bornOn,
    caseStatus: "looked-after"
  })
  expect(factsOf({ child })).toEqual({})
  expect(factsOf(undefined)).toEqual({})
})

import { civilDay, londonTimeOn } from "@safe-return/domain/calendar"
import { type CmeCase, foldCases, isOpenCase, type PendingDuty, pendingDutiesOf } from "@safe-return/domain/education"
import { PersonId } from "@safe-return/domain/pathway"
import { describe, expect, test } from "vitest"
import { trainingClaims } from "../../../src/caseload/education/caseClaims.ts"
import { pupilHistories } from "../../../src/caseload/education/pupilHistories.ts"
import { OPEN_CASES, trainingCases } from "../../../src/caseload/education/trainingCases.ts"
import { isMet } from "../../../src/caseload/figures/claims.ts"

const by = PersonId.make("U0MADEUP1")
/** In the middle of a quarter, on its second day and on its last. */
const days = [civilDay(2026, 11, 16), civilDay(2026, 10, 2), civilDay(2026, 12, 31)]

const casesOn = (seed: number, day: (typeof days)[number]): ReadonlyArray<CmeCase> =>
  pupilHistories(trainingCases(seed, day), { by, opensAt: londonTimeOn(day, 9 * 60) }).flatMap(
    ({ entries }) => foldCases(entries.map(({ recorded }) => recorded)).cases
  )

const dueOn = (cases: ReadonlyArray<CmeCase>, day: (typeof days)[number]): ReadonlyArray<PendingDuty["kind"]> =>
  cases.flatMap((one) => pendingDutiesOf(one, day).flatMap(({ kind, remindFrom }) => (remindFrom <= day ? kind : [])))

describe.each(days)("the education caseload of a workspace that opens on day %i", (day) => {
  test.each([1, 2, 2024])("meets its figures and leaves nothing of the past open, seed %i", (seed) => {
    const rows = trainingCases(seed, day)
    expect(trainingClaims(rows, day).filter((claim) => !isMet(claim))).toEqual([])
    const cases = casesOn(seed, day)
    expect(cases).toHaveLength(rows.length)
    expect(cases.filter(isOpenCase)).toHaveLength(OPEN_CASES)
    expect(dueOn(cases, day).length).toBeLessThan(12)
  })
})

test("a case left out of the newest quarter misses the claims", () => {
  const [day = civilDay(2026, 11, 16)] = days
  const rows = trainingCases(1, day)
  const without = rows.filter((row) => row.area !== "Central")
  expect(trainingClaims(without, day).filter((claim) => !isMet(claim)).length).toBeGreaterThan(0)
})

test("every kind of thing that people are asked for waits once or twice on day one", () => {
  const [day = civilDay(2026, 11, 16)] = days
  const counts = Map.groupBy(dueOn(casesOn(2024, day), day), (kind) => kind)
  expect([...counts.keys()].toSorted()).toEqual([
    "answer-unread",
    "no-enquiry",
    "no-reason",
    "no-start",
    "offer-unanswered",
    "trace-unanswered"
  ])
  for (const found of counts.values()) expect(found.length).toBeLessThanOrEqual(2)
})

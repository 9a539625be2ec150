import type { CivilDay } from "../../calendar/civilDay.ts"
import { referenceKey } from "../../pathway/referenceSpelling.ts"
import type { Definition } from "../../scorecard/definition.ts"
import type { CountedCase } from "../figures/countedCase.ts"
import { type ReferredCase, SEED } from "./newCases.ts"

const firstReferrals = (rows: ReadonlyArray<CountedCase>): ReadonlyMap<string, CivilDay> => {
  const first = new Map<string, CivilDay>()
  for (const { child_ref, referred_on } of rows) {
    const child = referenceKey(child_ref)
    const known = first.get(child)
    if (referred_on !== undefined && (known === undefined || referred_on < known)) first.set(child, referred_on)
  }
  return first
}

/** How many new cases are of a child who was referred on an earlier day too; `rows` are all cases, none in error. */
export const returningAmong = (newCases: ReadonlyArray<ReferredCase>, rows: ReadonlyArray<CountedCase>): number => {
  const first = firstReferrals(rows)
  return newCases.filter(({ child_ref, referred_on }) => {
    const earliest = first.get(referenceKey(child_ref))
    return earliest !== undefined && earliest < referred_on
  }).length
}

export const returningDefinition: Definition = {
  field: "new.returning",
  counts:
    "Of the new cases, those whose child has a case with an earlier `referred_on`, in the same quarter or before it. Two cases of one day are neither earlier. A case in error makes no child a returning one.",
  source: `${SEED}: most had earlier episodes`
}

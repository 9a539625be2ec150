import { type Definition, OUR_MEASURE } from "../../scorecard/definition.ts"
import { IN_ERROR, outcomeWords } from "../caseTable/outcomes.ts"
import type { CountedCase } from "../figures/countedCase.ts"
import type { KnownDays } from "./newCases.ts"
import { NOT_RECORDED, type Shares, sharesBy } from "./share.ts"

/** The cases that ended in the quarter. */
export interface ClosedCases {
  readonly total: number
  readonly byOutcome: Shares
}

/** The cases that were closed within these days, whenever they were referred. */
export const closedCasesIn = (
  rows: ReadonlyArray<CountedCase>,
  { first, last }: KnownDays
): ReadonlyArray<CountedCase> =>
  rows.filter(({ closed_on }) => closed_on !== undefined && closed_on >= first && closed_on <= last)

const outcomes = [...Object.keys(outcomeWords.words).filter((outcome) => outcome !== IN_ERROR), NOT_RECORDED]

/** The cases that ended within these days by how they ended, beside the quarter's number of new cases. */
export const closedCasesOf = (rows: ReadonlyArray<CountedCase>, days: KnownDays, newCases: number): ClosedCases => {
  const closed = closedCasesIn(rows, days)
  return {
    total: closed.length,
    byOutcome: sharesBy(closed, outcomes, ({ outcome = NOT_RECORDED }) => outcome, newCases)
  }
}

export const closedCasesDefinitions: ReadonlyArray<Definition> = [
  {
    field: "closed.total",
    counts: "Cases whose `closed_on` lies in the quarter, and not after `asOf`, whenever they were referred.",
    source: OUR_MEASURE
  },
  {
    field: "closed.byOutcome",
    counts:
      "Those by how they ended, zeros included and `in-error` left out; a blank is `not-recorded`. `percent` is of the quarter's new cases as everywhere in this scorecard, and can pass 100.",
    source: OUR_MEASURE
  }
]

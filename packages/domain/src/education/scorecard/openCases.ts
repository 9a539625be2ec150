import type { CivilDay } from "../../calendar/civilDay.ts"
import { type Definition, OUR_MEASURE } from "../../scorecard/definition.ts"
import { pupilWhereaboutsWords } from "../caseTable/whereaboutsWords.ts"
import type { CountedCase } from "../figures/countedCase.ts"
import { durationBandOn, durationBands } from "../figures/durationBands.ts"
import { isOpenOn } from "../figures/openOn.ts"
import { tallyBy } from "../figures/tally.ts"
import { NOT_RECORDED, type Shares, sharesBy } from "./share.ts"

/** The cases open at the end of a day. */
export interface OpenCases {
  readonly atEnd: number
  /** By DfE's bands, from the start to that day. */
  readonly byDuration: Shares
  /** Whether it is known where the children are. */
  readonly whereabouts: Readonly<Record<string, number>>
}

/** The cases open at the end of a day, beside the quarter's number of new cases. */
export const openCasesOn = (rows: ReadonlyArray<CountedCase>, day: CivilDay, newCases: number): OpenCases => {
  const open = rows.filter((row) => isOpenOn(row, day))
  return {
    atEnd: open.length,
    byDuration: sharesBy(open, durationBands, (row) => durationBandOn(row, day), newCases),
    whereabouts: tallyBy(
      open,
      [...Object.keys(pupilWhereaboutsWords.words), NOT_RECORDED],
      ({ whereabouts = NOT_RECORDED }) => whereabouts
    )
  }
}

export const openCasesDefinitions: ReadonlyArray<Definition> = [
  {
    field: "open.atEnd",
    counts:
      "Cases open at the end of the quarter's last day or of `asOf`, whichever is earlier: referred by then, and not closed by then. A case closed on that day is not open.",
    source: OUR_MEASURE
  },
  {
    field: "open.byDuration",
    counts:
      "Those open cases by whole days from `since` to that day, in DfE's bands, zeros included. A blank `since`, or one after that day, is `Unknown`. `percent` is of the quarter's new cases as everywhere in this scorecard, and can pass 100.",
    source: "DfE, Children missing education, data set of 29 January 2026"
  },
  {
    field: "open.whereabouts",
    counts: "Those open cases by whether it is known where the child is; a blank is `not-recorded`. Counts alone.",
    source: OUR_MEASURE
  }
]

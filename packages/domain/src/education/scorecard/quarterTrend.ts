import { CivilDay } from "../../calendar/civilDay.ts"
import type { Definition } from "../../scorecard/definition.ts"
import type { CountedCase } from "../figures/countedCase.ts"
import { isOpenOn } from "../figures/openOn.ts"
import { closedCasesIn } from "./closedCases.ts"
import { type KnownDays, newCasesIn, SEED } from "./newCases.ts"
import { addQuarters, firstDayOf, formatQuarter, lastDayOf, type Quarter } from "./quarter.ts"

/** One quarter in three numbers. */
export interface TrendQuarter {
  /** `2018-19-Q4` */
  readonly quarter: string
  readonly new: number
  /** Open at its end. */
  readonly open: number
  readonly closed: number
}

const QUARTERS_SHOWN = 8

/** The days of a quarter that are known on a day. */
export const knownDaysOf = (quarter: Quarter, asOf: CivilDay): KnownDays => ({
  first: firstDayOf(quarter),
  last: CivilDay(Math.min(lastDayOf(quarter), asOf))
})

/** Eight quarters that end with this one, oldest first. */
export const quarterTrend = (
  rows: ReadonlyArray<CountedCase>,
  quarter: Quarter,
  asOf: CivilDay
): ReadonlyArray<TrendQuarter> =>
  Array.from({ length: QUARTERS_SHOWN }, (_, place) => {
    const shown = addQuarters(quarter, place + 1 - QUARTERS_SHOWN)
    const days = knownDaysOf(shown, asOf)
    return {
      quarter: formatQuarter(shown),
      new: newCasesIn(rows, days).length,
      open: rows.filter((row) => isOpenOn(row, days.last)).length,
      closed: closedCasesIn(rows, days).length
    }
  })

export const quarterTrendDefinition: Definition = {
  field: "trend",
  counts:
    "Eight quarters that end with the quarter, oldest first: new cases, cases open at its end (or at `asOf`, where that is earlier), and cases closed in it, each counted as above.",
  source: `${SEED}: 143 new in Q3 and 171 in Q4 of 2018/19`
}

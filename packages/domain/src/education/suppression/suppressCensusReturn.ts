import type { CivilDay } from "../../calendar/civilDay.ts"
import { shownFromOf } from "../../policy/usualScorecardRules.ts"
import { isSmall, type Suppressed, withheldIf } from "../../scorecard/suppression/figure.ts"
import { suppressTable } from "../../scorecard/suppression/hiddenParts.ts"
import type { CensusReturn } from "../figures/censusReturn.ts"

/** A return that may be shown to anybody: every count is a number or `c`. A whole return is of this shape too. */
export interface SuppressedCensusReturn extends Suppressed<Omit<CensusReturn, "censusDay">> {
  readonly censusDay: CivilDay
}

/**
 * Withholds counts of 1 to 4 and what would give one back by a sum or a difference. What is sent to DfE is the whole return.
 *
 * @param shownFrom the smallest count that is shown, 5 or more; zeros are shown, except where they would tell
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { censusReturnOf, suppressCensusReturn } from "@safe-return/domain/education"
 *
 * const rows = [{ child_ref: "EDU-20117", referred_on: civilDay(2026, 9, 7) }]
 * const { total, bySex } = suppressCensusReturn(censusReturnOf(rows, civilDay(2026, 10, 1)))
 * total // "c"
 * bySex // {"Female":0,"Male":0,"Unknown":"c"}
 * ```
 */
export const suppressCensusReturn = (census: CensusReturn, shownFrom = shownFromOf({})): SuppressedCensusReturn => ({
  censusDay: census.censusDay,
  total: withheldIf(isSmall(census.total, shownFrom), census.total),
  bySex: suppressTable(census.bySex, shownFrom),
  byYearGroup: suppressTable(census.byYearGroup, shownFrom),
  byDuration: suppressTable(census.byDuration, shownFrom),
  byReason: suppressTable(census.byReason, shownFrom)
})

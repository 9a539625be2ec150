import type { CivilDay } from "../../calendar/civilDay.ts"
import { cmeReasons, REASON_NOT_RECORDED } from "../caseTable/reasons.ts"
import { type Sex, sexWords } from "../caseTable/sexes.ts"
import { yearGroupLabel, yearGroups } from "../caseTable/yearGroups.ts"
import type { CountedCase } from "./countedCase.ts"
import { durationBandOn, durationBands } from "./durationBands.ts"
import { isOpenOn } from "./openOn.ts"
import { tallyBy } from "./tally.ts"

type Counts = Readonly<Record<string, number>>

/** What DfE collects of a census day: each breakdown has all of DfE's labels, in DfE's order, zeros included. */
export interface CensusReturn {
  readonly censusDay: CivilDay
  /** Cases open on the day. */
  readonly total: number
  readonly bySex: Counts
  readonly byYearGroup: Counts
  readonly byDuration: Counts
  readonly byReason: Counts
}

const sexLabel = (sex: Sex): string => sexWords.words[sex]

/** DfE's labels of sex, in DfE's order. */
const sexLabels = Object.values(sexWords.words)

/**
 * The return of one census day from the rows of a case table. DfE's labels for sex and year group have no "not
 * recorded", so that a blank there is `Unknown`; a blank reason is `Not recorded`, and never `Unknown`.
 *
 * Source: DfE, Children missing education, data set of 29 January 2026; the published contracts.
 *
 * @param censusDay whole days since 1970-01-01, London's; counted at its end
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { censusReturnOf } from "@safe-return/domain/education"
 *
 * const rows = [
 *   { child_ref: "EDU-20117", referred_on: civilDay(2026, 9, 7), since: civilDay(2026, 9, 1) },
 *   { child_ref: "EDU-20342", referred_on: civilDay(2026, 9, 14), closed_on: civilDay(2026, 10, 1) }
 * ]
 * const { total, byDuration, byReason } = censusReturnOf(rows, civilDay(2026, 10, 1))
 * total // 1
 * byDuration["4 to 8 weeks"] // 1
 * byReason["Not recorded"] // 1
 * ```
 */
export const censusReturnOf = (rows: Iterable<CountedCase>, censusDay: CivilDay): CensusReturn => {
  const open = [...rows].filter((row) => isOpenOn(row, censusDay))
  return {
    censusDay,
    total: open.length,
    bySex: tallyBy(open, sexLabels, ({ sex = "unknown" }) => sexLabel(sex)),
    byYearGroup: tallyBy(open, yearGroups.map(yearGroupLabel), ({ year_group = "unknown" }) =>
      yearGroupLabel(year_group)
    ),
    byDuration: tallyBy(open, durationBands, (row) => durationBandOn(row, censusDay)),
    byReason: tallyBy(open, cmeReasons, ({ reason = REASON_NOT_RECORDED }) => reason)
  }
}

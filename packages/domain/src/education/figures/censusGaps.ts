import type { CivilDay } from "../../calendar/civilDay.ts"
import { REASON_NOT_RECORDED } from "../caseTable/reasons.ts"
import type { CountedCase } from "./countedCase.ts"
import { isOpenOn } from "./openOn.ts"

/** What the return of a day asks of a case and its row does not say. */
export const censusGapKinds = ["since", "since-later", "reason", "sex", "year-group"] as const
export type CensusGapKind = (typeof censusGapKinds)[number]

/** A row with its id, so that people find the case. */
export interface IdentifiedCase extends CountedCase {
  readonly case_id: string
}

/** One case that is counted as unknown or not recorded somewhere. */
export interface CaseGaps {
  readonly caseId: string
  readonly childReference: string
  readonly missing: ReadonlyArray<CensusGapKind>
}

/** What became of the cases between two census days: before, and started, less ended, is open. */
export interface CensusChanges {
  readonly since: CivilDay
  readonly before: number
  readonly started: number
  readonly ended: number
}

/** What to look at before a return is sent. */
export interface CensusGaps {
  readonly censusDay: CivilDay
  readonly open: number
  /** Open cases from whose rows nothing is missing. */
  readonly complete: number
  readonly byKind: Readonly<Record<CensusGapKind, number>>
  /** In the order of the table. */
  readonly gaps: ReadonlyArray<CaseGaps>
  /** Absent where no earlier census day was named. */
  readonly changes?: CensusChanges
}

const missingIn = (row: CountedCase, day: CivilDay): ReadonlyArray<CensusGapKind> => {
  const { since, reason = REASON_NOT_RECORDED, sex, year_group } = row
  return [
    ...(since === undefined ? (["since"] as const) : []),
    ...(since !== undefined && since > day ? (["since-later"] as const) : []),
    ...(reason === REASON_NOT_RECORDED ? (["reason"] as const) : []),
    ...(sex === undefined ? (["sex"] as const) : []),
    ...(year_group === undefined ? (["year-group"] as const) : [])
  ]
}

const changesOf = (rows: ReadonlyArray<CountedCase>, day: CivilDay, since: CivilDay): CensusChanges => {
  const wasOpen = rows.map((row) => isOpenOn(row, since))
  const isOpen = rows.map((row) => isOpenOn(row, day))
  return {
    since,
    before: wasOpen.filter(Boolean).length,
    started: isOpen.filter((one, at) => one && !wasOpen[at]).length,
    ended: wasOpen.filter((one, at) => one && !isOpen[at]).length
  }
}

/**
 * What is missing from the cases of a census day, case by case, and what changed since an earlier one. What was asked and is
 * not known (`Unknown`, `unknown`) is no gap; what nobody wrote down is.
 *
 * Source: our own: DfE's figures of autumn 2025 have no duration for any child of Rotherham's, and no reason for 48 %.
 *
 * @param censusDay a London day, counted at its end
 * @param since an earlier census day to compare with
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { censusGapsOf } from "@safe-return/domain/education"
 *
 * const row = { case_id: "C1", child_ref: "EDU-20117", referred_on: civilDay(2026, 9, 7), sex: "female" } as const
 * const { open, complete, gaps } = censusGapsOf([{ ...row, reason: "Unknown" }], civilDay(2026, 10, 1))
 * open - complete // 1
 * gaps.map(({ caseId, missing }) => [caseId, ...missing]) // [["C1","since","year-group"]]
 * ```
 */
export const censusGapsOf = (rows: Iterable<IdentifiedCase>, censusDay: CivilDay, since?: CivilDay): CensusGaps => {
  const table = [...rows]
  const open = table.filter((row) => isOpenOn(row, censusDay))
  const gaps = open.flatMap((row): ReadonlyArray<CaseGaps> => {
    const missing = missingIn(row, censusDay)
    return missing.length === 0 ? [] : [{ caseId: row.case_id, childReference: row.child_ref, missing }]
  })
  const count = (kind: CensusGapKind): number => gaps.filter(({ missing }) => missing.includes(kind)).length
  return {
    censusDay,
    open: open.length,
    complete: open.length - gaps.length,
    byKind: {
      since: count("since"),
      "since-later": count("since-later"),
      reason: count("reason"),
      sex: count("sex"),
      "year-group": count("year-group")
    },
    gaps,
    ...(since === undefined ? {} : { changes: changesOf(table, censusDay, since) })
  }
}

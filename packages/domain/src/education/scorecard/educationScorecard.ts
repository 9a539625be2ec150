import * as Option from "effect/Option"
import * as Result from "effect/Result"
import type { CivilDay } from "../../calendar/civilDay.ts"
import { type InputFault, inputFault } from "../../faults/inputFault.ts"
import type { CountedCase } from "../figures/countedCase.ts"
import { isNotInError } from "../figures/openOn.ts"
import { type ClosedCases, closedCasesOf } from "./closedCases.ts"
import { newByArea, newByEthnicity, newByReason, newBySource } from "./newCaseShares.ts"
import { childrenOf, newCasesIn } from "./newCases.ts"
import { type OpenCases, openCasesOn } from "./openCases.ts"
import { formatQuarter, parseQuarter, type Quarter } from "./quarter.ts"
import { knownDaysOf, quarterTrend, type TrendQuarter } from "./quarterTrend.ts"
import { returningAmong } from "./returning.ts"
import type { Shares } from "./share.ts"

/** The cases that were referred in the quarter. */
export interface NewCases {
  readonly total: number
  readonly children: number
  /** Of the total: the child has an earlier case. */
  readonly returning: number
  readonly byArea: Shares
  readonly byEthnicity: Shares
  readonly byReason: Shares
  readonly bySource: Shares
}

/** What managers read of one quarter of children missing education. */
export interface EducationScorecard {
  /** `2018-19-Q4`: a quarter of the financial year. */
  readonly quarter: string
  /** What is dated after the end of this day is not known. */
  readonly asOf: CivilDay
  readonly new: NewCases
  readonly open: OpenCases
  readonly closed: ClosedCases
  readonly trend: ReadonlyArray<TrendQuarter>
}

export interface EducationScorecardQuestion {
  /** A quarter of the financial year, `2018-19-Q4`; its first is April to June. */
  readonly quarter: string
  /** A London day, which counts to its end. */
  readonly asOf: CivilDay
}

/** A case that was referred after the day is not known on it; one closed later is still open. */
const isKnownOn = ({ referred_on }: CountedCase, day: CivilDay): boolean =>
  referred_on === undefined || referred_on <= day

const count = (rows: ReadonlyArray<CountedCase>, quarter: Quarter, asOf: CivilDay): EducationScorecard => {
  const days = knownDaysOf(quarter, asOf)
  const cases = newCasesIn(rows, days)
  return {
    quarter: formatQuarter(quarter),
    asOf,
    new: {
      total: cases.length,
      children: childrenOf(cases),
      returning: returningAmong(cases, rows),
      byArea: newByArea(cases),
      byEthnicity: newByEthnicity(cases),
      byReason: newByReason(cases),
      bySource: newBySource(cases)
    },
    open: openCasesOn(rows, days.last, cases.length),
    closed: closedCasesOf(rows, days, cases.length),
    trend: quarterTrend(rows, quarter, asOf)
  }
}

const notAQuarter = inputFault(
  "quarter",
  "This is not a quarter of a financial year. Write it as 2018-19-Q4 (January to March 2019)."
)

/**
 * The scorecard of a quarter from the rows of a case table, or in words what cannot be counted by. Each number is defined
 * in `educationDefinitions`. Nothing throws.
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { educationScorecardOf } from "@safe-return/domain/education"
 * import { Result } from "effect"
 *
 * const rows = [
 *   { child_ref: "EDU-20117", referred_on: civilDay(2018, 5, 14), closed_on: civilDay(2018, 9, 10) },
 *   { child_ref: "EDU-20117", referred_on: civilDay(2019, 1, 14), area: "Central" }
 * ]
 * const asOf = civilDay(2019, 3, 31)
 * const counted = educationScorecardOf(rows, { quarter: "2018-19-Q4", asOf })
 * Result.map(counted, (figures) => [figures.new.total, figures.new.returning, figures.open.atEnd]) // success([1,1,1])
 * Result.map(counted, (figures) => figures.new.byArea["Central"]) // success({"count":1,"percent":100})
 * Result.mapError(educationScorecardOf(rows, { quarter: "2019", asOf }), ({ field }) => field) // failure("quarter")
 * ```
 */
export const educationScorecardOf = (
  rows: Iterable<CountedCase>,
  { quarter, asOf }: EducationScorecardQuestion
): Result.Result<EducationScorecard, InputFault> =>
  Option.match(parseQuarter(quarter), {
    onNone: () => Result.fail(notAQuarter),
    onSome: (asked) => {
      const known = [...rows].filter((row) => isNotInError(row) && isKnownOn(row, asOf))
      return Result.succeed(count(known, asked, asOf))
    }
  })

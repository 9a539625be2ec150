/** The cases of an area that are open on DfE's census day, in the published shares of each breakdown. */
import { addDays, type CivilDay } from "@safe-return/domain/calendar"
import {
  type CmeCaseRow,
  type CmeReason,
  DURATION_UNKNOWN,
  REASON_NOT_RECORDED,
  type YearGroup
} from "@safe-return/domain/education"
import { seeded } from "../randomness.ts"
import { dealt } from "./dealt.ts"
import { madeUpCaseId, madeUpPupil, madeUpSource, whereaboutsBy } from "./madeUpFacts.ts"
import { england, rotherham } from "./publishedCases.ts"

export type CensusArea = "rotherham" | "england"

/** What an area's cases are made on; an area without year groups of its own takes England's shares. */
export const censusFigures = { england, rotherham: { ...rotherham, yearGroups: england.yearGroups } } as const

/** The whole days since the start that each of DfE's bands holds; three years in the open one make every case fit. */
export const daysOf: Readonly<Record<string, readonly [least: number, most: number]>> = {
  "Less than 2 weeks": [0, 13],
  "2 to 4 weeks": [14, 27],
  "4 to 8 weeks": [28, 55],
  "8 to 12 weeks": [56, 83],
  "12 to 26 weeks": [84, 181],
  "26 to 52 weeks": [182, 363],
  "Over 52 weeks": [364, 1_094]
}

/** A council is told within a month of a start that it knows of. */
const NOTICE_DAYS = 28
/** Of a start that is not known: within half a year of the census. */
const HALF_A_YEAR = 182

interface CensusQuestion {
  readonly area: CensusArea
  readonly seed: number
  readonly censusDay: CivilDay
}

export const censusCases = ({ area, seed, censusDay }: CensusQuestion): ReadonlyArray<CmeCaseRow> => {
  const { total, sexes, yearGroups, durations, reasons } = censusFigures[area]
  const random = seeded(seed)
  const sexOf = dealt(total, sexes, random)
  const yearGroupOf: ReadonlyArray<YearGroup> = dealt(total, yearGroups, random)
  const bandOf: ReadonlyArray<string> = dealt<string>(total, durations, random)
  const reasonOf: ReadonlyArray<string> = dealt<string>(total, reasons, random)
  return Array.from({ length: total }, (_, number) => {
    const band = bandOf[number] ?? DURATION_UNKNOWN
    const days = daysOf[band]
    const since = days === undefined ? undefined : addDays(censusDay, -random.between(...days))
    const reason = reasonOf[number] as CmeReason
    const referredOn =
      since === undefined
        ? addDays(censusDay, -random.between(0, HALF_A_YEAR))
        : addDays(since, random.between(0, Math.min(NOTICE_DAYS, censusDay - since)))
    return {
      case_id: madeUpCaseId(number),
      child_ref: madeUpPupil(number),
      referred_on: referredOn,
      ...(since === undefined ? {} : { since }),
      source: madeUpSource(random),
      sex: sexOf[number] ?? "unknown",
      year_group: yearGroupOf[number] ?? "unknown",
      ...(reason === REASON_NOT_RECORDED ? {} : { reason }),
      whereabouts: whereaboutsBy(reason)
    }
  })
}

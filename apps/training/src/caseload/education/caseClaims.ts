/** The figures that made-up cases claim to match, reckoned again from their rows. */
import type { CivilDay } from "@safe-return/domain/calendar"
import {
  type CmeCaseRow,
  censusReturnOf,
  educationScorecardOf,
  lastDayOf,
  parseQuarter,
  sexWords,
  UNDECLARED,
  yearGroupLabel
} from "@safe-return/domain/education"
import { Option, Result, Struct } from "effect"
import type { Counts } from "../figures/apportioned.ts"
import { breakdownClaims, type Claim, claimOf } from "../figures/claims.ts"
import { type CensusArea, censusFigures } from "./censusCases.ts"
import { rotherhamQuarters } from "./publishedCases.ts"

const NEAREST_WHOLE = 0.5

/** Published by our words, counted by DfE's labels. */
const labelled = <Key extends string>(published: Counts<Key>, label: (key: Key) => string): Counts<string> =>
  Object.fromEntries(Struct.keys(published).map((key) => [label(key), published[key]]))

export const censusClaims = (
  area: CensusArea,
  rows: ReadonlyArray<CmeCaseRow>,
  censusDay: CivilDay
): ReadonlyArray<Claim> => {
  const { total, sexes, durations, reasons, yearGroups: groups } = censusFigures[area]
  const came = censusReturnOf(rows, censusDay)
  return [
    claimOf("children missing education", total, came.total),
    ...breakdownClaims(
      "sex",
      total,
      labelled(sexes, (sex) => sexWords.words[sex]),
      came.bySex
    ),
    ...(area === "england"
      ? breakdownClaims("year group", total, labelled(groups, yearGroupLabel), came.byYearGroup)
      : []),
    ...breakdownClaims<string>("duration", total, durations, came.byDuration),
    ...breakdownClaims<string>("reason", total, reasons, came.byReason)
  ]
}

export const quarterClaims = (rows: ReadonlyArray<CmeCaseRow>): ReadonlyArray<Claim> => {
  const { newCases, shares } = rotherhamQuarters
  return Struct.keys(newCases).flatMap((quarter, index, all) => {
    const asOf = lastDayOf(Option.getOrThrow(parseQuarter(quarter)))
    const { new: came } = Result.getOrThrow(educationScorecardOf(rows, { quarter, asOf }))
    const isLast = index === all.length - 1
    const shareOf = (what: string, share: number, count = 0) =>
      claimOf(`${what}, ${quarter}`, share * newCases[quarter], count, NEAREST_WHOLE)
    return [
      claimOf(`new cases, ${quarter}`, newCases[quarter], came.total),
      ...(isLast
        ? [
            shareOf("area: Central", shares.central, came.byArea["Central"]?.count),
            shareOf("ethnicity: Roma", shares.roma, came.byEthnicity["WROM"]?.count),
            shareOf("ethnicity: undeclared", shares.undeclared, came.byEthnicity[UNDECLARED]?.count)
          ]
        : [])
    ]
  })
}

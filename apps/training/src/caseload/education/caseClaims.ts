/** The figures that made-up cases claim to match, reckoned again from their rows. */
import type { CivilDay } from "@safe-return/domain/calendar"
import {
  addQuarters,
  type CmeCaseRow,
  censusReturnOf,
  educationScorecardOf,
  formatQuarter,
  lastDayOf,
  parseQuarter,
  type Quarter,
  sexWords,
  UNDECLARED,
  yearGroupLabel
} from "@safe-return/domain/education"
import { Option, Result, Struct } from "effect"
import type { Counts } from "../figures/apportioned.ts"
import { breakdownClaims, type Claim, claimOf } from "../figures/claims.ts"
import { type CensusArea, censusFigures } from "./censusCases.ts"
import { rotherhamQuarters } from "./publishedCases.ts"
import { PUBLISHED_QUARTER } from "./quarterCases.ts"
import { OPEN_CASES, quarterBefore } from "./trainingCases.ts"

const NEAREST_WHOLE = 0.5

/** Published by our words, counted by DfE's labels. */
const labelled = <Key extends string>(published: Counts<Key>, label: (key: Key) => string): Counts<string> =>
  Object.fromEntries(Struct.keys(published).map((key) => [label(key), published[key]]))

/** @param total how many cases the area's shares are taken of: its own, unless given */
export const censusClaims = (
  area: CensusArea,
  rows: ReadonlyArray<CmeCaseRow>,
  censusDay: CivilDay,
  total: number = censusFigures[area].total
): ReadonlyArray<Claim> => {
  const { sexes, durations, reasons, yearGroups: groups } = censusFigures[area]
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

/** @param last the quarter that has the figures of the newest published one */
export const quarterClaims = (
  rows: ReadonlyArray<CmeCaseRow>,
  last: Quarter = Option.getOrThrow(parseQuarter(PUBLISHED_QUARTER))
): ReadonlyArray<Claim> => {
  const { newCases, shares } = rotherhamQuarters
  const counts = Object.values(newCases)
  return counts.flatMap((published, index, all) => {
    const quarter = formatQuarter(addQuarters(last, index + 1 - all.length))
    const asOf = lastDayOf(Option.getOrThrow(parseQuarter(quarter)))
    const { new: came } = Result.getOrThrow(educationScorecardOf(rows, { quarter, asOf }))
    const isLast = index === all.length - 1
    const shareOf = (what: string, share: number, count = 0) =>
      claimOf(`${what}, ${quarter}`, share * published, count, NEAREST_WHOLE)
    return [
      claimOf(`new cases, ${quarter}`, published, came.total),
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

/** Of what the training workspace opens with: two quarters as Rotherham published them, and its open cases in England's shares. */
export const trainingClaims = (rows: ReadonlyArray<CmeCaseRow>, day: CivilDay): ReadonlyArray<Claim> => [
  ...quarterClaims(rows, quarterBefore(day)),
  ...censusClaims("england", rows, day, OPEN_CASES)
]

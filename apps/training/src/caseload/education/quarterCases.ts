/** Two years of Rotherham's cases as managers read them: the newest two quarters as published, those before made up. */
import { addDays, type CivilDay } from "@safe-return/domain/calendar"
import {
  addQuarters,
  type CmeCaseRow,
  type CmeOutcome,
  type CmeReason,
  firstDayOf,
  lastDayOf,
  parseQuarter,
  type Quarter,
  UNDECLARED
} from "@safe-return/domain/education"
import { Option } from "effect"
import { type Randomness, seeded, type WeightedChoices } from "../randomness.ts"
import { dealt } from "./dealt.ts"
import { madeUpCaseId, madeUpPupil, madeUpSource, whereaboutsBy } from "./madeUpFacts.ts"
import { rotherhamQuarters } from "./publishedCases.ts"

export const PUBLISHED_QUARTER = "2018-19-Q4"

const QUARTERS = 8
/** New cases of a quarter before the published ones: made up. */
const EARLIER = [96, 138] as const
/** Most children were known from before: families come and go. */
const RETURNING = 0.6
/** Days until a case ended. Made up. */
const OPEN_DAYS = [10, 150] as const

const { newCases, shares } = rotherhamQuarters

const outcomes: WeightedChoices<CmeOutcome> = [
  ["school-place", 55],
  ["other-authority", 15],
  ["abroad", 20],
  ["suitable-home-education", 8],
  ["over-age", 2]
]

const reasons: WeightedChoices<CmeReason> = [
  ["Moved in from another country", 30],
  ["Believed to have moved to another country", 20],
  ["School application awaiting outcome", 25],
  ["Moved in from another local authority", 10],
  ["Unsuitable elective home education", 5],
  ["Unknown", 10]
]

/** Blank is not asked. */
export const ethnicities = { WROM: shares.roma, [UNDECLARED]: shares.undeclared, WBRI: 0.15, "": 0.08 }

export const areas = { Central: shares.central, North: 0.3, South: 1 - shares.central - 0.3 }

/** The newest first. */
const published = Object.values(newCases).toReversed()

const countOf = (back: number, random: Randomness): number => published[back] ?? random.between(...EARLIER)

export interface QuartersAsked {
  /** Which quarter has the figures of the newest published one. */
  readonly last: Quarter
  readonly quarters: number
  /** Every case ends before this day; without it, those that last longer than the quarters are open. */
  readonly closedBefore?: CivilDay
}

const asPublished: QuartersAsked = {
  last: Option.getOrThrow(parseQuarter(PUBLISHED_QUARTER)),
  quarters: QUARTERS
}

export const quarterCases = (
  seed: number,
  { last, quarters, closedBefore }: QuartersAsked = asPublished
): ReadonlyArray<CmeCaseRow> => {
  const random = seeded(seed)
  const cases: Array<CmeCaseRow> = []
  for (let back = quarters - 1; back >= 0; back -= 1) {
    const quarter = addQuarters(last, -back)
    const [first, end] = [firstDayOf(quarter), lastDayOf(quarter)]
    const count = countOf(back, random)
    const areaOf = dealt(count, areas, random)
    const ethnicityOf = dealt(count, ethnicities, random)
    // A child comes back once the latest case is closed; each once a quarter.
    const latest = new Map(cases.map((row) => [row.child_ref, row]))
    const mayReturn = [...latest.values()].filter(({ closed_on }) => closed_on !== undefined && closed_on < first)
    const comingBack = random.shuffled(mayReturn).slice(0, Math.round(count * RETURNING))
    for (let index = 0; index < count; index += 1) {
      const referred = addDays(first, random.between(0, end - first))
      const ends = addDays(referred, random.between(...OPEN_DAYS))
      const closed = closedBefore === undefined || ends < closedBefore ? ends : addDays(closedBefore, -1)
      const isOver = closedBefore !== undefined || closed <= lastDayOf(last)
      const reason = random.weighted(reasons)
      const ethnicity = ethnicityOf[index] ?? ""
      const row: CmeCaseRow = {
        case_id: madeUpCaseId(cases.length),
        child_ref: comingBack[index]?.child_ref ?? madeUpPupil(cases.length),
        referred_on: referred,
        since: addDays(referred, -random.between(0, 28)),
        area: areaOf[index] ?? "Central",
        source: madeUpSource(random),
        ...(ethnicity === "" ? {} : { ethnicity }),
        reason,
        whereabouts: whereaboutsBy(reason),
        ...(isOver ? { closed_on: closed, outcome: random.weighted(outcomes) } : {})
      }
      cases.push(row)
    }
  }
  return cases
}

/** What the training workspace opens on: two quarters of cases that are over, and a few open ones to look through. */
import { addDays, type CivilDay } from "@safe-return/domain/calendar"
import {
  addQuarters,
  type CmeCaseRow,
  type CmeReason,
  firstDayOf,
  lastDayOf,
  parseQuarter,
  type Quarter,
  REASON_NOT_RECORDED
} from "@safe-return/domain/education"
import { Option } from "effect"
import { type Randomness, seeded } from "../randomness.ts"
import { daysOf } from "./censusCases.ts"
import { dealt } from "./dealt.ts"
import { madeUpCaseId, madeUpPupil, madeUpSource, whereaboutsBy } from "./madeUpFacts.ts"
import { england } from "./publishedCases.ts"
import { areas, ethnicities, PUBLISHED_QUARTER, quarterCases } from "./quarterCases.ts"

/** Open on day one: what a person can look through. */
export const OPEN_CASES = 24

/** One in so many open cases is of a child who had one before. */
const KNOWN_EVERY = 3

/** Cases at the top that wait for something, and were referred long enough before. */
const WAITING = 8

/** Reasons of cases that wait for something on day one, and so were referred long enough before. */
export const waitingReasons: ReadonlyArray<CmeReason> = [
  "Offered school place but not yet accepted",
  "Believed to have moved to another local authority",
  "Believed to have moved to another country"
]

/** Long enough for a wait, and not for years. */
const waitingBands: ReadonlyArray<string> = ["4 to 8 weeks", "8 to 12 weeks", "12 to 26 weeks"]

/** Days before the day of opening: a trace or an offer is asked about by then. */
const WAITED = 14

/** Days before DfE's next band: no more than one case is reminded of it on day one. */
const BEFORE_BAND = 9

/** The quarter of the financial year in which a day lies. */
const quarterOf = (day: CivilDay): Quarter => {
  let quarter = Option.getOrThrow(parseQuarter(PUBLISHED_QUARTER))
  while (lastDayOf(quarter) < day) quarter = addQuarters(quarter, 1)
  while (firstDayOf(quarter) > day) quarter = addQuarters(quarter, -1)
  return quarter
}

/** The last complete quarter before a day. */
export const quarterBefore = (day: CivilDay): Quarter => addQuarters(quarterOf(day), -1)

const firstOf = <A>(items: ReadonlyArray<A>, isFirst: (item: A) => boolean): ReadonlyArray<A> => [
  ...items.filter(isFirst),
  ...items.filter((item) => !isFirst(item))
]

const sinceOf = (band: string | undefined, day: CivilDay, { between }: Randomness): CivilDay | undefined => {
  const days = daysOf[band ?? ""]
  if (days === undefined) return undefined
  const [least, most] = days
  return addDays(day, -between(least, Math.max(least, most - BEFORE_BAND)))
}

const openCases = (before: ReadonlyArray<CmeCaseRow>, day: CivilDay, random: Randomness): ReadonlyArray<CmeCaseRow> => {
  const begins = firstDayOf(quarterOf(day))
  const deal = <Key extends string>(shares: Readonly<Record<Key, number>>) => dealt(OPEN_CASES, shares, random)
  const [sexOf, yearGroupOf, areaOf, ethnicityOf] = [
    deal(england.sexes),
    deal(england.yearGroups),
    deal(areas),
    deal(ethnicities)
  ]
  const bandOf = firstOf<string>(deal(england.durations), (band) => waitingBands.includes(band))
  const reasonOf = firstOf(deal<CmeReason>(england.reasons as Readonly<Record<CmeReason, number>>), (reason) =>
    waitingReasons.includes(reason)
  )
  // A child has one open case at a time.
  const lately = new Set(
    before.flatMap(({ child_ref, closed_on }) => ((closed_on ?? begins) < begins ? [] : [child_ref]))
  )
  const known = [...new Set(before.map(({ child_ref }) => child_ref))].filter((child) => !lately.has(child))
  return Array.from({ length: OPEN_CASES }, (_, number) => {
    const [since, reason, ethnicity] = [sinceOf(bandOf[number], day, random), reasonOf[number], ethnicityOf[number]]
    const earliest = Math.max(begins, since ?? begins)
    const latest = Math.max(earliest, day - (number < WAITING ? WAITED : 1))
    return {
      case_id: madeUpCaseId(before.length + number),
      child_ref: (number % KNOWN_EVERY === 0 ? known[number] : undefined) ?? madeUpPupil(before.length + number),
      referred_on: addDays(day, -(day - random.between(earliest, latest))),
      ...(since === undefined ? {} : { since }),
      area: areaOf[number] ?? "Central",
      source: madeUpSource(random),
      ...(ethnicity === undefined || ethnicity === "" ? {} : { ethnicity }),
      sex: sexOf[number] ?? "unknown",
      year_group: yearGroupOf[number] ?? "unknown",
      ...(reason === undefined || reason === REASON_NOT_RECORDED ? {} : { reason }),
      whereabouts: whereaboutsBy(reason)
    }
  })
}

/** @param day the London day on which the workspace opens: nothing is recorded after it */
export const trainingCases = (seed: number, day: CivilDay): ReadonlyArray<CmeCaseRow> => {
  const random = seeded(seed)
  const over = quarterCases(seed, { last: quarterBefore(day), quarters: 2, closedBefore: day })
  const [sexOf, yearGroupOf] = [
    dealt(over.length, england.sexes, random),
    dealt(over.length, england.yearGroups, random)
  ]
  const past = over.map((row, number) => ({
    ...row,
    sex: sexOf[number] ?? "unknown",
    year_group: yearGroupOf[number] ?? "unknown"
  }))
  return [...past, ...openCases(past, day, random)]
}

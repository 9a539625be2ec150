/** What is known of a synthetic child beyond the episodes. It stays out of events and out of the episode table. */
import { CivilDay, civilDay, type Instant, londonDayOf, yearMonthDay } from "@safe-return/domain/calendar"
import type { ChildReference } from "@safe-return/domain/pathway"
import type { AgesAndPlacements } from "./agesAndPlacements.ts"
import { type Placement, yearsOf } from "./figures/bands.ts"
import type { Randomness } from "./randomness.ts"
import { syntheticName } from "./syntheticName.ts"

export interface SyntheticProfile {
  readonly synthetic: true
  readonly child: ChildReference
  readonly name: string
  readonly born: CivilDay
  /** In order of time. The first began before the caseload's year and has no day. */
  readonly placements: ReadonlyArray<{ readonly placement: Placement; readonly from?: CivilDay }>
}

/** A person born on 29 February is a year older on 1 March where there is none. */
const birthday = (born: CivilDay, years: number): CivilDay => {
  const { year, month, day } = yearMonthDay(born)
  return civilDay(year + years, month, day)
}

/** Whole years of age on a day. */
export const ageOn = (day: CivilDay, born: CivilDay): number => {
  const years = yearMonthDay(day).year - yearMonthDay(born).year
  return birthday(born, years) > day ? years - 1 : years
}

/** The latest day of birth of a person who is so many years old on a day. */
const latestBirth = (day: CivilDay, years: number): CivilDay => {
  const { year, month, day: date } = yearMonthDay(day)
  const born = civilDay(year - years, month, date)
  return CivilDay(birthday(born, years) > day ? born - 1 : born)
}

/** A day of birth that gives the child the age of the band at every incident, and has them under 18 at the end. */
const birthOf = (
  { ages }: AgesAndPlacements,
  incidents: ReadonlyArray<CivilDay>,
  endsOn: CivilDay,
  random: Randomness
): CivilDay => {
  const days = ages.map(({ value, from }, run) => {
    const until = ages[run + 1]?.from ?? incidents.length
    const [first = endsOn, last = first] = [incidents[from], incidents[until - 1]]
    return {
      after: latestBirth(last, yearsOf[value].before),
      upTo: latestBirth(first, yearsOf[value].from)
    }
  })
  const earliest = Math.max(latestBirth(endsOn, 18), ...days.map(({ after }) => after)) + 1
  const latest = Math.min(...days.map(({ upTo }) => upTo))
  // Rather the older half of a band: a working choice, no single ages were seen.
  return CivilDay(earliest + Math.floor(random.fraction() ** 1.5 * (latest - earliest + 1)))
}

/** `missingAt`: the child's missing incidents in order of time, each later by a day or more. */
export const profileOf = (
  child: ChildReference,
  dealt: AgesAndPlacements,
  { missingAt, endsAt }: { readonly missingAt: ReadonlyArray<Instant>; readonly endsAt: Instant },
  random: Randomness
): SyntheticProfile => {
  const incidents = missingAt.map(londonDayOf)
  return {
    synthetic: true,
    child,
    name: syntheticName(random),
    born: birthOf(dealt, incidents, londonDayOf(endsAt), random),
    placements: dealt.placements.map(({ value: placement, from }) => {
      const day = incidents[from]
      return from === 0 || day === undefined ? { placement } : { placement, from: day }
    })
  }
}

/** What a caseload claims to match, held against what it came to. */
import { Struct } from "effect"
import { type Counts, sumOf } from "./apportioned.ts"
import type { CaseloadSize } from "./caseloadSize.ts"
import {
  type AbsenceFigures,
  areas,
  englandAges,
  englandDays,
  englandDurations,
  englandPlacements,
  incidentsPerChild
} from "./published.ts"
import type { Reckoning } from "./reckoning.ts"

export interface Claim {
  readonly figure: string
  /** As published, or England's brought down to the size: then it need not be whole. */
  readonly claimed: number
  readonly generated: number
  /** How far the two may lie apart. */
  readonly allowed: number
}

const SHARE_ALLOWED = 0.02

/** From so many children, a long absence more or less hardly moves the mean. */
const ENOUGH_FOR_A_MEAN = 1_000

/** Children come whole: of few, the nearest whole number may be further away than 2 %. */
const NEAREST_WHOLE = 0.5

/** What rounding leaves over of a whole breakdown falls on its largest part: one incident at most. */
const NEAREST_WHOLE_OF_LARGEST = 1.5

export const claimOf = (figure: string, claimed: number, generated: number, whole = 0): Claim => ({
  figure,
  claimed,
  generated,
  allowed: Math.max(claimed * SHARE_ALLOWED, whole)
})

const absenceClaims = (
  kind: string,
  published: AbsenceFigures,
  came: AbsenceFigures,
  scale: number
): ReadonlyArray<Claim> => {
  const words: Readonly<Record<keyof AbsenceFigures, string>> = {
    children: `children ${kind}`,
    incidents: `${kind} incidents`,
    childrenMoreThanOnce: `children ${kind} more than once`,
    notBack: `children ${kind} on the last day`
  }
  return Struct.keys(words).map((figure) =>
    claimOf(words[figure], published[figure] * scale, came[figure], NEAREST_WHOLE)
  )
}

/** Every part of a breakdown of so many. */
export const breakdownClaims = <Key extends string>(
  title: string,
  total: number,
  published: Counts<Key>,
  came: Counts<Key>
): ReadonlyArray<Claim> => {
  const all = sumOf(published)
  const largest = Math.max(...Object.values<number>(published))
  return Struct.keys(published).map((part) => {
    const whole = published[part] === largest ? NEAREST_WHOLE_OF_LARGEST : NEAREST_WHOLE
    return claimOf(`${title}: ${part}`, (total * published[part]) / all, came[part], whole)
  })
}

/** Every figure a caseload of this size claims to match. */
export const claimsOf = (size: CaseloadSize, came: Reckoning): ReadonlyArray<Claim> => {
  const { missing, away } = areas[typeof size === "number" ? "england" : size]
  const scale = typeof size === "number" ? size / missing.children : 1
  const incidents = missing.incidents * scale
  const average = typeof size === "number" ? missing.incidents / missing.children : incidentsPerChild[size]
  return [
    ...absenceClaims("missing", missing, came.missing, scale),
    claimOf("missing incidents for each child missing", average, came.missing.incidents / came.missing.children),
    ...absenceClaims("away", away, came.away, scale),
    ...breakdownClaims("days missing", incidents, englandDurations, came.byDuration),
    ...(came.missing.children < ENOUGH_FOR_A_MEAN
      ? []
      : [
          claimOf("days missing: mean", englandDays.mean, came.days.mean),
          claimOf("days missing: median, whole days", englandDays.median, came.days.median)
        ]),
    ...breakdownClaims("age when missing", incidents, englandAges, came.byAge),
    ...breakdownClaims("placement missing from", incidents, englandPlacements, came.byPlacement)
  ]
}

export const isMet = ({ claimed, generated, allowed }: Claim): boolean => Math.abs(generated - claimed) <= allowed

/** How long the absences of the caseload last: England's shares, laid over Rotherham's number of incidents. */
import { type DurationBand, durationBands, englandDurations2024 } from "./figures.ts"
import type { Randomness } from "./randomness.ts"

const MINUTES_A_DAY = 1_440
const MILLISECONDS_A_DAY = 86_400_000

/** Minutes left free at the end of a band, so that the return falls into the band as well as the find. */
const ROOM_FOR_THE_RETURN = 180

/** Minutes: long enough for the absence to be noticed and reported before it ends. */
const SHORTEST = 90

export type CountByBand = Readonly<Record<DurationBand, number>>

export const countByBand = (count: (band: DurationBand) => number): CountByBand =>
  Object.fromEntries(durationBands.map((band) => [band, count(band)])) as CountByBand

const total = (counts: CountByBand): number => durationBands.reduce((sum, band) => sum + counts[band], 0)

const england = countByBand((band) => englandDurations2024[band].incidents)

const largest = durationBands.reduce((most, band) => (england[band] > england[most] ? band : most))

/**
 * So many absences shared out as England's were. Each band gets its nearest whole number; what rounding leaves over
 * or short falls on the largest band, where it weighs least.
 */
export const apportioned = (absences: number): CountByBand => {
  const nearest = countByBand((band) => Math.round((absences * england[band]) / total(england)))
  return { ...nearest, [largest]: nearest[largest] + absences - total(nearest) }
}

/** The band of an elapsed time. */
export const bandOf = (milliseconds: number): DurationBand =>
  durationBands.find((band) => milliseconds < englandDurations2024[band].beforeDay * MILLISECONDS_A_DAY) ?? "over-30"

/**
 * Minutes of absence within a band. Nearer its lower end than its upper: England's mean is 1.9 days and its median
 * 1, which an even spread would overshoot.
 */
export const minutesIn = (band: DurationBand, random: Randomness): number => {
  const { fromDay, beforeDay } = englandDurations2024[band]
  const least = Math.max(fromDay * MINUTES_A_DAY, SHORTEST)
  const most = beforeDay * MINUTES_A_DAY - ROOM_FOR_THE_RETURN
  return least + Math.floor(random.fraction() ** 2 * (most - least))
}

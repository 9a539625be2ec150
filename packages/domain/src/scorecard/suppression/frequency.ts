import { type Frequency, frequencyBands } from "../frequency.ts"
import type { TrendMonth } from "../trend.ts"
import { hasSmall, type Suppressed, WITHHELD } from "./figure.ts"

const MONTHS_COUNTED = 12

export const withheldFrequency = Object.fromEntries(
  frequencyBands.map(([band]) => [band, WITHHELD])
) as Suppressed<Frequency>

/** Whether a month has so many episodes beyond one for each of its children that it leaves open who had how many. */
const leavesOpen = ({ episodes, children }: TrendMonth, shownFrom: number): boolean =>
  children >= shownFrom && episodes - children >= shownFrom

/**
 * Children by number of episodes: all of it or nothing. A small band and one beside it would not do, for the months'
 * episodes and children bound every band.
 */
export const suppressFrequency = (
  frequency: Frequency,
  trend: ReadonlyArray<TrendMonth>,
  shownFrom: number
): Suppressed<Frequency> => {
  const months = trend.slice(-MONTHS_COUNTED)
  if (months.every(({ episodes }) => episodes === 0)) return frequency
  const isShown =
    !hasSmall(Object.values(frequency), shownFrom) && months.every((month) => leavesOpen(month, shownFrom))
  return isShown ? frequency : withheldFrequency
}

import { Struct } from "effect"
import { apportioned, type Counts } from "../figures/apportioned.ts"
import type { Randomness } from "../randomness.ts"

/** Every part of a breakdown as often as it occurs, in a chance order: breakdowns are not crossed with one another. */
export const dealt = <Key extends string>(
  total: number,
  shares: Counts<Key>,
  random: Randomness
): ReadonlyArray<Key> => {
  const counts = apportioned(total, shares)
  return random.shuffled(Struct.keys(counts).flatMap((key) => Array.from({ length: counts[key] }, () => key)))
}

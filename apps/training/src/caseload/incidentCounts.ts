import { rotherham2024 } from "./figures.ts"
import type { Randomness } from "./randomness.ts"

/** With more, a history of long absences and late interviews might not fit its year: see `yearOfEpisodes.ts`. */
const MOST_FOR_ONE_CHILD = 24

/** Children with one incident keep one, and nobody passes the most. */
const weight = (count: number): number => (count === 1 || count === MOST_FOR_ONE_CHILD ? 0 : count - 1)

/**
 * How many incidents each child has, most of them with few and a few with many: every further incident goes to a
 * repeat child in proportion to those they have already. The totals are the published ones whatever the seed.
 */
export const incidentCounts = (random: Randomness): ReadonlyArray<number> => {
  const { children, incidents, childrenMissingMoreThanOnce: repeaters } = rotherham2024
  const counts = Array.from({ length: children }, (_, child): number => (child < repeaters ? 2 : 1))
  for (let left = incidents - children - repeaters; left > 0; left -= 1) {
    let place = random.fraction() * counts.reduce((sum, count) => sum + weight(count), 0)
    const child = counts.findIndex((count) => {
      place -= weight(count)
      return place < 0
    })
    counts[child] = (counts[child] ?? 0) + 1
  }
  return random.shuffled(counts)
}

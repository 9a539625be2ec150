import type { AbsenceFigures } from "./figures/published.ts"
import type { Randomness } from "./randomness.ts"

/** With more in one year, a history of long absences and late interviews might not fit it: see `yearOfEpisodes.ts`. */
export const MOST_FOR_ONE_CHILD = 24

/** How many incidents each child has: each further one goes to a repeat child in proportion to those they have. */
export const incidentCounts = (
  { children, incidents, childrenMoreThanOnce: repeaters }: AbsenceFigures,
  mostForOneChild: number,
  random: Randomness
): ReadonlyArray<number> => {
  const counts = Array.from({ length: children }, (_, child): number => (child < repeaters ? 2 : 1))
  // One place for each incident after a child's first, so that a place drawn is a child in proportion to theirs.
  const places = Array.from({ length: repeaters }, (_, child) => child)
  for (let left = incidents - children - repeaters; left > 0; ) {
    const child = places[random.between(0, places.length - 1)] ?? 0
    const count = counts[child] ?? 0
    if (count === mostForOneChild) continue
    counts[child] = count + 1
    places.push(child)
    left -= 1
  }
  return random.shuffled(counts)
}

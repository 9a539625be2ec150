import type { Instant } from "../calendar/instant.ts"

/**
 * When each child was missing: two numbers an episode, so that 25 years of a country fit in some tens of megabytes.
 * A child is the number in which the table first names them.
 */
export interface EpisodeStarts {
  /** At the same place in both lists: whose episode it was, and when it began. */
  readonly children: ReadonlyArray<number>
  readonly times: ReadonlyArray<Instant>
}

/** How many episodes each child had from one moment to before another. */
export const episodesOfEachChild = (
  { children, times }: EpisodeStarts,
  from: Instant,
  before: Instant
): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>()
  for (let place = 0; place < times.length; place += 1) {
    const [child, time] = [children[place] ?? 0, times[place] ?? before]
    if (time >= from && time < before) counts.set(child, (counts.get(child) ?? 0) + 1)
  }
  return counts
}

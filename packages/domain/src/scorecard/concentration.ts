import type { Definition } from "./definition.ts"
import type { MonthEpisode } from "./monthEpisode.ts"

export const FIVE = 5

/** How far the month's episodes are those of few children. */
export interface Concentration {
  /** Episodes of the five children who had most. */
  readonly topFiveChildren: number
  /** All episodes of the month. */
  readonly of: number
}

/** How many episodes each child had in the month. */
export const episodesByChild = (episodes: ReadonlyArray<MonthEpisode>): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>()
  for (const { child } of episodes) counts.set(child, (counts.get(child) ?? 0) + 1)
  return counts
}

/** The month's episodes of the five children with most of them. */
export const concentrationOf = (episodes: ReadonlyArray<MonthEpisode>): Concentration => {
  const most = [...episodesByChild(episodes).values()].sort((a, b) => b - a).slice(0, FIVE)
  return { topFiveChildren: most.reduce((sum, count) => sum + count, 0), of: episodes.length }
}

export const concentrationDefinition: Definition = {
  field: "concentration",
  counts: "Episodes of the month of the five children with most of them, beside all episodes of the month.",
  source: "Gateshead 2021-22: of 723 episodes one child had 30, which a total does not show"
}

import { interviewStatus, isInterviewOwed, isOpen } from "../pathway/standing.ts"
import type { ChildState, Episode } from "../pathway/state.ts"

/**
 * The episodes that are open or still owe an interview, which speak against erasing the records.
 *
 * @example
 * ```ts
 * import { notYetOver } from "@safe-return/domain/retention"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * notYetOver(syntheticCase("returned").state).map(({ id }) => id) // ["episode-1"]
 * ```
 */
export const notYetOver = (state: ChildState): ReadonlyArray<Episode> =>
  state.episodes.filter((episode) => isOpen(episode) || isInterviewOwed(interviewStatus(state, episode)))

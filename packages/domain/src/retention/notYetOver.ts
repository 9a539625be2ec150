import { interviewStatus, isInterviewOwed, isOpen } from "../pathway/standing.ts"
import type { ChildState, Episode } from "../pathway/state.ts"

/**
 * The episodes that speak against erasing a child's records now: open ones, the child's being missing among them, and
 * those whose interview still has to be offered or carried out.
 */
export const notYetOver = (state: ChildState): ReadonlyArray<Episode> =>
  state.episodes.filter((episode) => isOpen(episode) || isInterviewOwed(interviewStatus(state, episode)))

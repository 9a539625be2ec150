import { StillOwed } from "../refusals.ts"
import type { ChildState, Episode } from "../state.ts"
import { whatIsLeft } from "../whatIsLeft.ts"
import { accept, type Decision, type DecisionContext, refuse } from "./decision.ts"

/** Closes an episode on which nothing is left to do; else the refusal lists all that is. */
export const closeEpisode = (state: ChildState, episode: Episode, { now }: DecisionContext): Decision => {
  const left = whatIsLeft(state, episode)
  if (left.length > 0) return refuse(new StillOwed({ left }))
  return accept({ _tag: "EpisodeClosed", episodeId: episode.id, closedAt: now, reason: "nothing-left" })
}

import { Result } from "effect"
import { type Check, pass } from "../check.ts"
import { StillOwed } from "../refusals.ts"
import type { ChildState, Episode } from "../state.ts"
import { whatIsLeft } from "../whatIsLeft.ts"
import { accept, type Decision, type DecisionContext, decideAfter } from "./decision.ts"

export const checkNothingOwed = (state: ChildState, episode: Episode): Check => {
  const left = whatIsLeft(state, episode)
  return left.length === 0 ? pass : Result.fail(new StillOwed({ left }))
}

/** Closes an episode on which nothing is left to do; else the refusal lists all that is. */
export const closeEpisode = (state: ChildState, episode: Episode, { now }: DecisionContext): Decision =>
  decideAfter(checkNothingOwed(state, episode), () =>
    accept({ _tag: "EpisodeClosed", episodeId: episode.id, closedAt: now, reason: "nothing-left" })
  )

import { Result } from "effect"
import { type Check, pass } from "../check.ts"
import { StillOwed } from "../refusals.ts"
import { remainingTasks } from "../remainingTasks.ts"
import type { ChildState, Episode } from "../state.ts"
import { accept, type Decision, type DecisionContext, decideAfter } from "./decision.ts"

export const checkNothingLeft = (state: ChildState, episode: Episode): Check => {
  const left = remainingTasks(state, episode)
  return left.length === 0 ? pass : Result.fail(new StillOwed({ left }))
}

/** Closes an episode on which nothing is left to do; else the refusal lists all that is. */
export const closeEpisode = (state: ChildState, episode: Episode, { now }: DecisionContext): Decision =>
  decideAfter(checkNothingLeft(state, episode), () =>
    accept({ _tag: "EpisodeClosed", episodeId: episode.id, closedAt: now, reason: "nothing-left" })
  )

import * as Result from "effect/Result"
import { type Check, pass } from "../check.ts"
import type { CloseEpisode } from "../commands.ts"
import { StillOwed } from "../refusals.ts"
import { remainingTasks } from "../remainingTasks.ts"
import type { ChildState, Episode } from "../state.ts"
import { accept, type Decision, type DecisionContext, decideAfter } from "./decision.ts"

export const checkNothingLeft = (state: ChildState, episode: Episode, hasDecisionLeft = false): Check => {
  const tasks = remainingTasks(state, episode)
  const left = hasDecisionLeft ? [...tasks, "decision" as const] : tasks
  return left.length === 0 ? pass : Result.fail(StillOwed({ left }))
}

/** Closes an episode on which nothing is left to do; else the refusal lists all that is, without what a decision is about. */
export const closeEpisode = (
  state: ChildState,
  episode: Episode,
  { hasDecisionLeft }: CloseEpisode,
  { now }: DecisionContext
): Decision =>
  decideAfter(checkNothingLeft(state, episode, hasDecisionLeft), () =>
    accept({ _tag: "EpisodeClosed", episodeId: episode.id, closedAt: now, reason: "nothing-left" })
  )

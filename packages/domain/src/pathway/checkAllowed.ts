import type { Check } from "./check.ts"
import type { Command } from "./commands.ts"
import { checkStage } from "./stageRefusals.ts"
import { type Stage, stageOf } from "./stages.ts"
import type { ChildState, Episode } from "./state.ts"
import { transitions, type Verdict } from "./transitions.ts"

const stageAsked = (state: ChildState, episode: Episode | undefined): Stage => {
  if (state.episodes.length === 0) return "nothing-recorded"
  return episode === undefined ? "unknown-episode" : stageOf(state, episode)
}

/** Whether the table of stages allows this kind of command now. */
export const checkAllowed = (state: ChildState, episode: Episode | undefined, tag: Command["_tag"]): Check => {
  const row: Partial<Record<Stage, Verdict>> = transitions[tag]
  return checkStage(row[stageAsked(state, episode)] ?? "UnknownEpisode")
}

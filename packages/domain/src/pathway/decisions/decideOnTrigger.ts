import type { DecideOnTrigger } from "../commands.ts"
import { isShortReason } from "../considerations.ts"
import { ManagerDecides, ReasonNeeded } from "../refusals.ts"
import type { Episode } from "../state.ts"
import { acceptUnless, type Decision, refuse } from "./decision.ts"

/** The same again records nothing; another answer stands in its place, and the earlier one stays in the events. */
export const decideOnTrigger = (episode: Episode, command: DecideOnTrigger): Decision => {
  const { trigger, level, answer, reason, isManagerApart } = command
  if (!isShortReason(reason)) return refuse(ReasonNeeded)
  if (level === "must" && answer === "no" && !isManagerApart) return refuse(ManagerDecides)
  const before = episode.triggerDecisions?.[trigger]
  const isUnchanged = before?.answer === answer && before.reason === reason
  return acceptUnless(isUnchanged, { _tag: "TriggerDecided", episodeId: episode.id, trigger, answer, reason })
}

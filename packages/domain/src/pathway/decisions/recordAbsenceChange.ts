import type { RecordAbsenceChange } from "../commands.ts"
import type { ChildState, Episode } from "../state.ts"
import { accept, type Decision, type DecisionContext, refuse, refuseFuture } from "./decision.ts"
import { acceptEndingInOrder } from "./endingTimes.ts"

/** A person says from when the child was away and not missing, or the other way round: a stretch of its own begins. */
export const recordAbsenceChange = (
  state: ChildState,
  episode: Episode,
  { absence, changedAt }: RecordAbsenceChange,
  { now }: DecisionContext
): Decision => {
  if (episode.absence === absence) return accept()
  const future = refuseFuture({ changedAt }, now, episode.policy.futureToleranceMinutes.value)
  if (future !== undefined) return refuse(future)
  return acceptEndingInOrder(state, episode, { _tag: "AbsenceChanged", episodeId: episode.id, absence, changedAt })
}

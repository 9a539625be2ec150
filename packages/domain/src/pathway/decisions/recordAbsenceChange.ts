import type { RecordAbsenceChange } from "../commands.ts"
import type { ChildState, Episode } from "../state.ts"
import { accept, checkNotFuture, type Decision, type DecisionContext, decideAfter } from "./decision.ts"
import { acceptEndingInOrder } from "./endingTimes.ts"

/** A person says from when the child was away and not missing, or the other way round: a stretch of its own begins. */
export const recordAbsenceChange = (
  state: ChildState,
  episode: Episode,
  { absence, changedAt }: RecordAbsenceChange,
  { now }: DecisionContext
): Decision => {
  if (episode.absence === absence) return accept()
  return decideAfter(checkNotFuture({ changedAt }, now, episode.policy.futureToleranceMinutes.value), () =>
    acceptEndingInOrder(state, episode, { _tag: "AbsenceChanged", episodeId: episode.id, absence, changedAt })
  )
}

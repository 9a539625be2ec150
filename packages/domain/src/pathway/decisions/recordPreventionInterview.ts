import type { RecordPreventionInterview } from "../commands.ts"
import type { ChildState, Episode } from "../state.ts"
import { checkNotFuture, type Decision, type DecisionContext, decideAfter } from "./decision.ts"
import { acceptInOrder } from "./timesInOrder.ts"

/** The police talked with the child when they were found. The return home interview is owed all the same. */
export const recordPreventionInterview = (
  state: ChildState,
  episode: Episode,
  { heldAt }: RecordPreventionInterview,
  { now }: DecisionContext
): Decision => {
  return decideAfter(checkNotFuture({ heldAt }, now, episode.policy.futureToleranceMinutes.value), () =>
    acceptInOrder(state, episode.id, { _tag: "PreventionInterviewRecorded", episodeId: episode.id, heldAt })
  )
}

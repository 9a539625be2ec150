import type { RecordAttempt } from "../commands.ts"
import { AttemptBeforeFound, NotAssigned } from "../refusals.ts"
import { interviewOf } from "../standing.ts"
import type { ChildState, Episode } from "../state.ts"
import { accept, type Decision, type DecisionContext, refuse, refuseFuture } from "./decision.ts"
import { allCovered, earliestEnd, isBefore } from "./timesInOrder.ts"

/** One attempt to reach the child. Knowsley's form asks for each, above all where no interview took place. */
export const recordAttempt = (
  state: ChildState,
  episode: Episode,
  { attemptedAt, method, result }: RecordAttempt,
  { now }: DecisionContext
): Decision => {
  const interview = interviewOf(state, episode.id)
  if (interview === undefined) return refuse(new NotAssigned())
  const future = refuseFuture({ attemptedAt }, now, episode.policy.futureToleranceMinutes.value)
  if (future !== undefined) return refuse(future)
  if (isBefore(attemptedAt, earliestEnd(allCovered(state, interview)))) return refuse(new AttemptBeforeFound())
  return accept({ _tag: "InterviewAttempted", interviewId: interview.id, attemptedAt, method, result })
}

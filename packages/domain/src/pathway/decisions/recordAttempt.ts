import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import { firstRefusal, refuseIf } from "../check.ts"
import type { RecordAttempt } from "../commands.ts"
import { AttemptBeforeFound } from "../refusals.ts"
import { foundOrReturnedAt, interviewOf } from "../standing.ts"
import type { ChildState, Episode } from "../state.ts"
import { accept, checkNotFuture, type Decision, type DecisionContext, decideAfter } from "./decision.ts"
import { interviewTarget, opening } from "./openInterview.ts"
import { allCovered, earliestEnd, isBefore } from "./timesInOrder.ts"

/** Records one attempt to reach the child, also before anybody is assigned, as Knowsley's form asks. */
export const recordAttempt = (
  state: ChildState,
  episode: Episode,
  { attemptedAt, method, result, newInterviewId }: RecordAttempt,
  { now }: DecisionContext
): Decision => {
  const interview = interviewOf(state, episode.id)
  const attempt = { attemptedAt, method, result }
  if (interview?.attempts?.some((one) => Equal.equals(one, attempt)) === true) return accept()
  const since = interview === undefined ? foundOrReturnedAt(episode) : earliestEnd(allCovered(state, interview))
  const check = firstRefusal(
    () => checkNotFuture({ attemptedAt }, now, episode.policy.futureToleranceMinutes.value),
    () => refuseIf(isBefore(attemptedAt, since), AttemptBeforeFound)
  )
  return decideAfter(check, () =>
    Result.map(interviewTarget(state, episode, newInterviewId), (writtenOn) => [
      { _tag: "InterviewAttempted", ...opening(writtenOn), ...attempt }
    ])
  )
}

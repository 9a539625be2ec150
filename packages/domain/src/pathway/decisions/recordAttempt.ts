import { Equal } from "effect"
import type { RecordAttempt } from "../commands.ts"
import { AttemptBeforeFound } from "../refusals.ts"
import { foundOrReturnedAt, interviewOf } from "../standing.ts"
import type { ChildState, Episode } from "../state.ts"
import { isRefusal } from "./coverEpisodes.ts"
import { accept, type Decision, type DecisionContext, refuse, refuseFuture } from "./decision.ts"
import { interviewToWriteOn } from "./openInterview.ts"
import { allCovered, earliestEnd, isBefore } from "./timesInOrder.ts"

/**
 * One attempt to reach the child, also before anybody is assigned. Knowsley's form asks for each, above all where no
 * interview took place.
 */
export const recordAttempt = (
  state: ChildState,
  episode: Episode,
  { attemptedAt, method, result, newInterviewId }: RecordAttempt,
  { now }: DecisionContext
): Decision => {
  const interview = interviewOf(state, episode.id)
  const attempt = { attemptedAt, method, result }
  if (interview?.attempts?.some((one) => Equal.equals(one, attempt)) === true) return accept()
  const future = refuseFuture({ attemptedAt }, now, episode.policy.futureToleranceMinutes.value)
  if (future !== undefined) return refuse(future)
  const since = interview === undefined ? foundOrReturnedAt(episode) : earliestEnd(allCovered(state, interview))
  if (isBefore(attemptedAt, since)) return refuse(new AttemptBeforeFound())
  const writtenOn = interviewToWriteOn(state, episode, newInterviewId)
  if (isRefusal(writtenOn)) return refuse(writtenOn)
  const { interviewId } = writtenOn
  const opening = "episodeIds" in writtenOn ? { episodeIds: writtenOn.episodeIds } : {}
  return accept({ _tag: "InterviewAttempted", interviewId, ...opening, ...attempt })
}

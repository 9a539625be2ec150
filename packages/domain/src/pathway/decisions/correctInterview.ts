import { Equal } from "effect"
import type { CorrectInterview } from "../commands.ts"
import type { EventOf } from "../events.ts"
import { CompletedButNotAccepted, NotAssigned, NothingToCorrect, type Refusal } from "../refusals.ts"
import { interviewOf } from "../standing.ts"
import type { ChildState, Episode, Interview } from "../state.ts"
import { accept, type Decision, type DecisionContext, refuse, refuseFuture } from "./decision.ts"
import { interviewerRefusal } from "./independence.ts"
import { acceptInOrder, openCovered } from "./timesInOrder.ts"

type Changes = Omit<EventOf<"InterviewCorrected">, "_tag" | "interviewId" | "reason">

/** What is really different from what is recorded. */
const changesOf = (interview: Interview, command: CorrectInterview): Changes => {
  const { _tag, episodeId, reason, isInterviewer, allocatedWorker, ...asked } = command
  const { offeredAt, response, completed } = interview
  const recorded: Partial<Record<string, unknown>> = { offeredAt, response, ...completed }
  return Object.fromEntries(
    Object.entries(asked).filter(([fact, value]) => value !== undefined && !Equal.equals(recorded[fact], value))
  )
}

const refusalOf = (
  state: ChildState,
  interview: Interview,
  command: CorrectInterview,
  changes: Changes
): Refusal | undefined => {
  const { offeredAt, response, ...ofCompleted } = changes
  const { completed } = interview
  if (offeredAt !== undefined && interview.offeredAt === undefined) return new NothingToCorrect()
  if (response !== undefined && interview.response === undefined) return new NothingToCorrect()
  if (completed === undefined) return Object.keys(ofCompleted).length > 0 ? new NothingToCorrect() : undefined
  if (response !== undefined && response !== "accepted") return new CompletedButNotAccepted()
  const { interviewer } = ofCompleted
  if (interviewer === undefined) return undefined
  const { isInterviewer, allocatedWorker } = command
  const knownAdult = interview.knownAdult && interview.interviewer === interviewer
  return interviewerRefusal({ interviewer, isInterviewer, allocatedWorker, knownAdult }, openCovered(state, interview))
}

/** A time or fact of an interview was wrong. What stood before stays in the events, with the reason. */
export const correctInterview = (
  state: ChildState,
  episode: Episode,
  command: CorrectInterview,
  { now }: DecisionContext
): Decision => {
  const interview = interviewOf(state, episode.id)
  if (interview === undefined) return refuse(new NotAssigned())
  const changes = changesOf(interview, command)
  if (Object.keys(changes).length === 0) return accept()
  const { offeredAt, completedAt } = changes
  const refusal =
    refusalOf(state, interview, command, changes) ??
    refuseFuture({ offeredAt, completedAt }, now, episode.policy.futureToleranceMinutes.value)
  if (refusal !== undefined) return refuse(refusal)
  return acceptInOrder(state, episode.id, {
    _tag: "InterviewCorrected",
    interviewId: interview.id,
    reason: command.reason,
    ...changes
  })
}

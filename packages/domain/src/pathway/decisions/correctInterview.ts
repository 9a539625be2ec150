import { Equal } from "effect"
import type { CorrectInterview } from "../commands.ts"
import type { EventOf } from "../events.ts"
import { answerOf, isFor } from "../offer.ts"
import { CompletedButNotAccepted, NotAssigned, NothingToCorrect, type Refusal } from "../refusals.ts"
import { interviewOf } from "../standing.ts"
import type { ChildState, Episode, Interview } from "../state.ts"
import { accept, type Decision, type DecisionContext, refuse, refuseFuture } from "./decision.ts"
import { interviewerRefusal } from "./independence.ts"
import { acceptInOrder, openCovered } from "./timesInOrder.ts"

type Changes = Omit<EventOf<"InterviewCorrected">, "_tag" | "interviewId" | "episodeId" | "reason">

/** When it was offered for this episode, though the child may have been found only later. */
const ownOffer = (interview: Interview, { id }: Episode) =>
  interview.offers?.findLast((offer) => isFor(offer, id))?.offeredAt

/** What is really different from what is recorded. */
const changesOf = (interview: Interview, episode: Episode, command: CorrectInterview): Changes => {
  const { _tag, episodeId, reason, isInterviewer, allocatedWorker, ...asked } = command
  const { completed } = interview
  const [offeredAt, response] = [ownOffer(interview, episode), answerOf(interview, episode)]
  const recorded: Partial<Record<string, unknown>> = { offeredAt, response, ...completed }
  return Object.fromEntries(
    Object.entries(asked).filter(([fact, value]) => value !== undefined && !Equal.equals(recorded[fact], value))
  )
}

const refusalOf = (
  state: ChildState,
  interview: Interview,
  episode: Episode,
  command: CorrectInterview,
  changes: Changes
): Refusal | undefined => {
  const { offeredAt, response, ...ofCompleted } = changes
  const { completed } = interview
  if (offeredAt !== undefined && ownOffer(interview, episode) === undefined) return new NothingToCorrect()
  if (response !== undefined && answerOf(interview, episode) === undefined) return new NothingToCorrect()
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
  const changes = changesOf(interview, episode, command)
  if (Object.keys(changes).length === 0) return accept()
  const { offeredAt, completedAt } = changes
  const refusal =
    refusalOf(state, interview, episode, command, changes) ??
    refuseFuture({ offeredAt, completedAt }, now, episode.policy.futureToleranceMinutes.value)
  if (refusal !== undefined) return refuse(refusal)
  return acceptInOrder(state, episode.id, {
    _tag: "InterviewCorrected",
    interviewId: interview.id,
    episodeId: episode.id,
    reason: command.reason,
    ...changes
  })
}

import * as Equal from "effect/Equal"
import { type Check, firstRefusal, pass, refuseIf } from "../check.ts"
import type { CorrectInterview } from "../commands.ts"
import type { EventOf } from "../events.ts"
import { answerOf, isFor } from "../offer.ts"
import { CompletedButNotAccepted, NotAssigned, NothingToCorrect } from "../refusals.ts"
import { interviewOf } from "../standing.ts"
import type { ChildState, Episode, Interview } from "../state.ts"
import { accept, checkNotFuture, type Decision, type DecisionContext, decideAfter, refuse } from "./decision.ts"
import { checkInterviewer } from "./independence.ts"
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

const checkChanges = (
  state: ChildState,
  interview: Interview,
  episode: Episode,
  command: CorrectInterview,
  changes: Changes
): Check => {
  const { offeredAt, response, ...ofCompleted } = changes
  const { completed } = interview
  const isNothing =
    (offeredAt !== undefined && ownOffer(interview, episode) === undefined) ||
    (response !== undefined && answerOf(interview, episode) === undefined) ||
    (completed === undefined && Object.keys(ofCompleted).length > 0)
  const isUnaccepted = completed !== undefined && response !== undefined && response !== "accepted"
  const { interviewer } = ofCompleted
  const { isInterviewer, allocatedWorker } = command
  const knownAdult = interview.knownAdult && interview.interviewer === interviewer
  return firstRefusal(
    () => refuseIf(isNothing, NothingToCorrect),
    () => refuseIf(isUnaccepted, CompletedButNotAccepted),
    () =>
      interviewer === undefined
        ? pass
        : checkInterviewer({ interviewer, isInterviewer, allocatedWorker, knownAdult }, openCovered(state, interview))
  )
}

/** A time or fact of an interview was wrong. What stood before stays in the events, with the reason. */
export const correctInterview = (
  state: ChildState,
  episode: Episode,
  command: CorrectInterview,
  { now }: DecisionContext
): Decision => {
  const interview = interviewOf(state, episode.id)
  if (interview === undefined) return refuse(NotAssigned)
  const changes = changesOf(interview, episode, command)
  if (Object.keys(changes).length === 0) return accept()
  const { offeredAt, completedAt } = changes
  const check = firstRefusal(
    () => checkChanges(state, interview, episode, command, changes),
    () => checkNotFuture({ offeredAt, completedAt }, now, episode.policy.futureToleranceMinutes.value)
  )
  return decideAfter(check, () =>
    acceptInOrder(state, episode.id, {
      _tag: "InterviewCorrected",
      interviewId: interview.id,
      episodeId: episode.id,
      reason: command.reason,
      ...changes
    })
  )
}

import { Option } from "effect"
import type { LogInterview } from "../commands.ts"
import type { PathwayEvent } from "../events.ts"
import {
  CompletedBeforeOffer,
  CompletedBeforeReturn,
  CompletedButNotAccepted,
  EpisodeCancelledBefore,
  InterviewAlreadyCompleted,
  NotAnInterviewer,
  NotAssigned,
  NothingRecorded,
  NothingToLog,
  NotIndependent,
  OfferAlreadyRecorded,
  OfferedBeforeFound,
  OfferMissing,
  type Refusal,
  ReturnNotRecorded,
  StillMissing,
  UnknownEpisode
} from "../refusals.ts"
import { episodeById, episodeOwedInterview, foundOrReturnedAt, interviewStanding, latestEpisode } from "../standing.ts"
import type { ChildState, Episode, Interview } from "../state.ts"
import { accept, type Decision, type DecisionContext, refuse, refuseFuture } from "./decision.ts"

const offerRefusal = (
  command: LogInterview,
  episode: Episode,
  interview: Interview | undefined,
  { now }: DecisionContext
): Refusal | undefined => {
  const { offeredAt } = command
  if (offeredAt === undefined) return interview?.offeredAt === undefined ? new OfferMissing() : undefined
  const recorded = interview?.offeredAt
  if (recorded !== undefined && recorded !== offeredAt) return new OfferAlreadyRecorded()
  const since = foundOrReturnedAt(episode)
  if (since !== undefined && offeredAt < since) return new OfferedBeforeFound()
  return refuseFuture({ offeredAt }, now, episode.policy.futureToleranceMinutes.value)
}

const completionRefusal = (
  command: LogInterview,
  episode: Episode,
  interview: Interview | undefined,
  { now }: DecisionContext
): Refusal | undefined => {
  const { completed, response, allocatedWorker } = command
  if (completed === undefined) return interview === undefined ? new NotAssigned() : undefined
  const { completedAt, interviewer } = completed
  if (episode.progress._tag !== "Returned") return new ReturnNotRecorded()
  if (completedAt < episode.progress.returnedAt) return new CompletedBeforeReturn()
  const offeredAt = command.offeredAt ?? interview?.offeredAt
  if (offeredAt !== undefined && completedAt < offeredAt) return new CompletedBeforeOffer()
  if (response !== undefined && response !== "accepted") return new CompletedButNotAccepted()
  const isTheirKnownAdult = interview?.knownAdult === true && interview.interviewer === interviewer
  if (!isTheirKnownAdult && interviewer === allocatedWorker) return new NotIndependent()
  if (!isTheirKnownAdult && !command.isInterviewer) return new NotAnInterviewer()
  return refuseFuture({ completedAt }, now, episode.policy.futureToleranceMinutes.value)
}

const eventsOf = (
  command: LogInterview,
  episode: Episode,
  interview: Interview | undefined
): ReadonlyArray<PathwayEvent> => {
  const { completed, offeredAt } = command
  const interviewId = interview?.id ?? command.newInterviewId
  const response = command.response ?? (completed === undefined ? undefined : "accepted")
  const events: Array<PathwayEvent> = []
  if (interview === undefined && completed !== undefined) {
    const { interviewer } = completed
    events.push({ _tag: "InterviewAssigned", interviewId, episodeIds: [episode.id], interviewer, knownAdult: false })
  }
  if (offeredAt !== undefined && interview?.offeredAt === undefined) {
    events.push({ _tag: "InterviewOffered", interviewId, offeredAt })
  }
  if (response !== undefined && interview?.response !== response) {
    events.push({ _tag: "InterviewAnswered", interviewId, response })
  }
  if (completed !== undefined) events.push({ _tag: "InterviewCompleted", interviewId, ...completed })
  return events
}

/**
 * What became of an interview: offered, answered and completed are separate facts, logged together or one by one.
 * What was logged before and is unchanged is not recorded twice.
 */
export const logInterview = (state: ChildState, command: LogInterview, context: DecisionContext): Decision => {
  if (state.episodes.length === 0) return refuse(new NothingRecorded())
  const found =
    command.episodeId === undefined
      ? Option.orElse(episodeOwedInterview(state), () => latestEpisode(state))
      : episodeById(state, command.episodeId)
  const episode = Option.getOrUndefined(found)
  if (episode === undefined) return refuse(new UnknownEpisode())
  const standing = interviewStanding(state, episode)
  if (standing._tag === "Completed") return refuse(new InterviewAlreadyCompleted())
  if (standing._tag === "NotOwed") return refuse(new EpisodeCancelledBefore())
  if (standing._tag === "NotYetDue") return refuse(new StillMissing())
  const interview = standing._tag === "Unassigned" ? undefined : standing.interview
  if (command.offeredAt === undefined && command.response === undefined && command.completed === undefined) {
    return refuse(new NothingToLog())
  }
  const refusal =
    offerRefusal(command, episode, interview, context) ?? completionRefusal(command, episode, interview, context)
  return refusal === undefined ? accept(...eventsOf(command, episode, interview)) : refuse(refusal)
}

import type { Instant } from "../../calendar/instant.ts"
import type { LogInterview } from "../commands.ts"
import type { PathwayEvent } from "../events.ts"
import {
  CompletedBeforeOffer,
  CompletedButNotAccepted,
  NotAssigned,
  NothingToLog,
  OfferAlreadyRecorded,
  OfferedBeforeFound,
  OfferMissing,
  type Refusal
} from "../refusals.ts"
import { interviewOf, isOpen } from "../standing.ts"
import type { ChildState, Episode, Interview } from "../state.ts"
import { isRefusal, toCover } from "./coverEpisodes.ts"
import { accept, type Decision, type DecisionContext, refuse, refuseFuture } from "./decision.ts"
import { interviewerRefusal } from "./independence.ts"
import { earliestEnd, heldTooSoon, isBefore } from "./timesInOrder.ts"

/**
 * What the log is about: the episode named, every open episode the interview covers, when the first of all it covers
 * was over, and the interview if there is one.
 */
interface About {
  readonly episode: Episode
  readonly since: Instant | undefined
  readonly covered: ReadonlyArray<Episode>
  readonly added: ReadonlyArray<Episode>
  readonly interview: Interview | undefined
}

const offerRefusal = (command: LogInterview, about: About, { now }: DecisionContext): Refusal | undefined => {
  const { offeredAt } = command
  const recorded = about.interview?.offeredAt
  if (offeredAt === undefined) return recorded === undefined ? new OfferMissing() : undefined
  if (recorded !== undefined && recorded !== offeredAt) return new OfferAlreadyRecorded()
  if (isBefore(offeredAt, about.since)) return new OfferedBeforeFound()
  return refuseFuture({ offeredAt }, now, about.episode.policy.futureToleranceMinutes.value)
}

const completionRefusal = (command: LogInterview, about: About, { now }: DecisionContext): Refusal | undefined => {
  const { completed, response, allocatedWorker } = command
  const { interview, covered } = about
  if (completed === undefined) return interview === undefined ? new NotAssigned() : undefined
  const { completedAt, interviewer } = completed
  const tooSoon = heldTooSoon(completedAt, covered)
  if (tooSoon !== undefined) return tooSoon
  if (isBefore(completedAt, command.offeredAt ?? interview?.offeredAt)) return new CompletedBeforeOffer()
  if (response !== undefined && response !== "accepted") return new CompletedButNotAccepted()
  const isSame = interview?.interviewer === interviewer
  const knownAdult = isSame && interview.knownAdult
  const isElsewhere = interview?.arrangement !== undefined && interview.arrangement !== "missing-team"
  const isInterviewer = command.isInterviewer || (isSame && isElsewhere)
  return (
    interviewerRefusal({ interviewer, isInterviewer, allocatedWorker, knownAdult }, covered) ??
    refuseFuture({ completedAt }, now, about.episode.policy.futureToleranceMinutes.value)
  )
}

const eventsOf = (command: LogInterview, { episode, interview, added }: About): ReadonlyArray<PathwayEvent> => {
  const { completed, offeredAt } = command
  const interviewId = interview?.id ?? command.newInterviewId
  const response = command.response ?? (completed === undefined ? undefined : "accepted")
  const [first, ...others] = added.map(({ id }) => id)
  const events: Array<PathwayEvent> = []
  if (interview === undefined && completed !== undefined) {
    const episodeIds = [episode.id, ...added.map(({ id }) => id)] as const
    events.push({
      _tag: "InterviewAssigned",
      interviewId,
      episodeIds,
      interviewer: completed.interviewer,
      knownAdult: false
    })
  } else if (first !== undefined) {
    events.push({ _tag: "InterviewExtended", interviewId, episodeIds: [first, ...others] })
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
export const logInterview = (
  state: ChildState,
  episode: Episode,
  command: LogInterview,
  context: DecisionContext
): Decision => {
  if (command.offeredAt === undefined && command.response === undefined && command.completed === undefined) {
    return refuse(new NothingToLog())
  }
  const interview = interviewOf(state, episode.id)
  const already = interview?.episodeIds ?? [episode.id]
  const added = toCover(state, already, command.alsoCovers ?? [])
  if (isRefusal(added)) return refuse(added)
  const all = [...state.episodes.filter(({ id }) => already.includes(id)), ...added]
  const about: About = { episode, since: earliestEnd(all), covered: all.filter(isOpen), added, interview }
  const refusal = offerRefusal(command, about, context) ?? completionRefusal(command, about, context)
  return refusal === undefined ? accept(...eventsOf(command, about)) : refuse(refusal)
}

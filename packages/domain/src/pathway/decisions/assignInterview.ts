import * as Result from "effect/Result"
import { type Check, firstRefusal, refuseIf } from "../check.ts"
import type { AssignInterview } from "../commands.ts"
import type { PathwayEvent } from "../events.ts"
import { isDeclined } from "../offer.ts"
import { PlannedInPast } from "../refusals.ts"
import { interviewOf, notDoneOf } from "../standing.ts"
import type { ChildState, Episode, Interview } from "../state.ts"
import { joinedInto, sharedOffers, toCover } from "./coverEpisodes.ts"
import { accept, type Decision, type DecisionContext, decideAfter } from "./decision.ts"
import { checkInterviewer } from "./independence.ts"
import { interviewTarget } from "./openInterview.ts"

const isReplanned = ({ plannedFor }: AssignInterview, interview: Interview | undefined): boolean =>
  plannedFor !== undefined && plannedFor !== interview?.plannedFor

/** Theirs already in every way that is asked for. */
const isUnchanged = (command: AssignInterview, interview: Interview | undefined, episode: Episode): boolean =>
  interview?.interviewer === command.interviewer &&
  interview.knownAdult === command.knownAdult &&
  notDoneOf(interview, episode) === undefined &&
  !isDeclined(interview, episode) &&
  !isReplanned(command, interview) &&
  (command.arrangement === undefined || command.arrangement === interview.arrangement)

const checkAssigned = (command: AssignInterview, covered: ReadonlyArray<Episode>): Check => {
  const { interviewer, knownAdult, arrangement, allocatedWorker } = command
  // Interviewers of a host authority or a provider hold no role here; they must be independent all the same.
  const isInterviewer = command.isInterviewer || (arrangement !== undefined && arrangement !== "missing-team")
  return checkInterviewer({ interviewer, isInterviewer, allocatedWorker, knownAdult }, covered)
}

/** Gives an interview to an interviewer, also after a decline or a reason for none. */
export const assignInterview = (
  state: ChildState,
  episode: Episode,
  command: AssignInterview,
  { now }: DecisionContext
): Decision => {
  const { interviewer, knownAdult, arrangement, plannedFor, alsoCovers = [] } = command
  const interview = interviewOf(state, episode.id)
  const already = interview?.episodeIds ?? ([episode.id] as const)
  return Result.flatMap(toCover(state, already, alsoCovers), (added) => {
    if (added.episodes.length === 0 && isUnchanged(command, interview, episode)) return accept()
    const covered = [...state.episodes.filter(({ id }) => already.includes(id)), ...added.episodes]
    const isPast = isReplanned(command, interview) && plannedFor !== undefined && plannedFor < now
    return Result.flatMap(interviewTarget(state, episode, command.newInterviewId), ({ interviewId }) => {
      const check = firstRefusal(
        () => checkAssigned(command, covered),
        () => refuseIf(isPast, PlannedInPast)
      )
      const assigned: PathwayEvent = {
        _tag: "InterviewAssigned",
        interviewId,
        episodeIds: [...already, ...added.ids],
        interviewer,
        knownAdult,
        ...(arrangement === undefined ? {} : { arrangement }),
        ...(plannedFor === undefined ? {} : { plannedFor })
      }
      const shared = interview === undefined ? [] : sharedOffers(interview, added)
      return decideAfter(check, () => accept(assigned, ...joinedInto(interviewId, added), ...shared))
    })
  })
}

import type { AssignInterview } from "../commands.ts"
import type { PathwayEvent } from "../events.ts"
import { isDeclined } from "../offer.ts"
import { PlannedInPast, type Refusal } from "../refusals.ts"
import { interviewOf, notDoneOf } from "../standing.ts"
import type { ChildState, Episode, Interview } from "../state.ts"
import { isRefusal, joinedInto, sharedOffers, toCover } from "./coverEpisodes.ts"
import { accept, type Decision, type DecisionContext, refuse } from "./decision.ts"
import { interviewerRefusal } from "./independence.ts"
import { interviewToWriteOn } from "./openInterview.ts"

const isReplanned = ({ plannedFor }: AssignInterview, interview: Interview | undefined): boolean =>
  plannedFor !== undefined && plannedFor !== interview?.plannedFor

/** Theirs already in every way that is asked for. */
const isSaid = (command: AssignInterview, interview: Interview | undefined, episode: Episode): boolean =>
  interview?.interviewer === command.interviewer &&
  interview.knownAdult === command.knownAdult &&
  notDoneOf(interview, episode) === undefined &&
  !isDeclined(interview, episode) &&
  !isReplanned(command, interview) &&
  (command.arrangement === undefined || command.arrangement === interview.arrangement)

const interviewerRefused = (command: AssignInterview, covered: ReadonlyArray<Episode>): Refusal | undefined => {
  const { interviewer, knownAdult, arrangement, allocatedWorker } = command
  // Interviewers of a host authority or a provider hold no role here; they must be independent all the same.
  const isInterviewer = command.isInterviewer || (arrangement !== undefined && arrangement !== "missing-team")
  return interviewerRefusal({ interviewer, isInterviewer, allocatedWorker, knownAdult }, covered)
}

/**
 * A manager gives an interview to an interviewer, or moves it to another; one interview can cover several episodes.
 * After a reason for no interview, or after a decline, assigning it takes it up again: the child is heard in another way.
 */
export const assignInterview = (
  state: ChildState,
  episode: Episode,
  command: AssignInterview,
  { now }: DecisionContext
): Decision => {
  const { interviewer, knownAdult, arrangement, plannedFor, alsoCovers = [] } = command
  const interview = interviewOf(state, episode.id)
  const already = interview?.episodeIds ?? ([episode.id] as const)
  const added = toCover(state, already, alsoCovers)
  if (isRefusal(added)) return refuse(added)
  if (added.episodes.length === 0 && isSaid(command, interview, episode)) return accept()
  const writtenOn = interviewToWriteOn(state, episode, command.newInterviewId)
  if (isRefusal(writtenOn)) return refuse(writtenOn)
  const covered = [...state.episodes.filter(({ id }) => already.includes(id)), ...added.episodes]
  const refusal = interviewerRefused(command, covered)
  if (refusal !== undefined) return refuse(refusal)
  if (isReplanned(command, interview) && plannedFor !== undefined && plannedFor < now)
    return refuse(new PlannedInPast())
  const { interviewId } = writtenOn
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
  return accept(assigned, ...joinedInto(interviewId, added), ...shared)
}

import type { AssignInterview } from "../commands.ts"
import { AlreadyAssigned, NoInterviewOwed, PlannedInPast } from "../refusals.ts"
import { interviewOf } from "../standing.ts"
import type { ChildState, Episode } from "../state.ts"
import { isRefusal, toCover } from "./coverEpisodes.ts"
import { accept, type Decision, type DecisionContext, refuse } from "./decision.ts"
import { interviewerRefusal } from "./independence.ts"

/**
 * A manager gives an interview to an interviewer, or moves it to another; one interview can cover several episodes.
 * After a reason for no interview was recorded, assigning it takes it up again; a child who declined may still change
 * their mind, which is logged.
 */
export const assignInterview = (
  state: ChildState,
  episode: Episode,
  command: AssignInterview,
  { now }: DecisionContext
): Decision => {
  const { interviewer, knownAdult, arrangement, plannedFor, allocatedWorker, alsoCovers = [] } = command
  const interview = interviewOf(state, episode.id)
  if (interview?.response === "declined") return refuse(new NoInterviewOwed())
  const already = interview?.episodeIds ?? ([episode.id] as const)
  const added = toCover(state, already, alsoCovers)
  if (isRefusal(added)) return refuse(added)
  const isReplanned = plannedFor !== undefined && plannedFor !== interview?.plannedFor
  const isUnchanged =
    !isReplanned && added.length === 0 && (arrangement === undefined || arrangement === interview?.arrangement)
  if (interview?.interviewer === interviewer && interview.notDone === undefined && isUnchanged) {
    return refuse(new AlreadyAssigned())
  }
  // Interviewers of a host authority or a provider hold no role here; they must be independent all the same.
  const isInterviewer = command.isInterviewer || (arrangement !== undefined && arrangement !== "missing-team")
  const covered = [...state.episodes.filter(({ id }) => already.includes(id)), ...added]
  const refusal = interviewerRefusal({ interviewer, isInterviewer, allocatedWorker, knownAdult }, covered)
  if (refusal !== undefined) return refuse(refusal)
  if (isReplanned && plannedFor < now) return refuse(new PlannedInPast())
  return accept({
    _tag: "InterviewAssigned",
    interviewId: interview?.id ?? command.newInterviewId,
    episodeIds: [...already, ...added.map(({ id }) => id)],
    interviewer,
    knownAdult,
    ...(arrangement === undefined ? {} : { arrangement }),
    ...(plannedFor === undefined ? {} : { plannedFor })
  })
}

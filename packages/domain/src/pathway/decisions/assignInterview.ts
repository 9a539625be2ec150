import { Option } from "effect"
import type { AssignInterview } from "../commands.ts"
import {
  AlreadyAssigned,
  EpisodeCancelledBefore,
  InterviewAlreadyCompleted,
  NoInterviewOwed,
  NotAnInterviewer,
  NothingRecorded,
  NotIndependent,
  StillMissing,
  UnknownEpisode
} from "../refusals.ts"
import { episodeById, episodeOwedInterview, interviewStanding, latestEpisode } from "../standing.ts"
import type { ChildState } from "../state.ts"
import { accept, type Decision, refuse } from "./decision.ts"

/**
 * A manager gives an interview to an interviewer, or moves it to another.
 *
 * Source for independence: Rotherham operating guidance, section 3.
 */
export const assignInterview = (state: ChildState, command: AssignInterview): Decision => {
  if (state.episodes.length === 0) return refuse(new NothingRecorded())
  const found =
    command.episodeId === undefined
      ? Option.orElse(episodeOwedInterview(state), () => latestEpisode(state))
      : episodeById(state, command.episodeId)
  const episode = Option.getOrUndefined(found)
  if (episode === undefined) return refuse(new UnknownEpisode())
  const standing = interviewStanding(state, episode)
  switch (standing._tag) {
    case "NotYetDue":
      return refuse(new StillMissing())
    case "Completed":
      return refuse(new InterviewAlreadyCompleted())
    case "NotOwed":
      return refuse(new EpisodeCancelledBefore())
    case "Declined":
      return refuse(new NoInterviewOwed())
    case "Unassigned":
    case "Assigned":
      break
  }
  const { interviewer, knownAdult } = command
  if (standing._tag === "Assigned" && standing.interview.interviewer === interviewer)
    return refuse(new AlreadyAssigned())
  if (!knownAdult && command.allocatedWorker === interviewer) return refuse(new NotIndependent())
  if (!knownAdult && !command.isInterviewer) return refuse(new NotAnInterviewer())
  return accept({
    _tag: "InterviewAssigned",
    interviewId: standing._tag === "Assigned" ? standing.interview.id : command.newInterviewId,
    episodeIds: standing._tag === "Assigned" ? standing.interview.episodeIds : [episode.id],
    interviewer,
    knownAdult
  })
}

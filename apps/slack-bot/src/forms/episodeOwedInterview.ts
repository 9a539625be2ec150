/** The episode that is meant when only the child is named. */
import {
  type ChildState,
  type Episode,
  episodeOwedInterview,
  type InterviewStatus,
  interviewOf,
  interviewStatus,
  isInterviewOwed,
  latestEpisode
} from "@safe-return/domain/pathway"
import { Option } from "effect"

/** The latest that is owed an interview; or else the latest at this standing; or else the latest of all. */
export const owedOr =
  (...standings: ReadonlyArray<InterviewStatus["_tag"]>) =>
  (state: ChildState): Option.Option<Episode> => {
    const episodes = state.episodes.filter((episode) => standings.includes(interviewStatus(state, episode)._tag))
    return episodeOwedInterview(state).pipe(
      Option.orElse(() => latestEpisode({ ...state, episodes })),
      Option.orElse(() => latestEpisode(state))
    )
  }

/** The episodes owed an interview, when they have not all the same one: a guess could be wrong then. */
export const severalOwed = (state: ChildState): ReadonlyArray<Episode> => {
  const owed = state.episodes.filter((episode) => isInterviewOwed(interviewStatus(state, episode)))
  const interviews = new Set(owed.map(({ id }) => interviewOf(state, id)?.id ?? id))
  return interviews.size > 1 ? owed : []
}

/** The episode that is meant when only the child is named. */
import {
  type ChildState,
  type Episode,
  episodeOwedInterview,
  type InterviewStatus,
  interviewOf,
  interviewStatus,
  isInterviewOwed,
  isOpen,
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

/** These, when they have not all the same interview: a guess could be wrong then. */
const ofSeveralInterviews = (state: ChildState, episodes: ReadonlyArray<Episode>): ReadonlyArray<Episode> =>
  new Set(episodes.map(({ id }) => interviewOf(state, id)?.id ?? id)).size > 1 ? episodes : []

/** The episodes owed an interview, when they have not all the same one. */
export const severalOwed = (state: ChildState): ReadonlyArray<Episode> =>
  ofSeveralInterviews(
    state,
    state.episodes.filter((episode) => isInterviewOwed(interviewStatus(state, episode)))
  )

/** The open episodes an interview of which there is something to record, when they have not all the same one. */
export const severalInterviews = (state: ChildState): ReadonlyArray<Episode> =>
  ofSeveralInterviews(
    state,
    state.episodes.filter((episode) => isOpen(episode) && interviewOf(state, episode.id) !== undefined)
  )

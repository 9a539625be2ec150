/** Questions about a child's state that more than one rule or surface asks. */
import * as Option from "effect/Option"
import type { Instant } from "../calendar/instant.ts"
import type { EpisodeId, InterviewId, PersonId } from "../vocabulary/identifiers.ts"
import { isDeclined, lastFor } from "./offer.ts"
import type { AssignedInterview, ChildState, Episode, Interview, NotDone } from "./state.ts"

/** The episode of this id; none if the child has no such episode. */
export const episodeById = (state: ChildState, id: EpisodeId): Option.Option<Episode> =>
  Option.fromNullishOr(state.episodes.find((episode) => episode.id === id))

/** The interview of this id; none if the child has no such interview. */
export const interviewById = (state: ChildState, id: InterviewId): Option.Option<Interview> =>
  Option.fromNullishOr(state.interviews.find((interview) => interview.id === id))

/** When the child's whereabouts were first known again; undefined while missing, or if cancelled. */
export const foundOrReturnedAt = ({ progress }: Episode): Instant | undefined =>
  progress._tag === "Found"
    ? progress.foundAt
    : progress._tag === "Returned"
      ? (progress.foundAt ?? progress.returnedAt)
      : undefined

/** True while the episode is ours to work on: not cancelled, closed or transferred. */
export const isOpen = ({ progress, closure }: Episode): boolean =>
  progress._tag !== "Cancelled" && closure === undefined

const isAfter = (one: Episode, other: Episode): boolean =>
  isOpen(one) === isOpen(other) ? one.missingAt >= other.missingAt : isOpen(one)

/**
 * The episode of the latest disappearance, an open one before any that is over.
 * Not the last recorded: an old notification can arrive late.
 */
export const latestEpisode = (state: ChildState): Option.Option<Episode> =>
  Option.fromNullishOr(
    state.episodes.reduce<Episode | undefined>(
      (latest, episode) => (latest === undefined || isAfter(episode, latest) ? episode : latest),
      undefined
    )
  )

/** The interview that covers this episode, if there is one. */
export const interviewOf = (state: ChildState, id: EpisodeId): Interview | undefined =>
  state.interviews.find((interview) => interview.episodeIds.includes(id))

/** Where the return home interview of one episode stands. */
export type InterviewStatus =
  /** Still missing: an interview is owed once the child is found. */
  | { readonly _tag: "NotYetDue" }
  /** The episode was cancelled, transferred or closed on the 18th birthday, or the child died or was unborn. */
  | { readonly _tag: "NotOwed" }
  /** It is nobody's to carry out; `interview` is there once something is recorded of it all the same. */
  | { readonly _tag: "Unassigned"; readonly interview?: Interview }
  | { readonly _tag: "Assigned"; readonly interview: AssignedInterview }
  | { readonly _tag: "Declined"; readonly interview: Interview }
  /** There was none, with the reason; `interview` is absent when it was decided before anything was recorded of it. */
  | { readonly _tag: "NotDone"; readonly notDone: NotDone; readonly interview?: Interview }
  | { readonly _tag: "Completed"; readonly interview: Interview }

/** Why there is no interview for this episode, if that is so. What a closed episode was closed on stays its own. */
export const notDoneOf = (interview: Interview | undefined, episode: Episode): NotDone | undefined => {
  const { reasons, notDone } = interview ?? {}
  if (reasons === undefined && notDone !== undefined) return notDone
  const reason = reasons && lastFor(reasons, episode.id)
  return reason === undefined ? episode.interviewNotDone : { reason: reason.reason, decidedBy: reason.decidedBy }
}

const isAssigned = (interview: Interview): interview is AssignedInterview => interview.interviewer !== undefined

/** Where the interview of an episode stands, whatever person carries it out and whatever else it covers. */
export const interviewStatus = (state: ChildState, episode: Episode): InterviewStatus => {
  const interview = interviewOf(state, episode.id)
  if (interview?.completed !== undefined) return { _tag: "Completed", interview }
  if (state.death !== undefined || episode.progress._tag === "Cancelled") return { _tag: "NotOwed" }
  if (episode.unborn !== undefined) return { _tag: "NotOwed" }
  if (episode.closure !== undefined && episode.closure._tag !== "Closed") return { _tag: "NotOwed" }
  const notDone = notDoneOf(interview, episode)
  if (notDone !== undefined) return { _tag: "NotDone", notDone, ...(interview === undefined ? {} : { interview }) }
  if (interview !== undefined && isDeclined(interview, episode)) return { _tag: "Declined", interview }
  // Nothing was left to do when it closed, so nothing is owed: what opens it again says otherwise.
  if (episode.closure !== undefined) return { _tag: "NotOwed" }
  if (interview !== undefined && isAssigned(interview)) return { _tag: "Assigned", interview }
  if (episode.progress._tag === "Missing") return { _tag: "NotYetDue" }
  return { _tag: "Unassigned", ...(interview === undefined ? {} : { interview }) }
}

/** True while someone still has to offer or carry out the interview. */
export const isInterviewOwed = (standing: InterviewStatus): boolean =>
  standing._tag === "Unassigned" || standing._tag === "Assigned"

/** Who is to carry out an interview that is owed; undefined while nobody is, and once it is not owed any more. */
export const interviewerOf = (standing: InterviewStatus): PersonId | undefined =>
  standing._tag === "Assigned" ? standing.interview.interviewer : undefined

/** The latest episode whose interview still has to be offered or carried out. */
export const episodeOwedInterview = (state: ChildState): Option.Option<Episode> =>
  latestEpisode({
    ...state,
    episodes: state.episodes.filter((episode) => isInterviewOwed(interviewStatus(state, episode)))
  })

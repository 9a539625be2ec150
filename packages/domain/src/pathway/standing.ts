/** Questions about a child's state that more than one rule or surface asks. */
import * as Option from "effect/Option"
import type { Instant } from "../calendar/instant.ts"
import type { EpisodeId, InterviewId, PersonId } from "../vocabulary/identifiers.ts"
import { isDeclined, lastFor } from "./offer.ts"
import type { AssignedInterview, ChildState, Episode, Interview, NotDone } from "./state.ts"

/**
 * The episode of this id; none if the child has no such episode.
 *
 * @example
 * ```ts
 * import { EpisodeId, episodeById } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 * import { Option } from "effect"
 *
 * const { state } = syntheticCase("returned")
 * Option.map(episodeById(state, EpisodeId.make("episode-1")), ({ progress }) => progress._tag) // some("Returned")
 * episodeById(state, EpisodeId.make("episode-2")) // none()
 * ```
 */
export const episodeById = (state: ChildState, id: EpisodeId): Option.Option<Episode> =>
  Option.fromNullishOr(state.episodes.find((episode) => episode.id === id))

/**
 * The interview of this id; none if the child has no such interview.
 *
 * @example
 * ```ts
 * import { InterviewId, interviewById } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 * import { Option } from "effect"
 *
 * const { state } = syntheticCase("assigned")
 * Option.map(interviewById(state, InterviewId.make("interview-1")), ({ interviewer }) => interviewer) // some("interviewer-1")
 * interviewById(state, InterviewId.make("interview-2")) // none()
 * ```
 */
export const interviewById = (state: ChildState, id: InterviewId): Option.Option<Interview> =>
  Option.fromNullishOr(state.interviews.find((interview) => interview.id === id))

/**
 * When the child's whereabouts were first known again, in epoch milliseconds; undefined while missing, or if
 * cancelled.
 *
 * @example
 * ```ts
 * import { formatInstant } from "@safe-return/domain/calendar"
 * import { foundOrReturnedAt } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const at = foundOrReturnedAt(syntheticCase("returned").episode)
 * at && formatInstant(at) // "2026-11-21T08:00:00.000Z"
 * foundOrReturnedAt(syntheticCase("missing").episode) // undefined
 * ```
 */
export const foundOrReturnedAt = ({ progress }: Episode): Instant | undefined =>
  progress._tag === "Found"
    ? progress.foundAt
    : progress._tag === "Returned"
      ? (progress.foundAt ?? progress.returnedAt)
      : undefined

/**
 * True while the episode is ours to work on: not cancelled, closed or transferred.
 *
 * @example
 * ```ts
 * import { EpisodeId, isOpen } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const episodeId = EpisodeId.make("episode-1")
 * isOpen(syntheticCase("returned").episode) // true
 * const cancelled = syntheticCase("returned", [{ _tag: "CancelEpisode", episodeId, reason: "recorded-in-error" }])
 * isOpen(cancelled.episode) // false
 * ```
 */
export const isOpen = ({ progress, closure }: Episode): boolean =>
  progress._tag !== "Cancelled" && closure === undefined

const isAfter = (one: Episode, other: Episode): boolean =>
  isOpen(one) === isOpen(other) ? one.missingAt >= other.missingAt : isOpen(one)

/**
 * The episode of the latest disappearance, an open one before any that is over. Not the last recorded: an old
 * notification can arrive late.
 *
 * None where the child has no episode.
 *
 * @example
 * ```ts
 * import { emptyChildState, latestEpisode } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 * import { Option } from "effect"
 *
 * Option.map(latestEpisode(syntheticCase("returned").state), ({ id }) => id) // some("episode-1")
 * latestEpisode(emptyChildState) // none()
 * ```
 */
export const latestEpisode = (state: ChildState): Option.Option<Episode> =>
  Option.fromNullishOr(
    state.episodes.reduce<Episode | undefined>(
      (latest, episode) => (latest === undefined || isAfter(episode, latest) ? episode : latest),
      undefined
    )
  )

/**
 * The interview that covers this episode; undefined where there is none yet.
 *
 * @example
 * ```ts
 * import { interviewOf } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state, episode } = syntheticCase("assigned")
 * interviewOf(state, episode.id)?.id // "interview-1"
 * interviewOf(syntheticCase("returned").state, episode.id) // undefined
 * ```
 */
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

/**
 * Why there is no interview for this episode, and which person decided so; undefined where that is not so. What a
 * closed episode was closed on stays its own.
 *
 * @example
 * ```ts
 * import { EpisodeId, PersonId, notDoneOf } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const notDone = { reason: "assessed-not-required", decidedBy: PersonId.make("manager-1") } as const
 * const { episode, interview } = syntheticCase("returned", [
 *   { _tag: "RecordNotDone", episodeId: EpisodeId.make("episode-1"), ...notDone }
 * ])
 * notDoneOf(interview, episode) // {"reason":"assessed-not-required","decidedBy":"manager-1"}
 * ```
 */
export const notDoneOf = (interview: Interview | undefined, episode: Episode): NotDone | undefined => {
  const { reasons, notDone } = interview ?? {}
  if (reasons === undefined && notDone !== undefined) return notDone
  const reason = (reasons && lastFor(reasons, episode.id)) ?? episode.interviewNotDone
  return reason && { reason: reason.reason, decidedBy: reason.decidedBy }
}

const isAssigned = (interview: Interview): interview is AssignedInterview => interview.interviewer !== undefined

/**
 * Where the interview of an episode stands, whatever person carries it out and whatever else it covers.
 *
 * @example
 * ```ts
 * import { interviewStatus } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state, episode } = syntheticCase("assigned")
 * interviewStatus(state, episode)._tag // "Assigned"
 * const missing = syntheticCase("missing")
 * interviewStatus(missing.state, missing.episode) // {"_tag":"NotYetDue"}
 * ```
 */
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

/**
 * True while someone still has to offer or carry out the interview.
 *
 * @example
 * ```ts
 * import { isInterviewOwed } from "@safe-return/domain/pathway"
 *
 * isInterviewOwed({ _tag: "Unassigned" }) // true
 * isInterviewOwed({ _tag: "NotYetDue" }) // false
 * ```
 */
export const isInterviewOwed = (standing: InterviewStatus): boolean =>
  standing._tag === "Unassigned" || standing._tag === "Assigned"

/**
 * Who is to carry out an interview that is owed; undefined while nobody is, and once it is not owed any more.
 *
 * @example
 * ```ts
 * import { interviewStatus, interviewerOf } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state, episode } = syntheticCase("assigned")
 * interviewerOf(interviewStatus(state, episode)) // "interviewer-1"
 * interviewerOf({ _tag: "NotYetDue" }) // undefined
 * ```
 */
export const interviewerOf = (standing: InterviewStatus): PersonId | undefined =>
  standing._tag === "Assigned" ? standing.interview.interviewer : undefined

/**
 * The latest episode whose interview still has to be offered or carried out; none where none is owed.
 *
 * @example
 * ```ts
 * import { episodeOwedInterview } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 * import { Option } from "effect"
 *
 * Option.map(episodeOwedInterview(syntheticCase("returned").state), ({ id }) => id) // some("episode-1")
 * episodeOwedInterview(syntheticCase("interviewed").state) // none()
 * ```
 */
export const episodeOwedInterview = (state: ChildState): Option.Option<Episode> =>
  latestEpisode({
    ...state,
    episodes: state.episodes.filter((episode) => isInterviewOwed(interviewStatus(state, episode)))
  })

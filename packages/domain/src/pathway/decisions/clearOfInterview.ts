import type { EpisodeId } from "../../vocabulary/identifiers.ts"
import type { PathwayEvent } from "../events.ts"
import { isFor, offerOf } from "../offer.ts"
import type { CorrectionReason } from "../pathwayWords.ts"
import { interviewOf } from "../standing.ts"
import type { ChildState, Episode, Interview } from "../state.ts"

type OfSome = { readonly episodeIds?: ReadonlyArray<EpisodeId> }

const isNamed = (facts: ReadonlyArray<OfSome> | undefined, id: EpisodeId): boolean =>
  facts?.some(({ episodeIds }) => episodeIds?.includes(id) === true) === true

/** Whether something was offered, answered or held for this episode. What its interview was about besides does not count. */
export const restsOnEnd = (state: ChildState, episode: Episode): boolean => {
  const interview = interviewOf(state, episode.id)
  if (interview === undefined) return false
  const { completed, offers, answers, carerOffer, episodeIds } = interview
  if (completed !== undefined) return true
  if (isNamed(offers, episode.id) || isNamed(answers, episode.id)) return true
  if (offerOf(interview, episode)._tag === "Offered") return true
  return episodeIds.length === 1 && (carerOffer !== undefined || answers !== undefined)
}

const attemptsWithdrawn = (interview: Interview, reason: CorrectionReason): ReadonlyArray<PathwayEvent> =>
  (interview.attempts ?? []).map(({ attemptedAt: at, ...attempt }) => ({
    _tag: "InterviewFactWithdrawn",
    interviewId: interview.id,
    what: "attempt",
    episodeIds: interview.episodeIds,
    reason,
    at,
    attempt
  }))

const notDoneWithdrawn = (
  episode: Episode,
  interview: Interview | undefined,
  reason: CorrectionReason
): ReadonlyArray<PathwayEvent> => {
  const withdrawn = { _tag: "InterviewFactWithdrawn", what: "not-done", episodeIds: [episode.id], reason } as const
  const onInterview = (interview?.reasons ?? []).filter((one) => isFor(one, episode.id))
  const onEpisode = episode.interviewNotDone === undefined ? [] : [withdrawn]
  return interview === undefined
    ? onEpisode
    : [...onInterview.map(() => ({ ...withdrawn, interviewId: interview.id })), ...onEpisode]
}

/** Ends what was arranged for an interview, so that nobody visits a child who is not back. */
export const endedWithReturn = (
  state: ChildState,
  episode: Episode,
  reason: CorrectionReason
): ReadonlyArray<PathwayEvent> => {
  const interview = interviewOf(state, episode.id)
  const decided = notDoneWithdrawn(episode, interview, reason)
  if (interview === undefined) return decided
  const { id: interviewId, interviewer, episodeIds } = interview
  if (episodeIds.length > 1) {
    return [...decided, { _tag: "InterviewNarrowed", interviewId, episodeIds: [episode.id], reason }]
  }
  const unassigned: ReadonlyArray<PathwayEvent> =
    interviewer === undefined ? [] : [{ _tag: "InterviewUnassigned", interviewId, reason: "return-withdrawn" }]
  return [...decided, ...attemptsWithdrawn(interview, reason), ...unassigned]
}

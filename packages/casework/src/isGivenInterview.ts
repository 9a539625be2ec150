import { type ChildState, type EpisodeId, keptRecord, type PersonId } from "@safe-return/domain/pathway"

/** Whether a person was given the interview of this episode; of any of the child's, where none is named. */
export const isGivenInterview = (
  { episodes, interviews }: Pick<ChildState, "episodes" | "interviews">,
  person: PersonId,
  episodeId?: EpisodeId
): boolean => {
  const theirs = interviews.filter(({ interviewer }) => interviewer === person)
  if (episodeId === undefined) return theirs.length > 0
  const named = episodes.find(({ id }) => id === episodeId)
  const ids = named === undefined ? [episodeId] : [episodeId, keptRecord({ episodes }, named).id]
  return theirs.some(({ episodeIds }) => episodeIds.some((id) => ids.includes(id)))
}

import {
  type ChildState,
  type Episode,
  episodeById,
  type Interview,
  interviewStatus,
  isInterviewOwed
} from "@safe-return/domain/pathway"
import { Option } from "effect"

/** Of the episodes it covers the first that still waits for it, if any does: one may have been cancelled or transferred. */
export const episodeOfInterview = (state: ChildState, { episodeIds }: Interview): Episode | undefined => {
  const covered = episodeIds.flatMap((id) => Option.toArray(episodeById(state, id)))
  return covered.find((episode) => isInterviewOwed(interviewStatus(state, episode))) ?? covered[0]
}

import { elapsedClockOf } from "@safe-return/domain/deadlines"
import {
  type ChildState,
  type Episode,
  episodeById,
  type Interview,
  interviewStatus,
  isInterviewOwed
} from "@safe-return/domain/pathway"
import { Option } from "effect"

/** Where no clock runs yet, the interview is due after all those whose clock does. */
const dueAtOf = (episode: Episode): number =>
  Option.match(elapsedClockOf(episode), { onNone: () => Number.MAX_SAFE_INTEGER, onSome: ({ dueAt }) => dueAt })

/** Of the episodes it covers the one that is due first, of those that still wait for it, if any does. */
export const episodeOfInterview = (state: ChildState, { episodeIds }: Interview): Episode | undefined => {
  const covered = episodeIds.flatMap((id) => Option.toArray(episodeById(state, id)))
  const owed = covered.filter((episode) => isInterviewOwed(interviewStatus(state, episode)))
  return owed.toSorted((one, other) => dueAtOf(one) - dueAtOf(other))[0] ?? covered[0]
}

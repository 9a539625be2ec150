import { type ChildState, type EpisodeId, interviewById, type PathwayEvent } from "@safe-return/domain/pathway"
import { Option } from "effect"

/** The episodes an event is about, the first one first; none for what is the child's and not an episode's. */
export const episodesOf = (state: ChildState, event: PathwayEvent): ReadonlyArray<EpisodeId> => {
  if ("episodeId" in event) return event.episodeId === undefined ? [] : [event.episodeId]
  if ("interviewId" in event && event.interviewId !== undefined) {
    return Option.match(interviewById(state, event.interviewId), {
      onNone: () => [],
      onSome: ({ episodeIds }) => episodeIds
    })
  }
  return "episodeIds" in event ? event.episodeIds : []
}

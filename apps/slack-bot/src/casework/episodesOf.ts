import {
  type ChildState,
  type EpisodeId,
  interviewById,
  latestEpisode,
  type PathwayEvent
} from "@safe-return/domain/pathway"
import { Option } from "effect"

/** The child's and no episode's: said where people look, on the latest. */
const isOfDeath = ({ _tag }: PathwayEvent): boolean =>
  _tag === "ChildDied" || _tag === "DeathConfirmed" || _tag === "DeathTakenBack" || _tag === "NotificationAfterDeath"

/** The episodes an event is about, the first one first; none for what is the child's and not an episode's. */
export const episodesOf = (state: ChildState, event: PathwayEvent): ReadonlyArray<EpisodeId> => {
  if ("episodeId" in event) return event.episodeId === undefined ? [] : [event.episodeId]
  if ("interviewId" in event && event.interviewId !== undefined) {
    return Option.match(interviewById(state, event.interviewId), {
      onNone: () => [],
      onSome: ({ episodeIds }) => episodeIds
    })
  }
  if ("episodeIds" in event) return event.episodeIds
  return isOfDeath(event) ? Option.toArray(Option.map(latestEpisode(state), ({ id }) => id)) : []
}

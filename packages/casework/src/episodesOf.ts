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
/** What concerns all that an interview covers, whichever of them the event names. */
const ofWholeInterview: ReadonlyArray<PathwayEvent["_tag"]> = ["InterviewAssigned", "InterviewExtended"]

/** The episodes an event is about, the first one first; none for what is the child's and not an episode's. */
export const episodesOf = (state: ChildState, event: PathwayEvent): ReadonlyArray<EpisodeId> => {
  if ("episodeId" in event) return event.episodeId === undefined ? [] : [event.episodeId]
  const named = "episodeIds" in event ? event.episodeIds : undefined
  if (named !== undefined && !ofWholeInterview.includes(event._tag)) return named
  if ("interviewId" in event && event.interviewId !== undefined) {
    return Option.match(interviewById(state, event.interviewId), {
      onNone: () => named ?? [],
      onSome: ({ episodeIds }) => episodeIds
    })
  }
  if (named !== undefined) return named
  return isOfDeath(event) ? Option.toArray(Option.map(latestEpisode(state), ({ id }) => id)) : []
}

import { Option } from "effect"
import type { Instant } from "../../calendar/instant.ts"
import type { RecordFound } from "../commands.ts"
import type { EpisodeId } from "../identifiers.ts"
import {
  AlreadyFound,
  AlreadyReturned,
  EpisodeCancelledBefore,
  FoundBeforeMissing,
  type Refusal,
  UnknownEpisode
} from "../refusals.ts"
import { episodeById } from "../standing.ts"
import type { ChildState, Episode } from "../state.ts"
import { accept, type Decision, type DecisionContext, refuse, refuseFuture } from "./decision.ts"

/** What is wrong with this time of finding on this episode, whoever reports it; undefined when nothing is. */
export const foundTimeRefusal = (episode: Episode, foundAt: Instant, { now }: DecisionContext): Refusal | undefined => {
  if (foundAt < episode.missingAt) return new FoundBeforeMissing()
  return refuseFuture({ foundAt }, now, episode.policy.futureToleranceMinutes.value)
}

export const childFound = (episodeId: EpisodeId, foundAt: Instant) =>
  ({ _tag: "ChildFound", episodeId, foundAt }) as const

/** A worker says the child is found: whereabouts known, not yet back. */
export const recordFound = (state: ChildState, command: RecordFound, context: DecisionContext): Decision => {
  const episode = Option.getOrUndefined(episodeById(state, command.episodeId))
  if (episode === undefined) return refuse(new UnknownEpisode())
  switch (episode.progress._tag) {
    case "Cancelled":
      return refuse(new EpisodeCancelledBefore())
    case "Found":
      return refuse(new AlreadyFound())
    case "Returned":
      return refuse(new AlreadyReturned())
    case "Missing": {
      const refusal = foundTimeRefusal(episode, command.foundAt, context)
      return refusal === undefined ? accept(childFound(episode.id, command.foundAt)) : refuse(refusal)
    }
  }
}

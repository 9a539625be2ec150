import { Option } from "effect"
import type { Instant } from "../../calendar/instant.ts"
import type { RecordReturned } from "../commands.ts"
import type { EpisodeId } from "../identifiers.ts"
import {
  AlreadyReturned,
  EpisodeCancelledBefore,
  type Refusal,
  ReturnedBeforeFound,
  ReturnedBeforeMissing,
  UnknownEpisode
} from "../refusals.ts"
import { episodeById } from "../standing.ts"
import type { ChildState, Episode } from "../state.ts"
import { accept, type Decision, type DecisionContext, refuse, refuseFuture } from "./decision.ts"

/** What is wrong with this time of return on this episode, whoever reports it; undefined when nothing is. */
export const returnTimeRefusal = (
  episode: Episode,
  returnedAt: Instant,
  { now }: DecisionContext
): Refusal | undefined => {
  if (returnedAt < episode.missingAt) return new ReturnedBeforeMissing()
  if (episode.progress._tag === "Found" && returnedAt < episode.progress.foundAt) return new ReturnedBeforeFound()
  return refuseFuture({ returnedAt }, now, episode.policy.futureToleranceMinutes.value)
}

export const childReturned = (episodeId: EpisodeId, returnedAt: Instant) =>
  ({ _tag: "ChildReturned", episodeId, returnedAt }) as const

/** A worker says the child is back at home or placement: this starts the interview's clocks. */
export const recordReturned = (state: ChildState, command: RecordReturned, context: DecisionContext): Decision => {
  const episode = Option.getOrUndefined(episodeById(state, command.episodeId))
  if (episode === undefined) return refuse(new UnknownEpisode())
  switch (episode.progress._tag) {
    case "Cancelled":
      return refuse(new EpisodeCancelledBefore())
    case "Returned":
      return refuse(new AlreadyReturned())
    case "Missing":
    case "Found": {
      const refusal = returnTimeRefusal(episode, command.returnedAt, context)
      return refusal === undefined ? accept(childReturned(episode.id, command.returnedAt)) : refuse(refusal)
    }
  }
}

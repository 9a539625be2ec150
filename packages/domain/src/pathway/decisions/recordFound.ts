import type { Instant } from "../../calendar/instant.ts"
import type { RecordFound } from "../commands.ts"
import type { EpisodeId } from "../identifiers.ts"
import { FoundBeforeMissing, type Refusal } from "../refusals.ts"
import type { Episode } from "../state.ts"
import { accept, type Decision, type DecisionContext, refuse, refuseFuture } from "./decision.ts"

/** What is wrong with this time of finding on this episode, whoever reports it; undefined when nothing is. */
export const foundTimeRefusal = (episode: Episode, foundAt: Instant, { now }: DecisionContext): Refusal | undefined => {
  if (foundAt < episode.missingAt) return new FoundBeforeMissing()
  return refuseFuture({ foundAt }, now, episode.policy.futureToleranceMinutes.value)
}

export const childFound = (episodeId: EpisodeId, foundAt: Instant) =>
  ({ _tag: "ChildFound", episodeId, foundAt }) as const

/** A worker says the child is found: whereabouts known, not yet back. */
export const recordFound = (episode: Episode, { foundAt }: RecordFound, context: DecisionContext): Decision => {
  const refusal = foundTimeRefusal(episode, foundAt, context)
  return refusal === undefined ? accept(childFound(episode.id, foundAt)) : refuse(refusal)
}

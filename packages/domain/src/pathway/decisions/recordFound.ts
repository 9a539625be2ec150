import { Result } from "effect"
import type { Instant } from "../../calendar/instant.ts"
import type { RecordFound } from "../commands.ts"
import { evolveAll } from "../evolve.ts"
import type { EpisodeId } from "../identifiers.ts"
import { FoundBeforeMissing, type Refusal } from "../refusals.ts"
import type { ChildState, Episode } from "../state.ts"
import { accept, type Decision, type DecisionContext, refuse, refuseFuture } from "./decision.ts"
import { recordWhereabouts } from "./recordWhereabouts.ts"

/** What is wrong with this time of finding on this episode, whoever reports it; undefined when nothing is. */
export const foundTimeRefusal = (episode: Episode, foundAt: Instant, { now }: DecisionContext): Refusal | undefined => {
  if (foundAt < episode.missingAt) return new FoundBeforeMissing()
  return refuseFuture({ foundAt }, now, episode.policy.futureToleranceMinutes.value)
}

export const childFound = (episodeId: EpisodeId, foundAt: Instant) =>
  ({ _tag: "ChildFound", episodeId, foundAt }) as const

/** A worker says the child is found: whereabouts known, not yet back. */
export const recordFound = (
  state: ChildState,
  episode: Episode,
  { foundAt, whereabouts }: RecordFound,
  context: DecisionContext
): Decision => {
  const refusal = foundTimeRefusal(episode, foundAt, context)
  if (refusal !== undefined) return refuse(refusal)
  const found = childFound(episode.id, foundAt)
  if (whereabouts === undefined) return accept(found)
  const since = { whereabouts, since: foundAt }
  return Result.map(recordWhereabouts(evolveAll(state, [found]), episode.id, since, context), (events) => [
    found,
    ...events
  ])
}

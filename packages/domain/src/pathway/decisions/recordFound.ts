import { Result } from "effect"
import type { Instant } from "../../calendar/instant.ts"
import type { RecordFound } from "../commands.ts"
import { evolveAll } from "../evolve.ts"
import type { EpisodeId } from "../identifiers.ts"
import { AlreadyFound, FoundBeforeMissing, type Refusal } from "../refusals.ts"
import type { ChildState, Episode } from "../state.ts"
import { accept, type Decision, type DecisionContext, refuse, refuseFuture } from "./decision.ts"
import { recordWhereabouts } from "./recordWhereabouts.ts"
import { acceptInOrder } from "./timesInOrder.ts"

/** What is wrong with this time of finding on this episode, whoever reports it; undefined when nothing is. */
export const foundTimeRefusal = (episode: Episode, foundAt: Instant, { now }: DecisionContext): Refusal | undefined => {
  if (foundAt < episode.missingAt) return new FoundBeforeMissing()
  return refuseFuture({ foundAt }, now, episode.policy.futureToleranceMinutes.value)
}

export const childFound = (episodeId: EpisodeId, foundAt: Instant) =>
  ({ _tag: "ChildFound", episodeId, foundAt }) as const

/** What the child was found at is said already, or at another time. */
const foundBefore = ({ progress }: Episode, foundAt: Instant): "same" | "other" | undefined => {
  const recorded = "foundAt" in progress ? progress.foundAt : undefined
  if (recorded === undefined) return undefined
  return recorded === foundAt ? "same" : "other"
}

/** A worker says the child is found: whereabouts known. The return may have been the first that was heard. */
export const recordFound = (
  state: ChildState,
  episode: Episode,
  { foundAt, whereabouts }: RecordFound,
  context: DecisionContext
): Decision => {
  const before = foundBefore(episode, foundAt)
  if (before === "other") return refuse(new AlreadyFound())
  const refusal = foundTimeRefusal(episode, foundAt, context)
  if (before === undefined && refusal !== undefined) return refuse(refusal)
  const found = childFound(episode.id, foundAt)
  if (episode.progress._tag === "Returned") {
    // Where they were until then is over; what was said of it stays as it is.
    return before === "same" ? accept() : acceptInOrder(state, episode.id, found)
  }
  if (before === "same") {
    return whereabouts === undefined
      ? accept()
      : recordWhereabouts(state, episode.id, { whereabouts, since: foundAt }, context)
  }
  if (whereabouts === undefined) return accept(found)
  const since = { whereabouts, since: foundAt }
  return Result.map(recordWhereabouts(evolveAll(state, [found]), episode.id, since, context), (events) => [
    found,
    ...events
  ])
}

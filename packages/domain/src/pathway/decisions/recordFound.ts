import * as Result from "effect/Result"
import type { Instant } from "../../calendar/instant.ts"
import type { EpisodeId } from "../../vocabulary/identifiers.ts"
import { type Check, firstRefusal, refuseIf } from "../check.ts"
import type { RecordFound } from "../commands.ts"
import { preview } from "../evolve.ts"
import { AlreadyFound, FoundBeforeMissing } from "../refusals.ts"
import type { ChildState, Episode } from "../state.ts"
import { accept, checkNotFuture, type Decision, type DecisionContext, decideAfter, refuse } from "./decision.ts"
import { recordWhereabouts } from "./recordWhereabouts.ts"
import { acceptInOrder } from "./timesInOrder.ts"

const checkFoundAt = ({ missingAt, policy }: Episode, foundAt: Instant, { now }: DecisionContext): Check =>
  firstRefusal(
    () => refuseIf(foundAt < missingAt, FoundBeforeMissing),
    () => checkNotFuture({ foundAt }, now, policy.futureToleranceMinutes.value)
  )

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
  if (before === "other") return refuse(AlreadyFound)
  const isBack = episode.progress._tag === "Returned"
  if (before === "same") {
    return isBack || whereabouts === undefined
      ? accept()
      : recordWhereabouts(state, episode.id, { whereabouts, since: foundAt }, context)
  }
  const found = childFound(episode.id, foundAt)
  return decideAfter(checkFoundAt(episode, foundAt, context), () => {
    // Where they were until then is over; what was said of it stays as it is.
    if (isBack) return acceptInOrder(state, episode.id, found)
    if (whereabouts === undefined) return accept(found)
    const since = { whereabouts, since: foundAt }
    const after = preview(state, [found])
    return Result.map(recordWhereabouts(after, episode.id, since, context), (events) => [found, ...events])
  })
}

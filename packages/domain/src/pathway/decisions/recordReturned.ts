import type { Instant } from "../../calendar/instant.ts"
import type { RecordReturned } from "../commands.ts"
import type { EpisodeId } from "../identifiers.ts"
import { type Refusal, ReturnedBeforeFound, ReturnedBeforeMissing } from "../refusals.ts"
import type { Episode } from "../state.ts"
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
export const recordReturned = (
  episode: Episode,
  { returnedAt, returnedTo }: RecordReturned,
  context: DecisionContext
): Decision => {
  const refusal = returnTimeRefusal(episode, returnedAt, context)
  if (refusal !== undefined) return refuse(refusal)
  const returned = childReturned(episode.id, returnedAt)
  if (returnedTo === undefined) return accept(returned)
  return accept(returned, { _tag: "ReturnedToRecorded", episodeId: episode.id, returnedTo })
}

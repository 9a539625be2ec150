import type { Instant } from "../../calendar/instant.ts"
import type { EpisodeId } from "../../vocabulary/identifiers.ts"
import { type Check, firstRefusal, refuseIf } from "../check.ts"
import type { RecordReturned } from "../commands.ts"
import { ReturnedBeforeFound, ReturnedBeforeMissing } from "../refusals.ts"
import type { Episode } from "../state.ts"
import { accept, checkNotFuture, type Decision, type DecisionContext, decideAfter } from "./decision.ts"

const checkReturnedAt = (
  { missingAt, progress, policy }: Episode,
  returnedAt: Instant,
  { now }: DecisionContext
): Check =>
  firstRefusal(
    () => refuseIf(returnedAt < missingAt, ReturnedBeforeMissing),
    () => refuseIf(progress._tag === "Found" && returnedAt < progress.foundAt, ReturnedBeforeFound),
    () => checkNotFuture({ returnedAt }, now, policy.futureToleranceMinutes.value)
  )

export const childReturned = (episodeId: EpisodeId, returnedAt: Instant) =>
  ({ _tag: "ChildReturned", episodeId, returnedAt }) as const

/** A worker says the child is back at home or placement: this starts the interview's clocks. */
export const recordReturned = (
  episode: Episode,
  { returnedAt, returnedTo }: RecordReturned,
  context: DecisionContext
): Decision => {
  const to =
    returnedTo === undefined ? [] : [{ _tag: "ReturnedToRecorded", episodeId: episode.id, returnedTo } as const]
  return decideAfter(checkReturnedAt(episode, returnedAt, context), () =>
    accept(childReturned(episode.id, returnedAt), ...to)
  )
}

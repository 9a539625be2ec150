import * as Equal from "effect/Equal"
import type { RecordPlacement } from "../commands.ts"
import type { ChildState, Episode } from "../state.ts"
import { accept, checkNotFuture, type Decision, type DecisionContext, decideAfter } from "./decision.ts"
import { acceptEndingInOrder } from "./endingTimes.ts"

/** Where the child is placed, and so where they are to come back to. A move does not end the episode. */
export const recordPlacement = (
  state: ChildState,
  episode: Episode,
  { placement, movedAt }: RecordPlacement,
  { now }: DecisionContext
): Decision => {
  const { placements = [], policy, id: episodeId } = episode
  if (placements.some((said) => said.movedAt === movedAt && Equal.equals(said.placement, placement))) return accept()
  return decideAfter(checkNotFuture({ movedAt }, now, policy.futureToleranceMinutes.value), () =>
    acceptEndingInOrder(state, episode, {
      _tag: "PlacementRecorded",
      episodeId,
      placement,
      ...(movedAt === undefined ? {} : { movedAt })
    })
  )
}

import { allocatedWorkers, type ChildReference, type ChildState, latestEpisode } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { allocatedWorkerOf } from "./findCase.ts"

/** The workers allocated to the child, by the profile and by the latest episode. */
export const workersOf = Effect.fn("workersOf")(function* (child: ChildReference, state: ChildState) {
  const named = yield* allocatedWorkerOf(child)
  const others = Option.match(latestEpisode(state), { onNone: () => [], onSome: allocatedWorkers })
  return named === undefined ? others : [...new Set([named, ...others])]
})

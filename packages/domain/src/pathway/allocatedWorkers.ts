import type { PersonId } from "../vocabulary/identifiers.ts"
import type { Episode } from "./state.ts"

/**
 * The workers allocated to the child, the one who answers for the case first; none where there are none.
 *
 * @example
 * ```ts
 * import { EpisodeId, PersonId, allocatedWorkers } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const episodeId = EpisodeId.make("episode-1")
 * const allocated = { to: "social-worker", worker: PersonId.make("worker-1") } as const
 * const { episode } = syntheticCase("returned", [{ _tag: "RecordAllocation", episodeId, allocated }])
 * allocatedWorkers(episode) // ["worker-1"]
 * allocatedWorkers({}) // []
 * ```
 */
export const allocatedWorkers = ({ allocation }: Pick<Episode, "allocation">): ReadonlyArray<PersonId> =>
  allocation?._tag === "Allocated"
    ? [allocation.worker, ...(allocation.alsoWorkers ?? []).map(({ worker }) => worker)]
    : []

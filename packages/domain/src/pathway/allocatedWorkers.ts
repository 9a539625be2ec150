import type { PersonId } from "../vocabulary/identifiers.ts"
import type { Episode } from "./state.ts"

/** The workers allocated to the child, the one who answers for the case first; none where there are none. */
export const allocatedWorkers = ({ allocation }: Pick<Episode, "allocation">): ReadonlyArray<PersonId> =>
  allocation?._tag === "Allocated"
    ? [allocation.worker, ...(allocation.alsoWorkers ?? []).map(({ worker }) => worker)]
    : []

import type { Episode, PersonId } from "@safe-return/domain/pathway"
import type { CaseSnapshot } from "./OwedMessage.ts"
import { workersOf } from "./rungRecipients.ts"

/** Those an episode was allocated to before, and is no longer. */
export const formerWorkers = (snapshot: CaseSnapshot, episode: Episode): ReadonlyArray<PersonId> => {
  const now = workersOf(snapshot, episode)
  const ever = snapshot.entries.flatMap(({ recorded: { event } }) =>
    event._tag === "WorkerAllocated" && event.episodeId === episode.id
      ? [event.worker, ...(event.alsoWorkers ?? []).map(({ worker }) => worker)]
      : []
  )
  return [...new Set(ever)].filter((worker) => !now.includes(worker))
}

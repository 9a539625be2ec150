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

/** Those of them who have no other part in the case: nothing more of it is for them. */
export const leftTheCase = (snapshot: CaseSnapshot, episode: Episode): ReadonlyArray<PersonId> => {
  const holders = Object.values(snapshot.there.holders).flat()
  return formerWorkers(snapshot, episode).filter((worker) => !holders.includes(worker))
}

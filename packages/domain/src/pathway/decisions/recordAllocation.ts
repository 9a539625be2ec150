import type { RecordAllocation, RecordScreening } from "../commands.ts"
import { NotForScreening } from "../refusals.ts"
import type { Episode } from "../state.ts"
import { accept, acceptUnless, type Decision, refuse } from "./decision.ts"

type Allocated = RecordAllocation["allocated"]

/** A child whom the MASH has screened since is not awaiting it: a new concern asks for it again. */
const isSo = (allocation: Episode["allocation"], allocated: Allocated): boolean =>
  "worker" in allocated
    ? allocation?._tag === "Allocated" && allocation.to === allocated.to && allocation.worker === allocated.worker
    : allocation?._tag === (allocated.concern ? "AwaitingScreening" : "NoConcern")

/** Whether a social worker or an Early Help worker has the child's case. The latest word stands. */
export const recordAllocation = ({ id: episodeId, allocation }: Episode, { allocated }: RecordAllocation): Decision => {
  if (isSo(allocation, allocated)) return accept()
  return "worker" in allocated
    ? accept({ _tag: "WorkerAllocated", episodeId, to: allocated.to, worker: allocated.worker })
    : accept({ _tag: "NobodyAllocated", episodeId, concern: allocated.concern })
}

/** Where the MASH sent a child nobody is allocated to: Rotherham operating guidance, section 2. */
export const recordScreening = ({ id: episodeId, allocation }: Episode, { outcome }: RecordScreening): Decision => {
  if (allocation?._tag !== "AwaitingScreening" && allocation?._tag !== "Screened") return refuse(new NotForScreening())
  const isSaid = allocation._tag === "Screened" && allocation.outcome === outcome
  return acceptUnless(isSaid, { _tag: "EpisodeScreened", episodeId, outcome })
}

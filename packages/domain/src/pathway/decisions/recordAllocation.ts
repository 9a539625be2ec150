import type { RecordAllocation, RecordScreening } from "../commands.ts"
import { NotForScreening } from "../refusals.ts"
import type { Episode } from "../state.ts"
import { accept, type Decision, refuse } from "./decision.ts"

/** Whether a social worker or an Early Help worker has the child's case. The latest word stands. */
export const recordAllocation = ({ id: episodeId }: Episode, { allocated }: RecordAllocation): Decision =>
  "worker" in allocated
    ? accept({ _tag: "WorkerAllocated", episodeId, to: allocated.to, worker: allocated.worker })
    : accept({ _tag: "NobodyAllocated", episodeId, concern: allocated.concern })

/** Where the MASH sent a child nobody is allocated to: Rotherham operating guidance, section 2. */
export const recordScreening = ({ id: episodeId, allocation }: Episode, { outcome }: RecordScreening): Decision =>
  allocation?._tag === "AwaitingScreening" || allocation?._tag === "Screened"
    ? accept({ _tag: "EpisodeScreened", episodeId, outcome })
    : refuse(new NotForScreening())

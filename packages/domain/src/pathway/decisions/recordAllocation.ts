import * as Equal from "effect/Equal"
import type { RecordAllocation, RecordScreening } from "../commands.ts"
import type { EventOf } from "../events.ts"
import { NotForScreening } from "../refusals.ts"
import type { Episode } from "../state.ts"
import { acceptUnless, type Decision, refuse } from "./decision.ts"

type Allocated = RecordAllocation["allocated"]
type Workers = Omit<EventOf<"WorkerAllocated">, "_tag" | "episodeId">

/** The first answers for the case; each of the others is named once. */
const workersIn = (allocated: Extract<Allocated, { readonly worker: unknown }>): Workers => {
  const { to, worker, alsoWorkers = [] } = allocated
  const others = alsoWorkers.filter(
    (one, index) => one.worker !== worker && alsoWorkers.findIndex((other) => other.worker === one.worker) === index
  )
  const [first, ...rest] = others
  return { to, worker, ...(first === undefined ? {} : { alsoWorkers: [first, ...rest] }) }
}

/** Whether a social worker or an Early Help worker has the child's case. The latest word stands. */
export const recordAllocation = ({ id: episodeId, allocation }: Episode, { allocated }: RecordAllocation): Decision => {
  if ("worker" in allocated) {
    const workers = workersIn(allocated)
    const isUnchanged = Equal.equals(allocation, { _tag: "Allocated", ...workers })
    return acceptUnless(isUnchanged, { _tag: "WorkerAllocated", episodeId, ...workers })
  }
  // A child the MASH has screened since is not awaiting it: a new concern asks for it again.
  const isUnchanged = allocation?._tag === (allocated.concern ? "AwaitingScreening" : "NoConcern")
  return acceptUnless(isUnchanged, { _tag: "NobodyAllocated", episodeId, concern: allocated.concern })
}

/** Where the MASH sent a child nobody is allocated to: Rotherham operating guidance, section 2. */
export const recordScreening = ({ id: episodeId, allocation }: Episode, { outcome }: RecordScreening): Decision => {
  if (allocation?._tag !== "AwaitingScreening" && allocation?._tag !== "Screened") return refuse(NotForScreening)
  const isUnchanged = allocation._tag === "Screened" && allocation.outcome === outcome
  return acceptUnless(isUnchanged, { _tag: "EpisodeScreened", episodeId, outcome })
}

import { allocatedWorkers } from "../allocatedWorkers.ts"
import type { PersonId } from "../identifiers.ts"
import { NotAnInterviewer, NotIndependent, type Refusal } from "../refusals.ts"
import type { Episode } from "../state.ts"

interface Asked {
  readonly interviewer: PersonId
  readonly isInterviewer: boolean
  readonly allocatedWorker: PersonId | undefined
  /** The child asked for this person. */
  readonly knownAdult: boolean
}

/**
 * Why this person may not interview about these episodes. A worker allocated to the child is not independent, whether
 * the command says so or the record; only the child's own wish goes past that.
 *
 * Source: Rotherham operating guidance, section 3.
 */
export const interviewerRefusal = (asked: Asked, episodes: ReadonlyArray<Episode>): Refusal | undefined => {
  if (asked.knownAdult) return undefined
  const isAllocated = episodes.some((episode) => allocatedWorkers(episode).includes(asked.interviewer))
  if (isAllocated || asked.allocatedWorker === asked.interviewer) return new NotIndependent()
  return asked.isInterviewer ? undefined : new NotAnInterviewer()
}

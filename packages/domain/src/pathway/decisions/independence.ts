import { allocatedWorkers } from "../allocatedWorkers.ts"
import type { PersonId } from "../identifiers.ts"
import { NotAnInterviewer, NotIndependent, type Refusal } from "../refusals.ts"
import type { Episode, Interview } from "../state.ts"

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

/** Who held an interview or a further session, as the command says it. */
interface HeldBy {
  readonly heldBy: PersonId
  readonly isInterviewer: boolean
  readonly allocatedWorker?: PersonId
  readonly knownAdult?: boolean
}

/** Why this person may not have held it: whoever it was assigned to was judged then. */
export const heldByRefusal = (
  { heldBy, isInterviewer, allocatedWorker, knownAdult = false }: HeldBy,
  interview: Interview | undefined,
  episodes: ReadonlyArray<Episode>
): Refusal | undefined => {
  const isSame = interview?.interviewer === heldBy
  const isElsewhere = interview?.arrangement !== undefined && interview.arrangement !== "missing-team"
  return interviewerRefusal(
    {
      interviewer: heldBy,
      isInterviewer: isInterviewer || (isSame && isElsewhere),
      allocatedWorker,
      knownAdult: knownAdult || (isSame && interview.knownAdult)
    },
    episodes
  )
}

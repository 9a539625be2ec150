import type { PersonId } from "../../vocabulary/identifiers.ts"
import { allocatedWorkers } from "../allocatedWorkers.ts"
import { type Check, firstRefusal, pass, refuseIf } from "../check.ts"
import { NotAnInterviewer, NotIndependent } from "../refusals.ts"
import type { Episode, Interview } from "../state.ts"

interface Interviewer {
  readonly interviewer: PersonId
  readonly isInterviewer: boolean
  readonly allocatedWorker: PersonId | undefined
  /** The child person for this person. */
  readonly knownAdult: boolean
}

/**
 * Refuses an allocated worker, who is not independent, unless the child asked for them.
 *
 * Source: Rotherham operating guidance, section 3.
 */
export const checkInterviewer = (person: Interviewer, episodes: ReadonlyArray<Episode>): Check => {
  if (person.knownAdult) return pass
  const isAllocated = episodes.some((episode) => allocatedWorkers(episode).includes(person.interviewer))
  return firstRefusal(
    () => refuseIf(isAllocated || person.allocatedWorker === person.interviewer, NotIndependent),
    () => refuseIf(!person.isInterviewer, NotAnInterviewer)
  )
}

/** Who held an interview or a further session, as the command says it. */
interface InterviewHolder {
  readonly heldBy: PersonId
  readonly isInterviewer: boolean
  readonly allocatedWorker?: PersonId
  readonly knownAdult?: boolean
}

/** The person it was assigned to was judged then; any other is judged now. */
export const checkHeldBy = (
  { heldBy, isInterviewer, allocatedWorker, knownAdult = false }: InterviewHolder,
  interview: Interview | undefined,
  episodes: ReadonlyArray<Episode>
): Check => {
  const isSame = interview?.interviewer === heldBy
  const isElsewhere = interview?.arrangement !== undefined && interview.arrangement !== "missing-team"
  return checkInterviewer(
    {
      interviewer: heldBy,
      isInterviewer: isInterviewer || (isSame && isElsewhere),
      allocatedWorker,
      knownAdult: knownAdult || (isSame && interview.knownAdult)
    },
    episodes
  )
}

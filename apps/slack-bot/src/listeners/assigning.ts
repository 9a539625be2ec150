import type { ChildReference, EpisodeId, PersonId } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { Casework } from "../casework/Casework.ts"
import { NewIds } from "../casework/NewIds.ts"
import { People } from "../people/People.ts"
import { HoldsNoRole } from "./explain.ts"
import { allocatedWorkerOf } from "./findCase.ts"

export interface Assigning {
  readonly child: ChildReference
  readonly episodeId?: EpisodeId
  readonly interviewer: PersonId
  readonly knownAdult: boolean
  readonly by: PersonId
}

/** Assigns an interview, whether it was asked for by command or by form. */
export const assignInterview = Effect.fn("assignInterview")(function* (assigning: Assigning) {
  const { child, episodeId, interviewer, knownAdult, by } = assigning
  const people = yield* People
  const roles = yield* people.rolesOf(interviewer)
  if (knownAdult && roles.size === 0) return yield* new HoldsNoRole({ field: "interviewer" })
  const allocatedWorker = yield* allocatedWorkerOf(child)
  const newIds = yield* NewIds
  const newInterviewId = yield* newIds.interview
  const casework = yield* Casework
  return yield* casework.carryOut(
    child,
    {
      _tag: "AssignInterview",
      newInterviewId,
      ...(episodeId === undefined ? {} : { episodeId }),
      interviewer,
      isInterviewer: roles.has("interviewer"),
      ...(allocatedWorker === undefined ? {} : { allocatedWorker }),
      knownAdult
    },
    by
  )
})

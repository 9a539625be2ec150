import { Casework, NewIds, People, reachOf } from "@safe-return/casework"
import { definedFields } from "@safe-return/domain/definedFields"
import type { AssignInterview, ChildReference, EpisodeId, PersonId } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { HoldsNoRole } from "../../handlers/explain.ts"
import { allocatedWorkerOf } from "../../handlers/findCase.ts"
import type { Assignment } from "./assignView.ts"

export interface Assigning {
  readonly child: ChildReference
  readonly episodeId?: EpisodeId
  readonly assignment: Assignment
}

/** The command for an assignment, with what the bot knows of the person besides what was entered. */
export const assignCommand = Effect.fn("assignCommand")(function* ({ child, episodeId, assignment }: Assigning) {
  const people = yield* People
  const roles = yield* people.rolesOf(assignment.interviewer)
  // They are sent messages about the child. Only where the interviewer's role is what is asked does the domain say so.
  const isElsewhere = assignment.arrangement !== undefined && assignment.arrangement !== "missing-team"
  if ((assignment.knownAdult || isElsewhere) && reachOf(roles, "log-interview") === "none")
    return yield* new HoldsNoRole({ field: "interviewer" })
  const allocatedWorker = yield* allocatedWorkerOf(child)
  const newIds = yield* NewIds
  const newInterviewId = yield* newIds.interview
  const command: AssignInterview = {
    _tag: "AssignInterview",
    newInterviewId,
    ...definedFields({ episodeId }),
    ...assignment,
    isInterviewer: roles.has("interviewer"),
    ...definedFields({ allocatedWorker })
  }
  return command
})

/** Assigns an interview, whether it was asked for by command or by form. */
export const assignInterview = Effect.fn("assignInterview")(function* (
  assigning: Assigning,
  by: PersonId,
  expectedVersion?: number
) {
  const command = yield* assignCommand(assigning)
  const casework = yield* Casework
  return yield* casework.execute(assigning.child, command, by, expectedVersion)
})

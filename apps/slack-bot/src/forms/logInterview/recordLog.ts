import { Casework, NewIds, People } from "@safe-return/casework"
import { definedFields } from "@safe-return/domain/definedFields"
import type { ChildReference, EpisodeId, LogInterview, PersonId } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { allocatedWorkerOf } from "../../handlers/findCase.ts"
import type { ArrangementAnswers } from "../arrangedFields.ts"
import { assignCommand } from "../assign/assignInterview.ts"

interface Logging {
  readonly child: ChildReference
  readonly episodeId: EpisodeId
  readonly logged: Pick<LogInterview, "offeredAt" | "response" | "completed" | "alsoCovers" | "knownAdult" | "keptFrom">
  /** For an interview that nobody was assigned to: who carried it out, and whether the child asked for them. */
  readonly arranged?: ArrangementAnswers | undefined
  readonly by: PersonId
  readonly expectedVersion: number | undefined
}

/** An interview that nobody was assigned to is assigned, in the same step, to the person who carried it out. */
const assignedBefore = Effect.fn("assignedBefore")(function* ({ child, episodeId, logged, arranged }: Logging) {
  if (arranged === undefined || logged.completed === undefined) return []
  const { interviewer } = logged.completed
  return [yield* assignCommand({ child, episodeId, assignment: { interviewer, ...arranged } })]
})

/** Logs what became of an interview, whichever form or command it was said in. */
export const recordLog = Effect.fn("logInterview")(function* (logging: Logging) {
  const { child, episodeId, logged, by, expectedVersion } = logging
  const assigned = yield* assignedBefore(logging)
  const people = yield* People
  const roles = yield* people.rolesOf(logged.completed?.interviewer ?? by)
  const allocatedWorker = yield* allocatedWorkerOf(child)
  const newIds = yield* NewIds
  const newInterviewId = yield* newIds.interview
  const command: LogInterview = {
    _tag: "LogInterview",
    newInterviewId,
    episodeId,
    ...logged,
    isInterviewer: roles.has("interviewer"),
    ...definedFields({ allocatedWorker })
  }
  const casework = yield* Casework
  return yield* casework.executeAll(child, [...assigned, command], by, expectedVersion)
})

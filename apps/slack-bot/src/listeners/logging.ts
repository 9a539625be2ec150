import type { ChildReference, EpisodeId, LogInterview, PersonId } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { Casework } from "../casework/Casework.ts"
import { NewIds } from "../casework/NewIds.ts"
import { People } from "../people/People.ts"
import { allocatedWorkerOf } from "./findCase.ts"

export interface Logging {
  readonly child: ChildReference
  readonly episodeId: EpisodeId
  readonly logged: Pick<LogInterview, "offeredAt" | "response" | "completed" | "alsoCovers">
  readonly by: PersonId
}

/** Logs what became of an interview, whichever form or command it was said in. */
export const logInterview = Effect.fn("logInterview")(function* ({ child, episodeId, logged, by }: Logging) {
  const people = yield* People
  const roles = yield* people.rolesOf(logged.completed?.interviewer ?? by)
  const allocatedWorker = yield* allocatedWorkerOf(child)
  const newIds = yield* NewIds
  const newInterviewId = yield* newIds.interview
  const casework = yield* Casework
  return yield* casework.carryOut(
    child,
    {
      _tag: "LogInterview",
      newInterviewId,
      episodeId,
      ...logged,
      isInterviewer: roles.has("interviewer"),
      ...(allocatedWorker === undefined ? {} : { allocatedWorker })
    },
    by
  )
})

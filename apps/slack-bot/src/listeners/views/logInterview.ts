import { Effect, Option } from "effect"
import { Casework } from "../../casework/Casework.ts"
import { NewIds } from "../../casework/NewIds.ts"
import { People } from "../../people/People.ts"
import { readLog } from "../../views/logInterviewView.ts"
import { allocatedWorkerOf, readLink } from "../findCase.ts"
import type { SubmissionHandler } from "./SubmissionHandler.ts"

export const logInterviewSubmitted: SubmissionHandler = {
  permission: "log-interview",
  handle: Effect.fn("logInterviewSubmitted")(function* ({ metadata, person, values }) {
    const { child, episodeId } = yield* readLink(metadata)
    const logged = yield* Effect.fromResult(readLog(values))
    const people = yield* People
    const roles = yield* people.rolesOf(logged.completed?.interviewer ?? person)
    const allocatedWorker = yield* allocatedWorkerOf(child)
    const newIds = yield* NewIds
    const newInterviewId = yield* newIds.interview
    const casework = yield* Casework
    yield* casework.carryOut(
      child,
      {
        _tag: "LogInterview",
        newInterviewId,
        episodeId,
        ...logged,
        isInterviewer: roles.has("interviewer"),
        ...(allocatedWorker === undefined ? {} : { allocatedWorker })
      },
      person
    )
    return Option.none()
  })
}

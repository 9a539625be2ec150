import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { allocatedWorkerOf, readLink } from "../../handlers/findCase.ts"
import { People } from "../../people/People.ts"
import { submissionOf } from "../CaseForm.ts"
import { furtherSessionForm } from "./furtherSession.ts"
import { readFurtherSession } from "./furtherSessionView.ts"

export const furtherSessionSubmitted = submissionOf(
  furtherSessionForm,
  Effect.fn("furtherSessionSubmitted")(function* ({ metadata, person, values }) {
    const { child, episodeId } = yield* readLink(metadata)
    const { session, knownAdult } = yield* Effect.fromResult(readFurtherSession(values))
    const people = yield* People
    const roles = yield* people.rolesOf(session.interviewer)
    const allocatedWorker = yield* allocatedWorkerOf(child)
    const casework = yield* Casework
    yield* casework.execute(
      child,
      {
        _tag: "RecordFurtherSession",
        episodeId,
        session,
        isInterviewer: roles.has("interviewer"),
        ...(allocatedWorker === undefined ? {} : { allocatedWorker }),
        ...(knownAdult ? { knownAdult } : {})
      },
      person
    )
    return Option.none()
  })
)

import { Casework } from "@safe-return/casework"
import { interviewOf } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { readLink } from "../../handlers/findCase.ts"
import { readArranged, readKnownAdult } from "../arrangedFields.ts"
import { submissionOf } from "../CaseForm.ts"
import { logForm } from "./logInterview.ts"
import { readLog } from "./logInterviewView.ts"
import { recordLog } from "./recordLog.ts"

export const logInterviewSubmitted = submissionOf(
  logForm,
  Effect.fn("logInterviewSubmitted")(function* ({ metadata, person, values }) {
    const { child, episodeId } = yield* readLink(metadata)
    const logged = yield* Effect.fromResult(readLog(values))
    const casework = yield* Casework
    const isAssigned = interviewOf(yield* casework.get(child), episodeId)?.interviewer !== undefined
    const arranged = isAssigned ? undefined : readArranged(values)
    const isKnownAdult = logged.completed !== undefined && readKnownAdult(values)
    yield* recordLog({
      child,
      episodeId,
      logged: isKnownAdult ? { ...logged, knownAdult: true } : logged,
      arranged,
      by: person
    })
    return Option.none()
  })
)

import { Casework } from "@safe-return/casework"
import { interviewOf } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { readArranged, readKnownAdult } from "../../views/arrangedFields.ts"
import { readLog } from "../../views/logInterviewView.ts"
import { readLink } from "../findCase.ts"
import { submissionOf } from "../forms/CaseForm.ts"
import { logForm } from "../forms/log.ts"
import { logInterview } from "../logging.ts"

export const logInterviewSubmitted = submissionOf(
  logForm,
  Effect.fn("logInterviewSubmitted")(function* ({ metadata, person, values }) {
    const { child, episodeId } = yield* readLink(metadata)
    const logged = yield* Effect.fromResult(readLog(values))
    const casework = yield* Casework
    const isAssigned = interviewOf(yield* casework.get(child), episodeId)?.interviewer !== undefined
    const arranged = isAssigned ? undefined : readArranged(values)
    const isKnownAdult = logged.completed !== undefined && readKnownAdult(values)
    yield* logInterview({
      child,
      episodeId,
      logged: isKnownAdult ? { ...logged, knownAdult: true } : logged,
      arranged,
      by: person
    })
    return Option.none()
  })
)

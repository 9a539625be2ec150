import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { People } from "../../people/People.ts"
import { readInterviewCorrection } from "../../views/correctInterviewView.ts"
import { allocatedWorkerOf, readLink } from "../findCase.ts"
import { submissionOf } from "../forms/CaseForm.ts"
import { correctInterviewForm } from "../forms/correct.ts"

export const correctInterviewSubmitted = submissionOf(
  correctInterviewForm,
  Effect.fn("correctInterviewSubmitted")(function* ({ metadata, person, values }) {
    const { child, episodeId } = yield* readLink(metadata)
    const correction = yield* Effect.fromResult(readInterviewCorrection(episodeId, values))
    const people = yield* People
    const { interviewer } = correction
    const isInterviewer = interviewer !== undefined && (yield* people.rolesOf(interviewer)).has("interviewer")
    const allocatedWorker = yield* allocatedWorkerOf(child)
    const known = allocatedWorker === undefined ? {} : { allocatedWorker }
    const casework = yield* Casework
    yield* casework.execute(child, { ...correction, isInterviewer, ...known }, person)
    return Option.none()
  })
)

import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { allocatedWorkerOf } from "../../handlers/findCase.ts"
import { People } from "../../people/People.ts"
import { submissionOf } from "../caseSubmission.ts"
import { correctInterviewForm } from "../correct/correct.ts"
import { readInterviewCorrection } from "./correctInterviewView.ts"

export const correctInterviewSubmitted = submissionOf(
  correctInterviewForm,
  Effect.fn("correctInterviewSubmitted")(function* ({ link: { child, episodeId }, person, values, expectedVersion }) {
    const correction = yield* Effect.fromResult(readInterviewCorrection(episodeId, values))
    const people = yield* People
    const { interviewer } = correction
    const isInterviewer = interviewer !== undefined && (yield* people.rolesOf(interviewer)).has("interviewer")
    const allocatedWorker = yield* allocatedWorkerOf(child)
    const known = allocatedWorker === undefined ? {} : { allocatedWorker }
    const casework = yield* Casework
    yield* casework.execute(child, { ...correction, isInterviewer, ...known }, person, expectedVersion)
    return Option.none()
  })
)

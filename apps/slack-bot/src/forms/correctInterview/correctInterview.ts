import { Casework, People } from "@safe-return/casework"
import { definedFields } from "@safe-return/domain/definedFields"
import { interviewOf } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { OutOfDate } from "../../handlers/explain.ts"
import { allocatedWorkerOf } from "../../handlers/findCase.ts"
import type { CaseForm, FormSlice } from "../CaseForm.ts"
import { latestAt } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import {
  CORRECT_INTERVIEW_FORM,
  correctInterviewView,
  isCorrectable,
  readInterviewCorrection
} from "./correctInterviewView.ts"

export const correctInterviewForm: CaseForm = {
  permission: "correct-record",
  episodeMeant: latestAt("Missing", "Found", "Returned"),
  open: ({ link, state, episode }) => {
    const interview = interviewOf(state, episode.id)
    return isCorrectable(interview, episode)
      ? Effect.succeed(correctInterviewView(link, episode, interview))
      : Effect.fail(new OutOfDate())
  }
}

const correctInterviewSubmitted = submissionOf(
  correctInterviewForm,
  Effect.fn("correctInterviewSubmitted")(function* ({ link: { child, episodeId }, person, values, expectedVersion }) {
    const correction = yield* Effect.fromResult(readInterviewCorrection(episodeId, values))
    const people = yield* People
    const { interviewer } = correction
    const isInterviewer = interviewer !== undefined && (yield* people.rolesOf(interviewer)).has("interviewer")
    const allocatedWorker = yield* allocatedWorkerOf(child)
    const known = definedFields({ allocatedWorker })
    const casework = yield* Casework
    yield* casework.execute(child, { ...correction, isInterviewer, ...known }, person, expectedVersion)
    return Option.none()
  })
)

export const correctInterview: FormSlice = {
  submissions: { [CORRECT_INTERVIEW_FORM]: correctInterviewSubmitted }
}

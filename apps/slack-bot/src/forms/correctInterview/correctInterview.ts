import { Casework, People } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { interviewOf } from "@safe-return/domain/pathway"
import { Clock, Effect, Option } from "effect"
import { OutOfDate } from "../../handlers/explain.ts"
import { allocatedWorkerOf } from "../../handlers/findCase.ts"
import type { CaseForm, FormSlice } from "../CaseForm.ts"
import { latestAt } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { checkEach } from "../checkEach.ts"
import { everyFault } from "../everyFault.ts"
import { withoutField } from "../withoutField.ts"
import {
  CORRECT_INTERVIEW_FORM,
  correctInterviewView,
  interviewCorrectionToJudge,
  isCorrectable,
  readInterviewCorrection
} from "./correctInterviewView.ts"

export const correctInterviewForm: CaseForm = {
  permission: "correct-interview",
  episodeMeant: latestAt("Missing", "Found", "Returned"),
  records: "CorrectInterview",
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
    const read = Effect.fromResult(readInterviewCorrection(episodeId, values))
    const judged = interviewCorrectionToJudge(episodeId, values)
    const people = yield* People
    const { interviewer } = judged
    const isInterviewer = interviewer !== undefined && (yield* people.rolesOf(interviewer)).has("interviewer")
    const allocatedWorker = yield* allocatedWorkerOf(child)
    const known = { isInterviewer, ...definedFields({ allocatedWorker }) }
    const casework = yield* Casework
    const state = yield* casework.get(child)
    const now = Instant(yield* Clock.currentTimeMillis)
    const check = checkEach(
      state,
      [{ ...judged, ...known }],
      { now, by: person },
      (_, { field }) => field,
      withoutField
    )
    yield* everyFault([read, Effect.fromResult(check)])
    yield* casework.execute(child, { ...(yield* read), ...known }, person, expectedVersion)
    return Option.none()
  })
)

export const correctInterview: FormSlice = {
  submissions: { [CORRECT_INTERVIEW_FORM]: correctInterviewSubmitted }
}

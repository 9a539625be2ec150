import { Casework, People } from "@safe-return/casework"
import { interviewOf, interviewStatus } from "@safe-return/domain/pathway"
import { Effect, Option, Result } from "effect"
import type { SubmissionHandler } from "../../handlers/Handler.ts"
import { alsoCoversField } from "../alsoCoversField.ts"
import { readArranged, readKnownAdult } from "../arrangedFields.ts"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm, formForChild } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { owedOr, severalOwed } from "../episodeOwedInterview.ts"
import { everyFault } from "../everyFault.ts"
import { keptFromIn } from "../profile/keptFromField.ts"
import { type InterviewLog, LOG_FORM, logButton, logInterviewView, logToJudge, readLog } from "./logInterviewView.ts"
import { checkLog, recordLog } from "./recordLog.ts"
import { REFERENCE_FORM, readReference } from "./referenceView.ts"

export const logForm: CaseForm = {
  permission: "log-interview",
  episodeMeant: owedOr("Declined", "NotDone"),
  which: { button: logButton, among: severalOwed },
  records: "LogInterview",
  open: Effect.fn("logForm")(function* ({ link, state, episode, person }) {
    const standing = interviewStatus(state, episode)
    const interview = "interview" in standing ? standing.interview : undefined
    const people = yield* People
    const isInterviewer = (yield* people.rolesOf(person)).has("interviewer")
    const suggested = interview?.interviewer ?? (isInterviewer ? person : undefined)
    return logInterviewView(link, episode, interview, suggested, alsoCoversField(state, episode))
  })
}

const logInterviewSubmitted = submissionOf(
  logForm,
  Effect.fn("logInterviewSubmitted")(function* ({ link: { child, episodeId }, person, values, expectedVersion }) {
    const read = Effect.fromResult(readLog(values))
    const casework = yield* Casework
    const state = yield* casework.get(child)
    const isAssigned = interviewOf(state, episodeId)?.interviewer !== undefined
    const arranged = isAssigned ? undefined : readArranged(values)
    const said = (logged: InterviewLog) => ({
      ...logged,
      ...(logged.completed !== undefined && readKnownAdult(values) ? { knownAdult: true } : {})
    })
    const logging = { child, episodeId, arranged, by: person, expectedVersion }
    const judged = logToJudge(values, person)
    const isEmpty = judged.offeredAt === undefined && judged.response === undefined && judged.completed === undefined
    yield* everyFault([read, ...(isEmpty ? [] : [checkLog({ ...logging, logged: said(judged) })])])
    const logged = yield* read
    const kept =
      logged.completed === undefined ? {} : yield* keptFromIn(child, state, values, [logged.completed.interviewer])
    yield* recordLog({ ...logging, logged: { ...said(logged), ...kept } })
    return Option.none()
  })
)

/** The reference was given: the form to log with comes next. */
const logInterviewReferenceSubmitted: SubmissionHandler = {
  permission: logForm.permission,
  about: ({ values }) => Result.getSuccess(readReference(values)),
  handle: Effect.fn("logInterviewReferenceSubmitted")(function* ({ person, values }) {
    const reference = yield* Effect.fromResult(readReference(values))
    return Option.some(yield* formForChild(logForm, reference, person))
  })
}

export const logInterview: FormSlice = {
  buttons: { [logButton.actionId]: buttonFor(logForm) },
  commands: { "/rhi log": logForm },
  submissions: { [LOG_FORM]: logInterviewSubmitted, [REFERENCE_FORM]: logInterviewReferenceSubmitted }
}

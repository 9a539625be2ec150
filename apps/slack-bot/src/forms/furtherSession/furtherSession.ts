import { Casework, People } from "@safe-return/casework"
import { definedFields } from "@safe-return/domain/definedFields"
import { heardBy, interviewOf } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { OutOfDate } from "../../handlers/explain.ts"
import { allocatedWorkerOf } from "../../handlers/findCase.ts"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm, latestAt } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { keptFromIn } from "../profile/keptFromField.ts"
import {
  FURTHER_SESSION_FORM,
  furtherSessionButton,
  furtherSessionView,
  readFurtherSession
} from "./furtherSessionView.ts"

const furtherSessionForm: CaseForm = {
  permission: "log-interview",
  episodeMeant: latestAt("Found", "Returned"),
  records: "RecordFurtherSession",
  open: Effect.fn("furtherSessionForm")(function* ({ link, state, episode, person }) {
    const interview = interviewOf(state, episode.id)
    if (interview?.completed === undefined) return yield* new OutOfDate()
    const people = yield* People
    const isInterviewer = (yield* people.rolesOf(person)).has("interviewer")
    return furtherSessionView(link, interview, isInterviewer ? person : undefined)
  })
}

const furtherSessionSubmitted = submissionOf(
  furtherSessionForm,
  Effect.fn("furtherSessionSubmitted")(function* ({ link: { child, episodeId }, person, values, expectedVersion }) {
    const { session, knownAdult } = yield* Effect.fromResult(readFurtherSession(values))
    const people = yield* People
    const roles = yield* people.rolesOf(session.interviewer)
    const allocatedWorker = yield* allocatedWorkerOf(child)
    const casework = yield* Casework
    const state = yield* casework.get(child)
    const interview = interviewOf(state, episodeId)
    const heard = [session.interviewer, ...(interview === undefined ? [] : heardBy(interview))]
    const kept = yield* keptFromIn(child, state, values, heard)
    yield* casework.execute(
      child,
      {
        _tag: "RecordFurtherSession",
        episodeId,
        session,
        isInterviewer: roles.has("interviewer"),
        ...definedFields({ allocatedWorker }),
        ...(knownAdult ? { knownAdult } : {}),
        ...kept
      },
      person,
      expectedVersion
    )
    return Option.none()
  })
)

export const furtherSession: FormSlice = {
  buttons: { [furtherSessionButton.actionId]: buttonFor(furtherSessionForm) },
  submissions: { [FURTHER_SESSION_FORM]: furtherSessionSubmitted }
}

import { interviewOf } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { OutOfDate } from "../../handlers/explain.ts"
import type { CaseForm } from "../CaseForm.ts"
import { buttonFor } from "../CaseForm.ts"
import { recordingOf } from "../caseSubmission.ts"
import { latestAt } from "../episodeAtStage.ts"
import type { FormSlice } from "../FormSlice.ts"
import { precheck } from "../precheck.ts"
import { readUnassignment, UNASSIGN_FORM, unassignButton, unassignView } from "./unassignView.ts"

const unassignForm: CaseForm = {
  permission: "assign-interview",
  episodeMeant: latestAt("Missing", "Found", "Returned"),
  open: Effect.fn("unassignForm")(function* ({ child, state, episode }) {
    if (interviewOf(state, episode.id)?.interviewer === undefined) return yield* new OutOfDate()
    yield* precheck(state, {
      _tag: "UnassignInterview",
      episodeId: episode.id,
      reason: "assigned-by-mistake"
    })
    return unassignView({ child, episodeId: episode.id }, state, episode)
  })
}

const unassignSubmitted = recordingOf(unassignForm, ({ link, values }) => readUnassignment(link, values))

export const unassign: FormSlice = {
  buttons: { [unassignButton.actionId]: buttonFor(unassignForm) },
  submissions: { [UNASSIGN_FORM]: unassignSubmitted }
}

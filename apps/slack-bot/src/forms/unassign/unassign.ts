import { People } from "@safe-return/casework"
import { interviewOf } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { OutOfDate } from "../../handlers/explain.ts"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm, latestAt } from "../CaseForm.ts"
import { recordingOf } from "../caseSubmission.ts"
import { readUnassignment, UNASSIGN_FORM, unassignButton, unassignView } from "./unassignView.ts"

const unassignForm: CaseForm = {
  permission: "take-off-interview",
  episodeMeant: latestAt("Missing", "Found", "Returned"),
  // Of an interview that is nobody's the button is out of date, which says more than a refusal.
  records: ({ state, episode }) =>
    interviewOf(state, episode.id)?.interviewer === undefined ? undefined : "UnassignInterview",
  open: Effect.fn("unassignForm")(function* ({ link, state, episode, person }) {
    const interviewer = interviewOf(state, episode.id)?.interviewer
    if (interviewer === undefined) return yield* new OutOfDate()
    // A child may have several interviews: an interviewer gives up none but their own.
    if (interviewer !== person) yield* (yield* People).allow(person, "assign-interview")
    return unassignView(link, episode, { interviewer, reader: person })
  })
}

const unassignSubmitted = recordingOf(unassignForm, ({ link, values }) => readUnassignment(link, values))

export const unassign: FormSlice = {
  buttons: { [unassignButton.actionId]: buttonFor(unassignForm) },
  submissions: { [UNASSIGN_FORM]: unassignSubmitted }
}

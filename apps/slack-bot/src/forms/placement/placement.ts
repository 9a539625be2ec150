import { Effect } from "effect"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm, meantAt } from "../CaseForm.ts"
import { recordingOf } from "../caseSubmission.ts"
import { PLACEMENT_FORM, placementButton, placementView, readPlacement } from "./placementView.ts"

const placementForm: CaseForm = {
  permission: "correct-record",
  ...meantAt(placementButton, "Missing", "Found", "Returned"),
  records: "RecordPlacement",
  open: ({ link, episode }) => Effect.succeed(placementView(link, episode))
}

const placementSubmitted = recordingOf(placementForm, ({ link, values }) => readPlacement(link, values))

export const placement: FormSlice = {
  buttons: { [placementButton.actionId]: buttonFor(placementForm) },
  commands: { "/missing placement": placementForm },
  submissions: { [PLACEMENT_FORM]: placementSubmitted }
}

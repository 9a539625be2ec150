import { Effect } from "effect"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm, latestAt } from "../CaseForm.ts"
import { recordingOnNewest } from "../caseSubmission.ts"
import { FOUND_FORM, foundButton, foundView, readFound } from "./foundView.ts"

export const foundForm: CaseForm = {
  permission: "record-found-and-returned",
  episodeMeant: latestAt("Missing"),
  records: "RecordFound",
  open: ({ link, state, episode, now }) => Effect.succeed(foundView(link, state, episode, now))
}

export const found: FormSlice = {
  buttons: { [foundButton.actionId]: buttonFor(foundForm) },
  submissions: { [FOUND_FORM]: recordingOnNewest(foundForm, readFound) }
}

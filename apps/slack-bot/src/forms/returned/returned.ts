import { Effect } from "effect"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm, latestAt } from "../CaseForm.ts"
import { recordingOnNewest } from "../caseSubmission.ts"
import { RETURNED_FORM, readReturned, returnedButton, returnedView } from "./returnedView.ts"

export const returnedForm: CaseForm = {
  permission: "record-found-and-returned",
  episodeMeant: latestAt("Missing", "Found"),
  records: "RecordReturned",
  open: ({ link, episode, now }) => Effect.succeed(returnedView(link, episode, now))
}

export const returned: FormSlice = {
  buttons: { [returnedButton.actionId]: buttonFor(returnedForm) },
  submissions: { [RETURNED_FORM]: recordingOnNewest(returnedForm, readReturned) }
}

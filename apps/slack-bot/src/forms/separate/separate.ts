import { Effect } from "effect"
import { OutOfDate } from "../../handlers/explain.ts"
import type { CaseForm, FormSlice } from "../CaseForm.ts"
import { latestAt } from "../CaseForm.ts"
import { recordingOf } from "../caseSubmission.ts"
import { joinedRecords, readSeparation, SEPARATE_FORM, separateView } from "./separateView.ts"

export const separateForm: CaseForm = {
  permission: "move-or-join-records",
  episodeMeant: latestAt("Missing", "Found", "Returned"),
  isAsNamed: true,
  open: ({ link, state, episode }) =>
    joinedRecords(state, episode).length === 0
      ? Effect.fail(new OutOfDate())
      : Effect.succeed(separateView(link, state, episode))
}

const separateSubmitted = recordingOf(
  separateForm,
  ({ values }) => readSeparation(values),
  ({ link: { child } }) =>
    `Both records of ${child} count again. Look at both cards: where one says Missing, that child is alerted again. Tell everyone who was told otherwise.`
)

export const separate: FormSlice = {
  submissions: { [SEPARATE_FORM]: separateSubmitted }
}

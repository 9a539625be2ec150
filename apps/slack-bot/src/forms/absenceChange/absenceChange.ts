import { Effect } from "effect"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm, meantAt } from "../CaseForm.ts"
import { recordingOf } from "../caseSubmission.ts"
import { ABSENCE_CHANGE_FORM, absenceChangeButton, absenceChangeView, readAbsenceChange } from "./absenceChangeView.ts"

const absenceChangeForm: CaseForm = {
  permission: "correct-record",
  ...meantAt(absenceChangeButton, "Missing", "Found", "Returned"),
  records: "RecordAbsenceChange",
  open: ({ link, episode, now }) => Effect.succeed(absenceChangeView(link, episode, now))
}

const absenceChangeSubmitted = recordingOf(absenceChangeForm, ({ link, values }) => readAbsenceChange(link, values))

export const absenceChange: FormSlice = {
  buttons: { [absenceChangeButton.actionId]: buttonFor(absenceChangeForm) },
  commands: { "/missing absence": absenceChangeForm },
  submissions: { [ABSENCE_CHANGE_FORM]: absenceChangeSubmitted }
}

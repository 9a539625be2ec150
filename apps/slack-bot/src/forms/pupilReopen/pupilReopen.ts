import { CmeReopenReason, reopenReasonWords } from "@safe-return/domain/education"
import { Result } from "effect"
import { radioField } from "../fields.ts"
import { choiceIn, form, InvalidSubmission } from "../form.ts"
import { type PupilForm, pupilHeading, pupilSlice } from "../PupilForm.ts"

export const PUPIL_REOPEN_FORM = "pupil-reopen"

export const reopenForm: PupilForm = {
  permission: "decide-on-education-case",
  buttonText: "Reopen",
  isOf: "closed",
  isOnWhatWasSeen: true,
  open: (asked) =>
    form({
      callbackId: PUPIL_REOPEN_FORM,
      title: "Reopen case",
      submit: "Reopen case",
      blocks: [
        pupilHeading(asked),
        radioField<CmeReopenReason>({ id: "reason", label: "Why is it reopened?" }, reopenReasonWords.words)
      ]
    }),
  read: ({ link: { caseId }, values }) => {
    const reason = choiceIn(values, "reason", CmeReopenReason)
    return reason === undefined
      ? Result.fail(new InvalidSubmission({ fields: { reason: "Choose why it is reopened." } }))
      : Result.succeed({ commands: [{ _tag: "ReopenCase", caseId, reason }], said: "The case is open again." })
  }
}

export const pupilReopen = pupilSlice("/cme reopen", PUPIL_REOPEN_FORM, reopenForm)

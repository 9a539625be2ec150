import { CmeCaseId, CmeCorrectionReason, cmeCorrectionWords } from "@safe-return/domain/education"
import { Result } from "effect"
import { radioField, selectField } from "../fields.ts"
import { choiceIn, form, InvalidSubmission } from "../form.ts"
import { type PupilForm, pupilHeading, pupilSlice } from "../PupilForm.ts"
import { caseChoices } from "../pupilFields.ts"

export const PUPIL_SEPARATE_FORM = "pupil-separate"

export const separateForm: PupilForm = {
  buttonText: "Separate cases",
  permission: "decide-on-education-case",
  isOf: "joined",
  isOnWhatWasSeen: true,
  open: (asked) =>
    form({
      callbackId: PUPIL_SEPARATE_FORM,
      title: "Separate cases",
      submit: "Separate",
      blocks: [
        pupilHeading(asked),
        selectField(
          { id: "caseId", label: "The case that is no duplicate", hint: "It stands as it did before it was joined." },
          caseChoices(asked.state.cases.filter(({ mergedInto }) => mergedInto !== undefined))
        ),
        radioField<CmeCorrectionReason>({ id: "reason", label: "Why is it put right?" }, cmeCorrectionWords.words)
      ]
    }),
  read: ({ values }) => {
    const [caseId, reason] = [choiceIn(values, "caseId", CmeCaseId), choiceIn(values, "reason", CmeCorrectionReason)]
    if (caseId === undefined || reason === undefined) {
      const fields = {
        ...(caseId === undefined ? { caseId: "Choose the case." } : {}),
        ...(reason === undefined ? { reason: "Choose why." } : {})
      }
      return Result.fail(new InvalidSubmission({ fields }))
    }
    return Result.succeed({
      commands: [{ _tag: "SeparateCase", caseId, reason }],
      said: "The two cases are separate again."
    })
  }
}

export const pupilSeparate = pupilSlice("/cme separate", PUPIL_SEPARATE_FORM, separateForm)

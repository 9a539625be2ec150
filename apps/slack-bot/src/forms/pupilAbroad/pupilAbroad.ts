import { Result } from "effect"
import { dayIn, form, InvalidSubmission } from "../form.ts"
import { type PupilForm, pupilHeading, pupilSlice } from "../PupilForm.ts"
import { dayField } from "../pupilFields.ts"

export const PUPIL_ABROAD_FORM = "pupil-abroad"

export const abroadForm: PupilForm = {
  buttonText: "Back from abroad",
  permission: "work-on-education-case",
  open: (asked) =>
    form({
      callbackId: PUPIL_ABROAD_FORM,
      title: "Back from abroad",
      submit: "Record",
      blocks: [
        pupilHeading(asked),
        dayField("returnedOn", "Back on", asked.today, "The case stays open: back in the country is not in school.")
      ]
    }),
  read: ({ link: { caseId }, values }) => {
    const returnedOn = dayIn(values, "returnedOn")
    return returnedOn === undefined
      ? Result.fail(new InvalidSubmission({ fields: { returnedOn: "Give the day." } }))
      : Result.succeed({
          commands: [{ _tag: "RecordReturnFromAbroad", caseId, returnedOn }],
          said: "The return from abroad is recorded. The case stays open."
        })
  }
}

export const pupilAbroad = pupilSlice("/cme abroad", PUPIL_ABROAD_FORM, abroadForm)

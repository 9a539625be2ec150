import { PupilWhereabouts } from "@safe-return/domain/education"
import { Result } from "effect"
import { radioField } from "../fields.ts"
import { choiceIn, dayIn, form, InvalidSubmission } from "../form.ts"
import { type PupilForm, pupilHeading, pupilSlice } from "../PupilForm.ts"
import { dayField } from "../pupilFields.ts"

export const PUPIL_FOUND_FORM = "pupil-found"

export const foundForm: PupilForm = {
  buttonText: "Where the child is",
  permission: "work-on-education-case",
  open: (asked) =>
    form({
      callbackId: PUPIL_FOUND_FORM,
      title: "Where the child is",
      submit: "Record",
      blocks: [
        pupilHeading(asked),
        radioField<PupilWhereabouts>(
          {
            id: "whereabouts",
            label: "Is it known where the child is?",
            hint: "The case stays open: found is not in school."
          },
          { known: "Yes", "not-known": "No, not any more" },
          "known"
        ),
        dayField("asOf", "As of", asked.today)
      ]
    }),
  read: ({ link: { caseId }, values }) => {
    const [whereabouts, asOf] = [choiceIn(values, "whereabouts", PupilWhereabouts), dayIn(values, "asOf")]
    if (whereabouts === undefined || asOf === undefined) {
      const fields = {
        ...(whereabouts === undefined ? { whereabouts: "Choose whether it is known." } : {}),
        ...(asOf === undefined ? { asOf: "Give the day." } : {})
      }
      return Result.fail(new InvalidSubmission({ fields }))
    }
    return Result.succeed({
      commands: [{ _tag: "RecordPupilWhereabouts", caseId, whereabouts, asOf }],
      said:
        whereabouts === "known"
          ? "It is recorded that it is known where the child is. The case stays open."
          : "It is recorded that it is not known where the child is."
    })
  }
}

export const pupilFound = pupilSlice("/cme found", PUPIL_FOUND_FORM, foundForm)

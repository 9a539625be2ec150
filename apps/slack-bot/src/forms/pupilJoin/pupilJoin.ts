import { CmeCaseId } from "@safe-return/domain/education"
import { Result } from "effect"
import { selectField } from "../fields.ts"
import { choiceIn, form, InvalidSubmission } from "../form.ts"
import { type PupilForm, pupilHeading, pupilSlice } from "../PupilForm.ts"
import { caseChoices } from "../pupilFields.ts"

export const PUPIL_JOIN_FORM = "pupil-join"

export const joinForm: PupilForm = {
  buttonText: "Join two cases",
  permission: "decide-on-education-case",
  isOf: "one-of-several",
  isOnWhatWasSeen: true,
  open: (asked) => {
    const choices = caseChoices(asked.state.cases.filter(({ mergedInto }) => mergedInto === undefined))
    return form({
      callbackId: PUPIL_JOIN_FORM,
      title: "Join two cases",
      submit: "Join",
      blocks: [
        pupilHeading(asked),
        selectField(
          { id: "caseId", label: "The duplicate", hint: "It is counted no more. Nothing of it is lost." },
          choices
        ),
        selectField(
          {
            id: "into",
            label: "The case that goes on",
            hint: "If the duplicate is open and this one is closed, this one is opened again."
          },
          choices
        )
      ]
    })
  },
  read: ({ values }) => {
    const [caseId, into] = [choiceIn(values, "caseId", CmeCaseId), choiceIn(values, "into", CmeCaseId)]
    if (caseId === undefined || into === undefined) {
      const fields = {
        ...(caseId === undefined ? { caseId: "Choose the duplicate." } : {}),
        ...(into === undefined ? { into: "Choose the case that goes on." } : {})
      }
      return Result.fail(new InvalidSubmission({ fields }))
    }
    return Result.succeed({ commands: [{ _tag: "MergeCase", caseId, into }], said: "The two cases are joined." })
  }
}

export const pupilJoin = pupilSlice("/cme join", PUPIL_JOIN_FORM, joinForm)

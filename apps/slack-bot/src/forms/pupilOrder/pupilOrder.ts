import { type CmeCase, nextOrderSteps, OrderStep, orderStepWords } from "@safe-return/domain/education"
import { Result } from "effect"
import { radioField } from "../fields.ts"
import { choiceIn, dayIn, form, InvalidSubmission } from "../form.ts"
import { type PupilForm, pupilHeading, pupilSlice } from "../PupilForm.ts"
import { dayField } from "../pupilFields.ts"

export const PUPIL_ORDER_FORM = "pupil-order"

/** Those that may come after the last step. */
const stepsOf = ({ orderSteps }: CmeCase) =>
  Object.fromEntries(nextOrderSteps(orderSteps.at(-1)?.step).map((step) => [step, orderStepWords.words[step]]))

export const orderForm: PupilForm = {
  buttonText: "Attendance order",
  permission: "decide-on-education-case",
  isOnWhatWasSeen: true,
  open: (asked) =>
    form({
      callbackId: PUPIL_ORDER_FORM,
      title: "Attendance order",
      submit: "Record",
      blocks: [
        pupilHeading(asked),
        radioField<string>(
          { id: "step", label: "Step", hint: "The steps that may come next." },
          stepsOf(asked.educationCase)
        ),
        dayField("on", "On", asked.today)
      ]
    }),
  read: ({ link: { caseId }, values }) => {
    const [step, on] = [choiceIn(values, "step", OrderStep), dayIn(values, "on")]
    if (step === undefined || on === undefined) {
      const fields = {
        ...(step === undefined ? { step: "Choose the step." } : {}),
        ...(on === undefined ? { on: "Give the day." } : {})
      }
      return Result.fail(new InvalidSubmission({ fields }))
    }
    return Result.succeed({
      commands: [{ _tag: "RecordOrderStep", caseId, step, on }],
      said: `It is recorded: ${orderStepWords.words[step]}. The case stays open.`
    })
  }
}

export const pupilOrder = pupilSlice("/cme order", PUPIL_ORDER_FORM, orderForm)

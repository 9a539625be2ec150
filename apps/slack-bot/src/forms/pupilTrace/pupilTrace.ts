import { type CmeCase, type CmeCommand, caseStageOf } from "@safe-return/domain/education"
import { AuthorityName } from "@safe-return/domain/pathway"
import { Option, Result, Schema } from "effect"
import { radioField, textField } from "../fields.ts"
import { choiceIn, dayIn, form, InvalidSubmission, textIn } from "../form.ts"
import { type PupilForm, pupilHeading, pupilSlice } from "../PupilForm.ts"
import { dayField } from "../pupilFields.ts"

export const PUPIL_TRACE_FORM = "pupil-trace"

const stepWords = {
  traced: "The child was traced to another council",
  acknowledged: "That council acknowledged the child",
  rejected: "That council says that the child is not there"
} as const
const Step = Schema.Literals(["traced", "acknowledged", "rejected"])

/** Another council answers only while a trace waits for its answer. */
const stepsOf = (openCase: CmeCase) =>
  caseStageOf(openCase).startsWith("traced") ? stepWords : { traced: stepWords.traced }

const decodeAuthority = Schema.decodeUnknownOption(AuthorityName)

const NAME = "Give the name of the council: letters only."

export const traceForm: PupilForm = {
  buttonText: "Other council",
  permission: "work-on-education-case",
  isOnWhatWasSeen: true,
  inputOf: { tracedOn: "on", acknowledgedOn: "on", rejectedOn: "on" },
  open: (asked) =>
    form({
      callbackId: PUPIL_TRACE_FORM,
      title: "Traced to a council",
      submit: "Record",
      blocks: [
        pupilHeading(asked),
        radioField<string>({ id: "step", label: "What happened?" }, stepsOf(asked.educationCase)),
        textField({
          id: "authority",
          label: "Council",
          placeholder: "Sheffield City Council",
          hint: "The council that the child was traced to. Of its answer, leave this empty.",
          maxLength: 80,
          optional: true
        }),
        dayField("on", "On", asked.today, "The case stays open until that council has acknowledged the child.")
      ]
    }),
  read: ({ link: { caseId }, values }) => {
    const [step, on] = [choiceIn(values, "step", Step), dayIn(values, "on")]
    const authority = decodeAuthority(textIn(values, "authority"))
    const fields = {
      ...(step === undefined ? { step: "Choose what happened." } : {}),
      ...(on === undefined ? { on: "Give the day." } : {}),
      ...(step === "traced" && Option.isNone(authority) ? { authority: NAME } : {})
    }
    if (step === undefined || on === undefined || Object.keys(fields).length > 0) {
      return Result.fail(new InvalidSubmission({ fields }))
    }
    const command = (): CmeCommand => {
      if (step === "acknowledged") return { _tag: "AcknowledgeTrace", caseId, acknowledgedOn: on }
      if (step === "rejected") return { _tag: "RejectTrace", caseId, rejectedOn: on }
      return { _tag: "TraceToAuthority", caseId, authority: Option.getOrThrow(authority), tracedOn: on }
    }
    const said = {
      traced: "The trace is recorded. The case waits for that council to acknowledge the child.",
      acknowledged: "The acknowledgement is recorded. The case can be closed.",
      rejected: "It is recorded that the child is not there. The case stays here."
    }
    return Result.succeed({ commands: [command()], said: said[step] })
  }
}

export const pupilTrace = pupilSlice("/cme trace", PUPIL_TRACE_FORM, traceForm)
